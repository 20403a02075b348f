import { coastEdges, type SegmentLine } from '../../domain/coast/coast-edges.ts';
import { type LineCrossing, lineCrossings } from '../../domain/coast/line-crossings.ts';
import { ellipsoidDistance } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';
import type { Issue } from '../../domain/issue.ts';
import { type Finding, toIssue } from '../finding.ts';
import { idOf } from '../geojson/parse-feature-collection.ts';
import { getOwn, isRecord } from '../record.ts';

type Path = readonly (string | number)[];
/** A line of a file, with its feature's id and the path to its coordinates. */
type FileLine = SegmentLine & { readonly featureId: string | undefined; readonly path: Path };

/**
 * An edge this many times as long as is usual and as its neighbours, and this many metres long, leaves coast
 * out. The walls of a port are long and straight too, but stand side by side.
 */
const FAR_LONGER = 20;
const LONG_EDGE_M = 500;
const NEIGHBOURS = 3;
/** A position is astray when the line goes to it and comes back this many times as near to where it left. */
const BACK_AGAIN = 10;
/** A line that turns back so sharply, in degrees, along edges this long, folds: a mole has an end, and a tongue of land a tip. */
const FOLD = { turn: 160, edgeM: 300 };
/** Lines with fewer edges are compared with all edges of the file. */
const FEW_EDGES = 8;
/** A line that crosses itself this often, and once in so many edges, has its positions out of order. */
const OUT_OF_ORDER = { crossings: 3, edges: 10 };

/**
 * Checks the lines of a coast as drawn: where they cross themselves or each other, and edges far longer
 * than the others, over which the coast between is missing. No coast does so, but each length is well
 * defined: these are warnings. Where a line folds back sharply, a note says so: it may be an artefact.
 */
export function coastLineIssues(value: unknown, dataset: string): readonly Issue[] {
  const lines = linesOf(value);
  return [
    ...crossingIssues(lines, dataset),
    ...longEdgeIssues(lines, dataset),
    ...foldIssues(lines, dataset),
  ];
}

/** All lines whose coordinates are readable; `segment` is the index of the feature. */
function linesOf(value: unknown): readonly FileLine[] {
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  if (!Array.isArray(features)) return [];
  return features.flatMap((feature, segment): readonly FileLine[] => {
    const geometry = isRecord(feature) ? getOwn(feature, 'geometry') : undefined;
    if (!isRecord(geometry)) return [];
    const [type, coordinates] = [getOwn(geometry, 'type'), getOwn(geometry, 'coordinates')];
    const path: Path = ['geometry', 'coordinates'];
    const given =
      type === 'LineString'
        ? [{ line: coordinates, path }]
        : type === 'MultiLineString' && Array.isArray(coordinates)
          ? coordinates.map((line: unknown, index) => ({ line, path: [...path, index] }))
          : [];
    return given.flatMap(({ line, path: at }) => {
      const positions = positionsOf(line);
      return positions === undefined
        ? []
        : [{ segment, positions, featureId: idOf(feature), path: at }];
    });
  });
}

function positionsOf(line: unknown): readonly Position[] | undefined {
  if (!Array.isArray(line) || line.length < 2) return undefined;
  const positions: Position[] = [];
  for (const position of line) {
    const [x, y]: readonly unknown[] = Array.isArray(position) ? position : [];
    const isPosition = Number.isFinite(x) && Number.isFinite(y);
    if (!isPosition || typeof x !== 'number' || typeof y !== 'number') return undefined;
    positions.push([x, y]);
  }
  return positions;
}

function crossingIssues(lines: readonly FileLine[], dataset: string): readonly Issue[] {
  const edges = coastEdges(lines);
  const lineOf = (edge: number): number => edges.lineOf[edge] ?? -1;
  const pairs = new Map<string, LineCrossing[]>();
  for (const crossing of lineCrossings(edges)) {
    const key = `${lineOf(crossing.edge)} ${lineOf(crossing.earlier)}`;
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [crossing]);
    else known.push(crossing);
  }
  return [...pairs.values()].flatMap((crossings) => {
    const [first] = crossings;
    const line = lines[lineOf(first?.edge ?? -1)];
    const other = lines[lineOf(first?.earlier ?? -1)];
    if (first === undefined || line === undefined || other === undefined) return [];
    return [toIssue(placeOf(line, dataset), crossingFinding(line, other, crossings))];
  });
}

