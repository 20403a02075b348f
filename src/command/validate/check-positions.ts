import type { Geometry } from 'geojson';
import type { Finding } from '../../data/finding.ts';
import { linesOf } from '../../domain/geodesy.ts';
import { type BoundingBox, type Position, positionsOf } from '../../domain/geometry.ts';

import type { FileRole } from '../files/file-role.ts';

/**
 * The area of the plan and its surroundings: the district's box of 119.45–120.45° E, 35.45–36.20° N plus a
 * margin of two degrees for features that cross it.
 */
const PLAN_AREA: BoundingBox = [117.45, 33.45, 122.45, 38.2];

/**
 * Checks the positions of a readable geometry: far from the plan, repeated, or lines without length. The
 * base map extends beyond the plan by design, so its location is not checked.
 */
export function checkPositions(geometry: Geometry, role: FileRole): readonly Finding[] {
  const found: Finding[] = [];
  const stray = role === 'base' ? undefined : strayPosition(geometry);
  if (stray !== undefined) found.push(outsidePlan(stray));
  for (const line of linesOf(geometry)) {
    const repeated = line.findIndex(
      (position, index) => index > 0 && isSame(position, line[index - 1]),
    );
    if (line.every((position) => isSame(position, line[0]))) {
      found.push(withoutLength(line[0] ?? [0, 0]));
    } else if (repeated > 0 && !found.some(({ code }) => code === 'position-repeated')) {
      found.push(repeatedPosition(line[repeated] ?? [0, 0]));
    }
  }
  return found;
}

function strayPosition(geometry: Geometry): Position | undefined {
  const [west, south, east, north] = PLAN_AREA;
  for (const position of positionsOf(geometry)) {
    const [longitude, latitude] = position;
    if (longitude < west || longitude > east || latitude < south || latitude > north)
      return position;
  }
  return undefined;
}

/**
 * Reports more decimals than the data model has: it has six, and a seventh decimal is 1 cm. Returns
 * undefined when no number has more.
 */
export function overlyPrecise(geometry: Geometry): Position | undefined {
  for (const position of positionsOf(geometry)) {
    if (position.some((degrees) => Math.abs(degrees * 1e6 - Math.round(degrees * 1e6)) > 1e-3))
      return position;
  }
  return undefined;
}

function isSame([longitude, latitude]: Position, other: Position | undefined): boolean {
  return other !== undefined && longitude === other[0] && latitude === other[1];
}

function outsidePlan([longitude, latitude]: Position): Finding {
  return warning(
    'outside-plan-area',
    'positional-accuracy',
    {
      zh: `位置 [${longitude}, ${latitude}] 远在规划范围之外。`,
      en: `the position [${longitude}, ${latitude}] lies far outside the plan's area.`,
    },
    { zh: '核对坐标系和数值。', en: 'Check the reference system and the numbers.' },
  );
}

function withoutLength([longitude, latitude]: Position): Finding {
  return warning(
    'line-without-length',
    'logical-consistency',
    {
      zh: `有一条线的各点都在 [${longitude}, ${latitude}]，没有长度。`,
      en: `a line has no length: all of it lies at [${longitude}, ${latitude}].`,
    },
    { zh: '删去该线或补上其余的点。', en: 'Remove it or add its other positions.' },
  );
}

function repeatedPosition([longitude, latitude]: Position): Finding {
  return {
    ...warning(
      'position-repeated',
      'logical-consistency',
      {
        zh: `[${longitude}, ${latitude}] 连续出现两次。`,
        en: `the position [${longitude}, ${latitude}] comes twice in a row.`,
      },
      { zh: '删去其中一个；量算不受影响。', en: 'Remove one of them; no figure depends on it.' },
    ),
    severity: 'note',
  };
}

function warning(
  code: string,
  kind: Finding['kind'],
  message: Finding['message'],
  cure: Finding['cure'],
): Finding {
  return { code, kind, severity: 'warning', path: ['geometry'], message, cure };
}
