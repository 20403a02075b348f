import type { Geometry } from 'geojson';
import { signedArea } from '../../domain/geometry/ring-checks.ts';
import type { ArealGeometry, Position, Ring } from '../../domain/geometry.ts';
import type { Finding } from '../finding.ts';
import { formatValue } from '../format-value.ts';
import { getOwn, isRecord } from '../record.ts';
import { checkRing, type RingJudge } from './check-ring.ts';
import { checkLine } from './line-checks.ts';

/** The nesting depth of the coordinates of each geometry type, above a position. */
const DEPTHS = new Map([
  ['Point', 0],
  ['MultiPoint', 1],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);

/** A usable geometry and the changes made to it, or the reason why it cannot be used. */
export type CheckedGeometry = {
  readonly geometry: Geometry | undefined;
  readonly findings: readonly Finding[];
};

/** The checks of rings that not every file needs: `RING_CHECKS`, or lighter ones. */
export type RingChecks = {
  /** Judges a ring that meets itself. */
  readonly ofRing: RingJudge;
  /** Checks how the rings of one area relate. */
  readonly ofArea: (geometry: ArealGeometry) => readonly Finding[];
};

/**
 * Reads an unchecked geometry: positions finite and in range, rings closed and not self-crossing, no hole
 * outside its exterior, altitude and spikes dropped, clockwise exteriors reversed (RFC 7946 §3.1.6 asks
 * readers not to reject them). Every change is a finding, and so are overlapping parts.
 */
export function checkGeometry(value: unknown, checks: RingChecks): CheckedGeometry {
  const type = isRecord(value) ? getOwn(value, 'type') : undefined;
  const depth = typeof type === 'string' ? DEPTHS.get(type) : undefined;
  if (!isRecord(value) || depth === undefined || typeof type !== 'string') {
    return set(
      fault(
        'geometry-type',
        ['geometry', 'type'],
        {
          zh: `几何类型 ${formatValue(type)} 不可用。`,
          en: `the geometry type ${formatValue(type)} cannot be used.`,
        },
        {
          zh: '改为点、线、面或其复合类型；集合请拆开。',
          en: 'Use a point, line, polygon or their multiple forms; split a collection.',
        },
      ),
    );
  }
  const findings: Finding[] = [];
  const coordinates = checkNested(
    getOwn(value, 'coordinates'),
    depth,
    ['geometry', 'coordinates'],
    findings,
  );
  if (findings.some(({ severity }) => severity === 'error'))
    return { geometry: undefined, findings };
  if (type === 'LineString' || type === 'MultiLineString') {
    const fault = lineFault(coordinates as Nested, depth);
    if (fault !== undefined) return { geometry: undefined, findings: [...findings, fault] };
  }
  const isAreal = type === 'Polygon' || type === 'MultiPolygon';
  const turned = isAreal
    ? turnRings(coordinates as Nested, { depth, findings, judge: checks.ofRing })
    : coordinates;
  if (findings.some(({ severity }) => severity === 'error'))
    return { geometry: undefined, findings };
  // The walk above has verified the nesting that the type requires.
  const geometry = { type, coordinates: turned } as Geometry;
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
    findings.push(...checks.ofArea(geometry));
  return findings.some(({ severity }) => severity === 'error')
    ? { geometry: undefined, findings }
    : { geometry, findings };
}

function lineFault(coordinates: Nested, depth: number): Finding | undefined {
  const lines = (depth === 1 ? [coordinates] : coordinates) as readonly (readonly Position[])[];
  for (const [index, line] of lines.entries()) {
    const path = ['geometry', 'coordinates', ...(depth === 1 ? [] : [index])];
    const fault = checkLine(line, path);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

type Nested = readonly (Nested | number)[];

function checkNested(
  value: unknown,
  depth: number,
  path: readonly (string | number)[],
  findings: Finding[],
): Nested {
  if (depth === 0) return checkPosition(value, path, findings);
  if (!Array.isArray(value) || value.length === 0) {
    findings.push(
      fault(
        'coordinates-missing',
        path,
        { zh: '坐标缺失或为空。', en: 'coordinates are missing or empty.' },
        {
          zh: '补上坐标，或将几何设为 null 表示未定位。',
          en: 'Add them, or set the geometry to null for an unlocated feature.',
        },
      ),
    );
    return [];
  }
  return value.map((member, index) => {
    // One error is enough to set the feature aside; its other positions need no check.
    if (findings.some(({ severity }) => severity === 'error')) return [];
    return checkNested(member, depth - 1, [...path, index], findings);
  });
}

function checkPosition(
  value: unknown,
  path: readonly (string | number)[],
  findings: Finding[],
): Nested {
  const [longitude, latitude] = Array.isArray(value) ? value : [];
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) {
    findings.push(
      fault(
        'position-not-a-number',
        path,
        { zh: '坐标不是有限的数字。', en: 'a position is not two finite numbers.' },
        { zh: '写成 [经度, 纬度]，单位为度。', en: 'Write [longitude, latitude] in degrees.' },
      ),
    );
    return [];
  }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    findings.push(outOfRange(longitude, latitude, path));
    return [];
  }
  if (
    Array.isArray(value) &&
    value.length > 2 &&
    !findings.some(({ code }) => code === 'altitude-dropped')
  ) {
    findings.push(
      note('altitude-dropped', path, {
        zh: '高程未使用，已略去。',
        en: 'altitudes are not used and were left out.',
      }),
    );
  }
  return [longitude, latitude];
}

function outOfRange(
  longitude: number,
  latitude: number,
  path: readonly (string | number)[],
): Finding {
  const isProjected = Math.abs(longitude) > 1000 || Math.abs(latitude) > 1000;
  const isSwapped = !isProjected && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
  const message = {
    zh: `坐标 [${longitude}, ${latitude}] 超出经纬度范围。`,
    en: `the position [${longitude}, ${latitude}] lies outside longitude ±180, latitude ±90.`,
  };
  if (isProjected) {
    return fault('position-projected', path, message, {
      zh: '看来是投影坐标（米）：请先从所用的投影带（如 CGCS2000 3 度带）转为经纬度。',
      en: 'These look like projected metres: convert them from their zone, such as one of CGCS2000, to degrees first.',
    });
  }
  return isSwapped
    ? fault('position-swapped', path, message, {
        zh: '经纬度似乎写反：应先经度后纬度。',
        en: 'The axes look swapped: longitude comes first.',
      })
    : fault('position-out-of-range', path, message, {
        zh: '写成 [经度, 纬度]，单位为度。',
        en: 'Write [longitude, latitude] in degrees.',
      });
}

function turnRings(
  coordinates: Nested,
  {
    depth,
    findings,
    judge,
  }: { readonly depth: number; readonly findings: Finding[]; readonly judge: RingJudge },
): Nested {
  const polygons = (depth === 2 ? [coordinates] : coordinates) as readonly (readonly Ring[])[];
  const turned = polygons.map((rings, polygon) =>
    rings.map((given, index) => {
      const path = ['geometry', 'coordinates', ...(depth === 2 ? [] : [polygon]), index];
      const { ring, findings: ofRing } = checkRing(given, path, judge);
      findings.push(...ofRing);
      if (ofRing.some(({ severity }) => severity === 'error')) return ring;
      const isCounterclockwise = signedArea(ring) > 0;
      if (isCounterclockwise === (index === 0)) return ring;
      if (!findings.some(({ code }) => code === 'ring-turned')) {
        findings.push(
          note('ring-turned', path, {
            zh: '环的方向与 RFC 7946 相反，已反转。',
            en: 'a ring ran the other way round than RFC 7946 asks and was turned.',
          }),
        );
      }
      return ring.toReversed();
    }),
  );
  return (depth === 2 ? (turned[0] ?? []) : turned) as Nested;
}

function fault(
  code: string,
  path: readonly (string | number)[],
  message: Finding['message'],
  cure: Finding['cure'],
): Finding {
  return { code, kind: 'logical-consistency', severity: 'error', path, message, cure };
}

function note(
  code: string,
  path: readonly (string | number)[],
  message: Finding['message'],
): Finding {
  return {
    code,
    kind: 'logical-consistency',
    severity: 'note',
    path,
    message,
    cure: { zh: '无需处理。', en: 'Nothing needs doing.' },
  };
}

function set(finding: Finding): CheckedGeometry {
  return { geometry: undefined, findings: [finding] };
}
