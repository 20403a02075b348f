import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHANGE_KINDS, SHORE_KEYS } from '../../../src/domain/coast-change/change-ledger.ts';
import {
  type CoastChange,
  compareCoasts,
  type ScopeChange,
} from '../../../src/domain/coast-change/compare-coasts.ts';
import { COASTLINE_CLASSES, type CoastlineSegment } from '../../../src/domain/coastline.ts';
import { linesOf } from '../../../src/domain/geodesy.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { readContent } from '../../geodata/read-geodata.ts';
import { districtBox, districtLine } from '../arbitraries.ts';
import { boxZone, PLAIN_RULE, segment } from '../build.ts';

const MILLIMETRE = 0.001;
const RATIO = 1e-9;
const ELLIPSOID = new geodesic.Geodesic.Geodesic(6378137, 1 / 298.257222101);

function compare(
  before: readonly CoastlineSegment[],
  after: readonly CoastlineSegment[],
  other: Partial<Parameters<typeof compareCoasts>[0]> = {},
): CoastChange {
  return compareCoasts({ before, after, zones: [], rule: PLAIN_RULE, realm: 'all', ...other });
}

/** Length in metres by GeographicLib. */
function lengthM(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, [longitude, latitude], at) => {
    const [x, y] = line[at] ?? [Number.NaN, Number.NaN];
    return sum + (ELLIPSOID.Inverse(y, x, latitude, longitude).s12 ?? Number.NaN);
  }, 0);
}

const lineOf = ({ geometry }: CoastlineSegment): readonly Position[] => linesOf(geometry)[0] ?? [];
const lengthOf = (one: CoastlineSegment): number => lengthM(lineOf(one));

function expectSums(scope: ScopeChange): void {
  for (const name of SHORE_KEYS) {
    const was = name === 'unclassified' ? scope.before.unclassifiedM : scope.before.byClass[name];
    const is = name === 'unclassified' ? scope.after.unclassifiedM : scope.after.byClass[name];
    const from = SHORE_KEYS.reduce((sum, to) => sum + scope.transitions[name][to], 0);
    const to = SHORE_KEYS.reduce((sum, other) => sum + scope.transitions[other][name], 0);
    closeTo(from + scope.lostByClass[name], was, MILLIMETRE);
    closeTo(to + scope.gainedByClass[name], is, MILLIMETRE);
  }
  const { before, after, ledger, change } = scope;
  const sum = (pick: (entry: (typeof ledger)[number]) => number): number =>
    ledger.reduce((total, entry) => total + pick(entry), 0);
  const natural = (side: typeof before): number => side.naturalM + side.restoredM;
  closeTo(
    sum(({ numeratorM }) => numeratorM),
    natural(after) - natural(before),
    MILLIMETRE,
  );
  closeTo(
    sum(({ totalM }) => totalM),
    after.totalM - before.totalM,
    MILLIMETRE,
  );
  if (change.ratio !== undefined)
    closeTo(
      change.parts.reduce((total, { ratio }) => total + (ratio ?? Number.NaN), 0),
      change.ratio,
      RATIO,
    );
}

function expectAllSums({ overall, zones }: CoastChange): void {
  expectSums(overall);
  for (const zone of zones) expectSums(zone);
}

/** A shore of 360 m edges that winds by 220 m, in segments of three edges. */
const shore = fc
  .array(fc.integer({ min: -2000, max: 2000 }), { minLength: 13, maxLength: 31 })
  .chain((winding) => {
    const points = winding.map((y, at): Position => [120 + at * 0.004, 36 + y / 1e6]);
    const count = Math.floor((points.length - 1) / 3);
    return fc
      .array(fc.constantFrom(...COASTLINE_CLASSES), { minLength: count, maxLength: count })
      .map((classes) =>
        classes.map((name, at) => segment(`s${at}`, name, points.slice(3 * at, 3 * at + 4))),
      );
  });

