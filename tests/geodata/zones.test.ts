import {
  area,
  booleanPointInPolygon,
  distance,
  feature,
  featureCollection,
  intersect,
  lineIntersect,
  lineString,
  multiLineString,
  polygon,
} from '@turf/turf';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_RULE } from '../../src/data/audit/audit-rule.ts';
import { auditCoastline } from '../../src/domain/audit/audit-coastline.ts';
import type { CoastlineSegment } from '../../src/domain/coastline.ts';
import { linesOf } from '../../src/domain/geodesy.ts';
import { polygonsOf, positionsOf } from '../../src/domain/geometry.ts';
import type { Zone } from '../../src/domain/zone.ts';
import { closeTo } from '../close-to.ts';
import { readContent } from './read-geodata.ts';

let zones: readonly Zone[];
let segments: readonly CoastlineSegment[];

beforeAll(async () => {
  ({ zones } = await readContent('coast/zones.geojson', 'zones'));
  ({ segments } = await readContent('coast/coastline.geojson', 'coastline'));
});

/** Edges of the zones' rings by their two ends, lower end first, with how often each is run either way. */
function edges(): ReadonlyMap<
  string,
  { readonly ends: number[][]; along: number; against: number }
> {
  const found = new Map<string, { ends: number[][]; along: number; against: number }>();
  for (const { geometry } of zones) {
    for (const ring of polygonsOf(geometry).flat()) {
      for (const [index, to] of ring.entries()) {
        const from = ring[index - 1];
        if (from === undefined) continue;
        const isAlong = `${from}` < `${to}`;
        const key = isAlong ? `${from} ${to}` : `${to} ${from}`;
        const edge = found.get(key) ?? { ends: [[...from], [...to]], along: 0, against: 0 };
        if (isAlong) edge.along += 1;
        else edge.against += 1;
        found.set(key, edge);
      }
    }
  }
  return found;
}

