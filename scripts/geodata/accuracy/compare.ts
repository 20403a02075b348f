import type { Position } from '../../../src/domain/geometry.ts';
import { type DirectionReport, measureDirection } from './measure.ts';
import { EdgeTable, type PlaneEdge, planeAt, sampleEdges } from './plane.ts';
import type { TaggedLine } from './read-lines.ts';
import { type Chain, limitReference } from './reference.ts';

/** The distance between samples along either line, in metres. */
const STEP = 50;

/** The distances between a coast and a reference, in both directions. */
export type Comparison = {
  /** True when the reference was cut at the coast's ends; otherwise all of it was compared. */
  readonly isLimited: boolean;
  readonly referenceToCoast: DirectionReport;
  /** Only where the reference has a counterpart that counts: see `unmatchedM`. */
  readonly coastToReference: DirectionReport;
  /**
   * Metres of coast whose nearest reference does not meet the condition, so that there is nothing to
   * compare.
   */
  readonly unmatchedM: number;
  /**
   * The same direction including those metres, measured to the nearest counting reference at any distance.
   */
  readonly coastToReferenceAll: DirectionReport;
};

/** Compares the coast, one line from end to end, with the reference, in both directions. */
export function compareCoast(
  coast: readonly Position[],
  reference: readonly TaggedLine[],
): Comparison {
  const [first, last] = [coast[0], coast.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('the coast has no position');
  const plane = planeAt((first[1] + last[1]) / 2);
  const toEdges = ({ positions, counts }: Chain): readonly PlaneEdge[] =>
    counts.flatMap((isCounted, index) => {
      const [from, to] = [positions[index], positions[index + 1]];
      return from === undefined || to === undefined
        ? []
        : [{ from: plane.to(from), to: plane.to(to), counts: isCounted }];
    });
  const { chains, isLimited } = limitReference(reference, [first, last]);
  const coastEdges = toEdges({ positions: coast, counts: coast.slice(1).map(() => true) });
  const referenceEdges = chains.flatMap(toEdges);
  const drawnReference = new EdgeTable(referenceEdges);
  const coastSamples = sampleEdges(coastEdges, STEP, plane).map((sample) => ({
    ...sample,
    counts: referenceEdges[drawnReference.nearest(sample).edge]?.counts ?? false,
  }));
  const referenceSamples = chains.flatMap((chain) => sampleEdges(toEdges(chain), STEP, plane));
  const takes = ({ counts }: { readonly counts: boolean }): boolean => counts;
  return {
    isLimited,
    referenceToCoast: measureDirection(referenceSamples, coastEdges, { stepM: STEP, takes }),
    coastToReference: measureDirection(coastSamples, referenceEdges, { stepM: STEP, takes }),
    unmatchedM: coastSamples.filter(({ counts }) => !counts).length * STEP,
    coastToReferenceAll: measureDirection(coastSamples, referenceEdges, {
      stepM: STEP,
      takes: () => true,
    }),
  };
}