/** The same coast, drawn otherwise: lines turned, cut in two, in another order, with more corners. */
function redrawn(coast: readonly CoastlineSegment[], seed: number): readonly CoastlineSegment[] {
  return coast
    .flatMap((one, at): readonly CoastlineSegment[] => {
      const line = lineOf(one).flatMap((to, corner, all): readonly Position[] => {
        const from = all[corner - 1];
        if (from === undefined || (seed >> corner) % 2 === 0) return [to];
        return [[(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], to];
      });
      const parts = (seed >> at) % 2 === 0 ? [line] : [line.slice(0, 3), line.slice(2)];
      return parts.map((part, number) => {
        const turned = (seed >> (at + number)) % 3 === 0 ? part.toReversed() : part;
        return {
          ...one,
          id: `${one.id}-${number}`,
          geometry: { type: 'LineString', coordinates: turned.map(([x, y]) => [x, y]) },
        };
      });
    })
    .toReversed();
}

describe('random pairs of coasts', () => {
  const coast = fc.array(
    fc.tuple(
      districtLine,
      fc.constantFrom(...COASTLINE_CLASSES, undefined),
      fc.constantFrom('mainland' as const, 'island' as const),
    ),
    { maxLength: 5 },
  );

  test('add up, with and without zones', () => {
    fc.assert(
      fc.property(coast, coast, fc.array(districtBox, { maxLength: 2 }), (one, other, boxes) => {
        const [before, after] = [one, other].map((lines) =>
          lines.map(([line, name, realm], at) => segment(`s${at}`, name, line, { realm })),
        );
        expectAllSums(
          compare(before ?? [], after ?? [], {
            zones: boxes.map((box, at) => boxZone(`z${at}`, box)),
            // Lines of 100 km: by the kilometre, so that some of them match.
            toleranceM: 5000,
          }),
        );
      }),
      { numRuns: 12 },
    );
  });

  test('whose corners are a few metres off are the same coast', () => {
    fc.assert(
      fc.property(
        shore,
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 8, maxLength: 8 }),
        (before, offs) => {
          let at = 0;
          const after = before.map((one) => {
            // Ends stay, so that segments meet; corners move by up to 11 m.
            const line = lineOf(one).map(([x, y], corner, all): Position => {
              at += 1;
              const off = (offs[at % 8] ?? 0) / 1e6;
              return corner === 0 || corner === all.length - 1 ? [x, y] : [x + off, y + off];
            });
            return {
              ...one,
              geometry: { ...one.geometry, coordinates: line.map(([x, y]) => [x, y]) },
            };
          }) as readonly CoastlineSegment[];
          const { overall, stretches } = compare(before, after);
          expectSums(overall);
          expect(stretches.every(({ kind }) => kind === 'matched')).toBe(true);
          for (const one of before) {
            const own = stretches.filter((each) => each.before?.segmentId === one.id);
            expect(own.every((each) => each.after?.segmentId === one.id)).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a coast with stated edits', () => {
  test('shows the edits and nothing else, however it is drawn', () => {
    fc.assert(
      fc.property(shore, fc.nat(1 << 20), fc.nat(), (before, seed, pick) => {
        const [drop, turn] = [pick % before.length, (pick >> 5) % before.length];
        const edited = before.flatMap((one, at): readonly CoastlineSegment[] => {
          if (at === drop) return [];
          return at === turn ? [{ ...one, class: 'artificial' }] : [one];
        });
        const { overall, stretches } = compare(before, redrawn(edited, seed));
        expectSums(overall);
        const dropped = before[drop];
        closeTo(overall.lostM, dropped === undefined ? 0 : lengthOf(dropped), MILLIMETRE);
        closeTo(overall.gainedM, 0, MILLIMETRE);
        for (const [at, one] of before.entries()) {
          const own = stretches.filter((each) => each.before?.segmentId === one.id);
          const sum = own.reduce((total, each) => total + (each.before?.lengthM ?? 0), 0);
          closeTo(sum, lengthOf(one), MILLIMETRE);
          const expected = at === drop ? undefined : at === turn ? 'artificial' : one.class;
          // Rounding may leave a sliver of a hundredth of a millimetre of the neighbour.
          for (const each of own.filter((stretch) => (stretch.before?.lengthM ?? 0) > 1e-4))
            expect(each.after?.class).toBe(expected);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('changes sign with the two coasts exchanged', () => {
    fc.assert(
      fc.property(shore, fc.nat(), (before, pick) => {
        const after = before.map(
          (one, at): CoastlineSegment =>
            at === pick % before.length ? { ...one, class: 'estuary' } : one,
        );
        const [there, back] = [compare(before, after).overall, compare(after, before).overall];
        const opposite = { consumed: 'restored', restored: 'consumed' } as const;
        for (const kind of CHANGE_KINDS) {
          const other = kind === 'consumed' || kind === 'restored' ? opposite[kind] : kind;
          const ratioOf = (scope: ScopeChange, wanted: string): number =>
            scope.change.parts.find((part) => part.kind === wanted)?.ratio ?? 0;
          closeTo(ratioOf(there, kind), -ratioOf(back, other), RATIO);
        }
      }),
      { numRuns: 6 },
    );
  });
});

describe('the embedded coast', () => {
  let coast: readonly CoastlineSegment[] = [];
  beforeAll(async () => {
    coast = (await readContent('coast/coastline.geojson', 'coastline')).segments;
  });

  test('against itself has not changed', async () => {
    const { zones } = await readContent('coast/zones.geojson', 'zones');
    const change = compare(coast, coast.toReversed(), { zones });
    expectAllSums(change);
    closeTo(change.overall.lostM + change.overall.gainedM, 0, MILLIMETRE);
    closeTo(change.overall.reclaimedM2 + change.overall.erodedM2, 0, 1);
    expect(change.equalDetail).toBeUndefined();
  });

  test('with stated edits gives the stated figures', () => {
    const mainland = coast.filter(({ realm }) => realm === 'mainland');
    const sandy = mainland.filter((one) => one.class === 'sandy').slice(0, 5);
    const artificial = mainland.filter((one) => one.class === 'artificial').slice(0, 3);
    const bedrock = mainland.filter((one) => one.class === 'bedrock').slice(4, 5);
    const after = coast.flatMap((one): readonly CoastlineSegment[] => {
      if (bedrock.includes(one)) return [];
      if (sandy.includes(one)) return [{ ...one, class: 'artificial' }];
      return artificial.includes(one) ? [{ ...one, class: 'restored' }] : [one];
    });
    const { overall } = compareCoasts({
      ...{ before: coast, after, zones: [], rule: PLAIN_RULE, realm: 'mainland' },
    });
    expectSums(overall);
    const sum = (some: readonly CoastlineSegment[]): number =>
      some.reduce((total, one) => total + lengthOf(one), 0);
    closeTo(overall.transitions.sandy.artificial, sum(sandy), MILLIMETRE);
    closeTo(overall.transitions.artificial.restored, sum(artificial), MILLIMETRE);
    closeTo(overall.lostByClass.bedrock, sum(bedrock), MILLIMETRE);
    closeTo(overall.lostM, sum(bedrock), MILLIMETRE);
    closeTo(overall.gainedM, 0, MILLIMETRE);
    const [total, mean] = [
      (overall.before.totalM + overall.after.totalM) / 2,
      ((overall.before.ratio ?? 0) + (overall.after.ratio ?? 0)) / 2,
    ];
    const partOf = (kind: string): number | undefined =>
      overall.change.parts.find((part) => part.kind === kind)?.ratio;
    closeTo(partOf('consumed'), -sum(sandy) / total, RATIO);
    closeTo(partOf('restored'), sum(artificial) / total, RATIO);
    closeTo(partOf('extent'), (-sum(bedrock) * (1 - mean)) / total, RATIO);
  });
});
