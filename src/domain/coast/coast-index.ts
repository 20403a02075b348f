import Flatbush from 'flatbush';
import { areApart, boxAround, type Edge, NEAR_LINE } from '../geometry/edges.ts';
import type { BoundingBox } from '../geometry.ts';
import { type CoastEdges, goesOn } from './coast-edges.ts';

/** The number of edges in a block. Neighbours along the coast are close together, so they share one box. */
const BLOCK_EDGES = 8;

/**
 * Finds edges of a coast by location. Edges that follow each other share a box, which makes the index
 * small and quick to build; a chain is a run of edges that each begin where the last ended.
 */
export class CoastIndex {
  readonly edges: CoastEdges;
  /** The first edge of each block and of each chain, with the number of edges at the end. */
  readonly blocks: Int32Array;
  readonly chains: Int32Array;
  readonly #blockIndex: Flatbush | undefined;
  readonly #chainIndex: Flatbush | undefined;

  constructor(edges: CoastEdges) {
    this.edges = edges;
    const count = edges.starts.length;
    const [blocks, chains]: readonly [number[], number[]] = [[], []];
    for (let edge = 0; edge < count; edge += 1) {
      const isNewChain = !goesOn(edges, edge);
      if (isNewChain) chains.push(edge);
      if (isNewChain || edge - (blocks.at(-1) ?? 0) === BLOCK_EDGES) blocks.push(edge);
    }
    this.blocks = typed(blocks, count);
    this.chains = typed(chains, count);
    this.#blockIndex = this.#indexRuns(this.blocks);
    this.#chainIndex = this.#indexRuns(this.chains);
  }

  /** The chains whose box meets a box, ascending. */
  chainsIn(box: BoundingBox): readonly number[] {
    return this.#chainIndex?.search(...box).sort((a, b) => a - b) ?? [];
  }

  /** Visits the blocks whose box meets a box. */
  visitBlocks([west, south, east, north]: BoundingBox, visit: (block: number) => void): void {
    this.#blockIndex?.search(west, south, east, north, (block) => {
      visit(block);
      return false;
    });
  }

  /** Visits every edge that is not clear of another edge. */
  visitEdgesNear(other: Edge, visit: (edge: number) => void): void {
    const { ends } = this.edges;
    this.visitBlocks(boxAround(other.ends, [other.edge, other.edge + 1], NEAR_LINE), (block) => {
      const end = this.blocks[block + 1] ?? 0;
      for (let edge = this.blocks[block] ?? 0; edge < end; edge += 1)
        if (!areApart({ ends, edge }, other)) visit(edge);
    });
  }

  #indexRuns(runs: Int32Array): Flatbush | undefined {
    if (runs.length < 2) return undefined;
    const index = new Flatbush(runs.length - 1);
    for (let run = 0; run + 1 < runs.length; run += 1)
      index.add(...boxAround(this.edges.ends, [runs[run] ?? 0, runs[run + 1] ?? 0]));
    index.finish();
    return index;
  }
}

function typed(firsts: readonly number[], end: number): Int32Array {
  const runs = new Int32Array(firsts.length + 1);
  runs.set(firsts);
  runs[firsts.length] = end;
  return runs;
}
