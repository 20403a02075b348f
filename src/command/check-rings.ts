import type { Geometry } from 'geojson';
import type { Finding } from '../data/finding.ts';
import { type Position, polygonsOf, type Ring } from '../domain/geometry.ts';
import { ZoneBoundary } from '../domain/zone-boundary.ts';

/**
 * Checks how the rings of an area lie to each other; each ring is sound by itself already. A hole
 * must lie in its exterior and outside other holes, and parts of a multipolygon may not overlap
 * (OGC Simple Features, 6.1.11): insides are told by counting rings, so such areas come out wrong.
 */
export function checkRings(geometry: Geometry): readonly Finding[] {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  const found: Finding[] = [];
  const parts = polygonsOf(geometry).map((rings) =>
    rings.map((ring) => ({ ring, area: areaOf(ring) })),
  );
  const path = (part: number, ring: number): readonly (string | number)[] =>
    geometry.type === 'Polygon'
      ? ['geometry', 'coordinates', ring]
      : ['geometry', 'coordinates', part, ring];
  for (const [part, [exterior, ...holes]] of parts.entries()) {
    if (exterior === undefined) continue;
    for (const [hole, { ring, area }] of holes.entries()) {
      const outside =
        ring.find((position) => !exterior.area.contains(position)) ?? crossing(ring, exterior.area);
      if (outside !== undefined) found.push(fault('hole-outside', path(part, hole + 1), outside));
      for (const earlier of holes.slice(0, hole)) {
        const shared = inside(ring, earlier.area) ?? inside(earlier.ring, area);
        if (shared !== undefined) found.push(fault('holes-overlap', path(part, hole + 1), shared));
      }
    }
    for (const other of parts.slice(0, part)) {
      const first = other[0];
      const shared =
        first && (inside(exterior.ring, first.area) ?? inside(first.ring, exterior.area));
      // A part may stand in another part's hole, as an island in a lake.
      const isIsland = other
        .slice(1)
        .some(({ area }) => exterior.ring.every((position) => area.contains(position)));
      if (shared !== undefined && !isIsland)
        found.push(fault('parts-overlap', path(part, 0), shared));
    }
  }
  return found;
}

function areaOf(ring: Ring): ZoneBoundary {
  return new ZoneBoundary({ type: 'Polygon', coordinates: [ring.map(([x, y]) => [x, y])] }, 'ring');
}

/** A place of one ring that lies truly inside another area, or where it enters it. */
function inside(ring: Ring, area: ZoneBoundary): Position | undefined {
  return (
    ring.find((position) => area.contains(position) && !area.isOnBoundary(position)) ??
    crossing(ring, area)
  );
}

/** Where an edge of the ring passes from inside to outside of the area between its ends. */
function crossing(ring: Ring, area: ZoneBoundary): Position | undefined {
  for (const [index, to] of ring.entries()) {
    const from = ring[index - 1];
    if (from === undefined) continue;
    const shares = area.crossings(from, to).toSorted((a, b) => a - b);
    const stops = [0, ...shares, 1];
    const middles = stops
      .slice(1)
      .map((stop, at) => along(from, to, (stop + (stops[at] ?? 0)) / 2));
    const isIn = middles.map((middle) => area.contains(middle) && !area.isOnBoundary(middle));
    const isOut = middles.map((middle) => !area.contains(middle));
    if (isIn.includes(true) && isOut.includes(true)) return along(from, to, shares[0] ?? 0);
  }
  return undefined;
}

function along([ax, ay]: Position, [bx, by]: Position, share: number): Position {
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}

const FAULTS = {
  'hole-outside': {
    message: { zh: '内环伸出外环，位于', en: 'a hole reaches outside its exterior ring at' },
    cure: {
      zh: '把内环移入外环，或改为单独的面。',
      en: 'Move the hole inside, or make it a polygon of its own.',
    },
  },
  'holes-overlap': {
    message: { zh: '两个内环相互重叠，位于', en: 'two holes overlap at' },
    cure: { zh: '合并这两个内环。', en: 'Merge the two holes.' },
  },
  'parts-overlap': {
    message: {
      zh: '复合面的两个部分相互重叠，位于',
      en: 'two parts of the multipolygon overlap at',
    },
    cure: { zh: '合并这两个部分。', en: 'Merge the two parts.' },
  },
} as const;

function fault(
  code: keyof typeof FAULTS,
  path: Finding['path'],
  [longitude, latitude]: Position,
): Finding {
  const at = `${longitude.toFixed(6)}, ${latitude.toFixed(6)}`;
  const { message, cure } = FAULTS[code];
  return {
    code,
    kind: 'logical-consistency',
    severity: 'error',
    path,
    message: { zh: `${message.zh} ${at}。`, en: `${message.en} ${at}.` },
    cure,
  };
}