function placeOf({ segment, featureId }: FileLine, dataset: string) {
  return { dataset, featureIndex: segment, featureId };
}

function crossingFinding(
  line: FileLine,
  other: FileLine,
  crossings: readonly LineCrossing[],
): Finding {
  // At a corner, both edges beside it cross.
  const distinct = [...new Set(crossings.map((crossing) => placeText(crossing.at)))];
  const at = distinct.slice(0, 3);
  const more = distinct.length - at.length;
  const places = {
    zh: `${at.join('；')}${more > 0 ? `，另有 ${more} 处` : ''}`,
    en: `${at.join('; ')}${more > 0 ? ` and ${more} more place${more === 1 ? '' : 's'}` : ''}`,
  };
  const isItself = line.segment === other.segment;
  const name = JSON.stringify(other.featureId ?? `#${other.segment + 1}`);
  const isOutOfOrder =
    line === other &&
    crossings.length >= OUT_OF_ORDER.crossings &&
    crossings.length * OUT_OF_ORDER.edges >= line.positions.length - 1;
  return {
    code: isOutOfOrder
      ? 'coast-out-of-order'
      : isItself
        ? 'coast-crosses-itself'
        : 'coast-crosses-coast',
    kind: 'logical-consistency',
    severity: 'warning',
    path: line.path,
    message: {
      zh: `${isItself ? '岸线自相交' : `岸线与 ${name} 相交`}，位于 ${places.zh}。`,
      en: `the line crosses ${isItself ? 'itself' : name} at ${places.en}.`,
    },
    cure: isOutOfOrder
      ? {
          zh: '顶点次序似已打乱：按沿岸次序重新排列。',
          en: 'Its positions seem to be out of order: sort them along the coast.',
        }
      : {
          zh: '删去交叉处多余的部分，或核对顶点次序。',
          en: 'Remove what goes beyond the crossing, or check the order of the positions.',
        },
  };
}

function longEdgeIssues(lines: readonly FileLine[], dataset: string): readonly Issue[] {
  const lengths = lines.map(({ positions }) =>
    positions.slice(1).map((to, index) => ellipsoidDistance(positions[index] ?? to, to)),
  );
  const usual = median(lengths.flat());
  return lines.flatMap((line, number) => {
    const own = lengths[number] ?? [];
    const usualM = own.length < FEW_EDGES ? usual : median(own);
    const isFar = (lengthM: number, beside: readonly number[]): boolean =>
      lengthM >= LONG_EDGE_M && usualM > 0 && lengthM >= FAR_LONGER * Math.max(usualM, ...beside);
    return own.flatMap((lengthM, edge): readonly Issue[] => {
      const astray = astrayPosition(line, own, edge);
      if (astray !== undefined && isFar(astray.shorterM, astray.beside))
        return [toIssue(placeOf(line, dataset), positionAstray(line, edge, astray))];
      const [from, to] = [line.positions[edge], line.positions[edge + 1]];
      const beside = [
        ...own.slice(Math.max(0, edge - NEIGHBOURS), edge),
        ...own.slice(edge + 1, edge + 1 + NEIGHBOURS),
      ];
      if (!isFar(lengthM, beside) || from === undefined || to === undefined) return [];
      return [toIssue(placeOf(line, dataset), longEdge([from, to], lengthM, usualM, line, edge))];
    });
  });
}

