import type { BoundingBox, Position } from '../../domain/geometry.ts';
import type { Issue } from '../../domain/issue.ts';
import { type Finding, toIssue } from '../finding.ts';
import { idOf } from '../geojson/parse-feature-collection.ts';
import { getOwn, isRecord } from '../record.ts';

/** How far from the plan's extent features may lie, in degrees, such as lines that cross it. */
const MARGIN = 2;

/**
 * Reports readable positions far from the plan, such as [0, 0] in place of a lost one, and lines whose
 * positions all coincide: the former add thousands of kilometres to a coast, the latter lose its length. A
 * file that lies elsewhere altogether is reported once. Without an extent nothing is far away.
 */
export function positionIssues(
  value: unknown,
  dataset: string,
  extent: BoundingBox | undefined,
): readonly Issue[] {
  const isStray = ([longitude, latitude]: Position): boolean => {
    if (extent === undefined) return false;
    const [west, south, east, north] = extent;
    return (
      longitude < west - MARGIN ||
      longitude > east + MARGIN ||
      latitude < south - MARGIN ||
      latitude > north + MARGIN
    );
  };
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  if (!Array.isArray(features)) return [];
  const strays: Issue[] = [];
  const others: Issue[] = [];
  let [located, elsewhere] = [0, 0];
  for (const [featureIndex, feature] of features.entries()) {
    const geometry: unknown = isRecord(feature) ? getOwn(feature, 'geometry') : undefined;
    if (!isRecord(geometry)) continue;
    const [type, coordinates] = [getOwn(geometry, 'type'), getOwn(geometry, 'coordinates')];
    const positions: Position[] = [];
    if (!collect(coordinates, positions) || positions.length === 0) continue;
    if (isOverHalfTheGlobe(positions)) continue;
    located += 1;
    const place = { dataset, featureIndex, featureId: idOf(feature) };
    const stray = positions.find(isStray);
    if (stray !== undefined) strays.push(toIssue(place, outsidePlan(stray)));
    if (positions.every(isStray)) elsewhere += 1;
    for (const finding of linesWithoutLength(type, coordinates))
      others.push(toIssue(place, finding));
  }
  const [first] = strays;
  const isElsewhere = elsewhere === located;
  return [
    ...(first !== undefined && isElsewhere ? [wholeFile(first, located, dataset)] : strays),
    ...others,
  ];
}

/** The lists around a position of a MultiPolygon. */
const DEEPEST = 3;

/** Collects all positions; false when one of them cannot be read or lies on no globe. */
function collect(nested: unknown, found: Position[], depth = 0): boolean {
  if (!Array.isArray(nested) || depth > DEEPEST) return false;
  const [longitude, latitude]: readonly unknown[] = nested;
  if (typeof longitude === 'number' && typeof latitude === 'number') {
    found.push([longitude, latitude]);
    return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  }
  return nested.every((member: unknown) => collect(member, found, depth + 1));
}

/** Such lines and rings have no clear course; the reader refuses or names them. */
function isOverHalfTheGlobe(positions: readonly Position[]): boolean {
  let [west, east] = [180, -180];
  for (const [longitude] of positions) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
  }
  return east - west >= 180;
}

/** A whole feature, or single parts of it. */
function linesWithoutLength(type: unknown, coordinates: unknown): readonly Finding[] {
  if (type === 'LineString') {
    const point = onlyPoint(coordinates);
    return point === undefined ? [] : [withoutLength(point, ['geometry'])];
  }
  if (type !== 'MultiLineString' || !Array.isArray(coordinates)) return [];
  const points = coordinates.map(onlyPoint);
  const [first] = points;
  if (first !== undefined && !points.includes(undefined))
    return [withoutLength(first, ['geometry'])];
  return points.flatMap((point, part) =>
    point === undefined ? [] : [withoutLength(point, ['geometry', 'coordinates', part])],
  );
}

/** The position at which all of a line lies. */
function onlyPoint(line: unknown): Position | undefined {
  const positions: Position[] = [];
  if (!collect(line, positions) || positions.length < 2) return undefined;
  const [first] = positions;
  return positions.every(([x, y]) => x === first?.[0] && y === first?.[1]) ? first : undefined;
}

function outsidePlan([longitude, latitude]: Position): Finding {
  return {
    code: 'outside-plan-area',
    kind: 'positional-accuracy',
    severity: 'warning',
    path: ['geometry'],
    message: {
      zh: `位置 [${longitude}, ${latitude}] 远在规划范围之外。`,
      en: `the position [${longitude}, ${latitude}] lies far outside the plan's area.`,
    },
    cure: { zh: '核对坐标系和数值。', en: 'Check the reference system and the numbers.' },
  };
}

function wholeFile({ path, cure }: Issue, count: number, dataset: string): Issue {
  return {
    code: 'outside-plan-area',
    kind: 'positional-accuracy',
    severity: 'warning',
    dataset,
    path,
    message: {
      zh: `文件整体（${count} 个要素）远在规划范围之外。`,
      en: `the whole file (${count} feature${count === 1 ? '' : 's'}) lies far outside the plan's area.`,
    },
    ...(cure !== undefined && { cure }),
  };
}

function withoutLength(
  [longitude, latitude]: Position,
  path: readonly (string | number)[],
): Finding {
  return {
    code: 'line-without-length',
    kind: 'logical-consistency',
    severity: 'warning',
    path,
    message: {
      zh: `有一条线的各点都在 [${longitude}, ${latitude}]，没有长度。`,
      en: `a line has no length: all of it lies at [${longitude}, ${latitude}].`,
    },
    cure: { zh: '删去该线或补上其余的点。', en: 'Remove it or add its other positions.' },
  };
}