describe('the protection zones', () => {
  it('are about a dozen, each named in both languages, graded and tied to article 46', () => {
    expect(zones.length).toBeGreaterThanOrEqual(12);
    expect(zones.length).toBeLessThanOrEqual(14);
    expect(new Set(zones.map(({ name }) => name.zh)).size).toBe(zones.length);
    for (const { name, grade, articles } of zones) {
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(name.en).toMatch(/^[A-Z][\w–,() -]+$/);
      expect(grade).toBeDefined();
      expect(articles).toEqual([46]);
    }
  });

  it('never overlap: no two of them share an area', () => {
    for (const [index, zone] of zones.entries()) {
      for (const other of zones.slice(index + 1)) {
        const common = intersect(
          featureCollection([feature(zone.geometry), feature(other.geometry)]),
        );
        // Rounding to 6 decimals is 0.1 m; a shared border of 20 km could show 1 m² in the clipper.
        expect(common === null ? 0 : area(common), `${zone.id} and ${other.id}`).toBeLessThan(1);
      }
    }
  });

  it('share the very same vertices where they meet, so no gap lies between them', () => {
    const all = [...edges().values()];
    expect(all.filter(({ along, against }) => along > 1 || against > 1)).toEqual([]);
    // The mainland belt is one area without a hole, Lingshan Island another: two outlines in all.
    const outline = all.filter(({ along, against }) => along + against === 1);
    const ways = new Map<string, string[]>();
    for (const { ends } of outline) {
      const [from, to] = [`${ends[0]}`, `${ends[1]}`];
      ways.set(from, [...(ways.get(from) ?? []), to]);
      ways.set(to, [...(ways.get(to) ?? []), from]);
    }
    let outlines = 0;
    const seen = new Set<string>();
    for (const start of ways.keys()) {
      if (seen.has(start)) continue;
      outlines += 1;
      for (const open = [start]; open.length > 0; ) {
        const at = open.pop();
        if (at === undefined || seen.has(at)) continue;
        seen.add(at);
        open.push(...(ways.get(at) ?? []));
      }
    }
    expect(outlines).toBe(2);
  });

  it('hold the whole coast: every vertex lies in one, and no stretch leaves through the outline', () => {
    const areas = zones.map(({ geometry }) => feature(geometry));
    const outside = segments.flatMap(({ id, geometry }) =>
      [...positionsOf(geometry)]
        .filter((position) => !areas.some((zone) => booleanPointInPolygon([...position], zone)))
        .map((position) => `${id} at ${position}`),
    );
    expect(outside).toEqual([]);
    const outline = multiLineString(
      [...edges().values()]
        .filter(({ along, against }) => along + against === 1)
        .map(({ ends }) => ends),
    );
    const leaving = segments.filter(
      ({ geometry }) => lineIntersect(feature(geometry), outline).features.length > 0,
    );
    expect(leaving.map(({ id }) => id)).toEqual([]);
  });

  it('leave the audit nothing to explain, on the mainland and on the islands', () => {
    const { coverage } = auditCoastline({ segments, zones, rule: DEFAULT_RULE, realm: 'all' });
    expect(coverage.outsideM).toBe(0);
    expect(coverage.faults).toEqual([]);
    expect(coverage.isComplete).toBe(true);
  });

  it.each([['qizi-bay-2'], ['langya'], ['tangdao']])(
    'leave a gap on the mainland where coast named %s… is missing',
    (name) => {
      const kept = segments.filter(({ id }) => !id.startsWith(name));
      expect(kept.length).toBeLessThan(segments.length);
      // The straight way by Turf, to half a percent, between the ends of all that was taken out.
      const places = new Map<string, number>();
      for (const { geometry } of segments.filter(({ id }) => id.startsWith(name)))
        for (const line of linesOf(geometry))
          for (const end of [line[0], line.at(-1)])
            places.set(`${end}`, (places.get(`${end}`) ?? 0) + 1);
      const [from = [], to = [], ...others] = [...places]
        .filter(([, times]) => times === 1)
        .map(([place]) => place.split(',').map(Number));
      expect(others).toEqual([]);
      for (const realm of ['mainland', 'all'] as const) {
        const audit = auditCoastline({ segments: kept, zones, rule: DEFAULT_RULE, realm });
        expect(audit.coverage.isComplete).toBe(false);
        expect(audit.coverage.faults.map(({ kind }) => kind)).toEqual(['gap']);
        const expected = distance(from, to, { units: 'meters' });
        closeTo(audit.coverage.gapM, expected, 0.005 * expected);
      }
    },
  );

  it('keep every island in a single zone', () => {
    const islands = segments.filter(({ realm }) => realm === 'island');
    expect(islands.length).toBeGreaterThan(0);
    const cut = islands.filter(({ geometry }) => {
      const positions = [...positionsOf(geometry)];
      return !zones.some((zone) =>
        positions.every((position) => booleanPointInPolygon([...position], zone.geometry)),
      );
    });
    expect(cut.map(({ id }) => id)).toEqual([]);
  });
});

describe('these proofs', () => {
  it('would see an overlap and a coast that leaves', () => {
    const square = polygon([
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ]);
    const shifted = polygon([
      [
        [0.5, 0],
        [1.5, 0],
        [1.5, 1],
        [0.5, 1],
        [0.5, 0],
      ],
    ]);
    const common = intersect(featureCollection([square, shifted]));
    // Half a square degree at the equator: 0.5 × (111.2 km)², within a percent for the latitude's cosine.
    expect((common === null ? 0 : area(common)) / (0.5 * 111_195 ** 2)).toBeCloseTo(1, 2);
    const leaving = lineString([
      [0.5, 0.5],
      [2, 0.5],
    ]);
    expect(
      lineIntersect(leaving, multiLineString(square.geometry.coordinates)).features.length,
    ).toBe(1);
  });
});