/** Where a line turns back by more than 160° along two long edges, and no position is astray there. */
function foldIssues(lines: readonly FileLine[], dataset: string): readonly Issue[] {
  return lines.flatMap((line) =>
    line.positions.flatMap((position, index): readonly Issue[] => {
      const [from, to] = [line.positions[index - 1], line.positions[index + 1]];
      if (from === undefined || to === undefined) return [];
      const [outM, backM] = [ellipsoidDistance(from, position), ellipsoidDistance(position, to)];
      const turn = turnAt(from, position, to);
      const shorterM = Math.min(outM, backM);
      if (turn < FOLD.turn || shorterM < FOLD.edgeM) return [];
      // There and back to where it began is a position astray, a warning of its own.
      if (ellipsoidDistance(from, to) * BACK_AGAIN <= shorterM && shorterM >= LONG_EDGE_M)
        return [];
      const finding: Finding = {
        code: 'coast-fold',
        kind: 'positional-accuracy',
        severity: 'note',
        path: [...line.path, index],
        message: {
          zh: `线在 ${placeText(position)} 处折回 ${turn.toFixed(0)}°：去 ${kilometres(outM)} 公里，回 ${kilometres(backM)} 公里，或为制图综合的痕迹。`,
          en: `the line turns back by ${turn.toFixed(0)}° at ${placeText(position)}: ${kilometres(outM)} km out, ${kilometres(backM)} km back, perhaps an artefact of generalisation.`,
        },
        cure: {
          zh: '对照影像核对；若不存在此折角，删去该点。',
          en: 'Compare with imagery; if there is no such fold, remove the position.',
        },
      };
      return [toIssue(placeOf(line, dataset), finding)];
    }),
  );
}

/** The change of direction at a position in degrees, from 0 straight on to 180 back. */
function turnAt(from: Position, at: Position, to: Position): number {
  const eastward = Math.cos((at[1] * Math.PI) / 180);
  const bearing = (a: Position, b: Position): number =>
    Math.atan2((b[0] - a[0]) * eastward, b[1] - a[1]);
  const turn = Math.abs(bearing(at, to) - bearing(from, at));
  return (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI;
}

type Astray = {
  readonly position: Position;
  readonly shorterM: number;
  /** The edges around the two that lead to the position and back. */
  readonly beside: readonly number[];
};

/** The position after an edge when the next edge leads back to nearly where this one began. */
function astrayPosition(
  { positions }: FileLine,
  lengths: readonly number[],
  edge: number,
): Astray | undefined {
  const [from, position, back] = positions.slice(edge, edge + 3);
  const shorterM = Math.min(lengths[edge] ?? 0, lengths[edge + 1] ?? 0);
  if (from === undefined || position === undefined || back === undefined) return undefined;
  if (shorterM < LONG_EDGE_M || ellipsoidDistance(from, back) * BACK_AGAIN > shorterM)
    return undefined;
  const beside = [
    ...lengths.slice(Math.max(0, edge - NEIGHBOURS), edge),
    ...lengths.slice(edge + 2, edge + 2 + NEIGHBOURS),
  ];
  return { position, shorterM, beside };
}

function positionAstray({ path }: FileLine, edge: number, { position, shorterM }: Astray): Finding {
  return {
    code: 'coast-position-astray',
    kind: 'positional-accuracy',
    severity: 'warning',
    path: [...path, edge + 1],
    message: {
      zh: `点 ${placeText(position)} 远离前后相邻的点，相距 ${kilometres(shorterM)} 公里，线在此往返。`,
      en: `the position ${placeText(position)} lies ${kilometres(shorterM)} km off those before and after it: the line runs there and back.`,
    },
    cure: { zh: '核对该点坐标，或删去该点。', en: 'Check its numbers, or remove it.' },
  };
}

function longEdge(
  [from, to]: readonly [Position, Position],
  lengthM: number,
  usualM: number,
  { path }: FileLine,
  edge: number,
): Finding {
  return {
    code: 'coast-edge-long',
    kind: 'completeness',
    severity: 'warning',
    path: [...path, edge + 1],
    message: {
      zh: `自 ${placeText(from)} 至 ${placeText(to)} 为一条 ${kilometres(lengthM)} 公里的直边，而此处的边通常长 ${usualM.toFixed(0)} 米。`,
      en: `one straight edge of ${kilometres(lengthM)} km runs from ${placeText(from)} to ${placeText(to)}, where edges are of ${usualM.toFixed(0)} m.`,
    },
    cure: {
      zh: '补绘其间的岸线，或在此处断开成两条线。',
      en: 'Draw the coast between, or make it two lines.',
    },
  };
}

function median(lengths: readonly number[]): number {
  const ascending = lengths.filter((lengthM) => lengthM > 0).sort((a, b) => a - b);
  return ascending[Math.floor(ascending.length / 2)] ?? 0;
}

function kilometres(lengthM: number): string {
  return (lengthM / 1000).toFixed(lengthM < 1000 ? 2 : 1);
}

function placeText([longitude, latitude]: Position): string {
  return `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`;
}
