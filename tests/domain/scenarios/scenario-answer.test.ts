import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { AuditRule } from '../../../src/domain/audit/audit.ts';
import { answerAudit } from '../../../src/domain/audit/audit-question.ts';
import type { AuditChoices } from '../../../src/domain/audit/audit-settings.ts';
import type { Reclassification } from '../../../src/domain/audit/reclassification.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { COASTLINE_CLASSES, type CoastlineSegment } from '../../../src/domain/coastline.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import type { ArealGeometry, BoundingBox } from '../../../src/domain/geometry.ts';
import { footprintOf } from '../../../src/domain/scenarios/footprint.ts';
import type {
  Footprint,
  ScenarioAnswer,
  SitePurpose,
} from '../../../src/domain/scenarios/scenario.ts';
import { ScenarioEngine } from '../../../src/domain/scenarios/scenario-answer.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { districtBox, districtLine } from '../arbitraries.ts';
import {
  boxRing,
  boxZone,
  EQUATOR_DEGREE,
  equatorSegment,
  PLAIN_RULE,
  polygon,
  segment,
} from '../build.ts';

/** What double precision leaves of a ratio, and of lengths of 1e5 m. */
const [EXACT, ROUNDING] = [1e-12, 1e-5];
const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;

/** One degree along the equator: five tenths natural, one restored, four built; an islet of rock. */
const COAST: readonly CoastlineSegment[] = [
  equatorSegment('rock', 'bedrock', [0, 0.3], { confidence: 'low' }),
  equatorSegment('beach', 'sandy', [0.3, 0.5]),
  equatorSegment('repaired', 'restored', [0.5, 0.6]),
  equatorSegment('quay', 'artificial', [0.6, 0.8], { use: 'port' }),
  equatorSegment('dyke', 'artificial', [0.8, 1], { use: 'aquaculture' }),
  equatorSegment('islet', 'bedrock', [2, 2.1], { realm: 'island' }),
];
const ZONES = [boxZone('west', [-1, -1, 0.4, 1]), boxZone('east', [0.4, -1, 3, 1])];
const PROJECTS: readonly { readonly id: string; readonly geometry?: Geometry }[] = [
  { id: 'unlocated' },
  { id: 'town', geometry: polygon(boxRing([0.2, 0.2, 0.3, 0.3])) },
  { id: 'buoy', geometry: { type: 'Point', coordinates: [0.9, -0.5] } },
];
const RULE: AuditRule = {
  ...PLAIN_RULE,
  sensitivity: { generaliseM: [25], estuary: [], flip: ['low'] },
};

function deskOf(
  segments: readonly CoastlineSegment[] = COAST,
  zones: readonly Zone[] = ZONES,
): ScenarioEngine {
  const measured = measureCoast({ segments, zones, tolerancesM: [25], unionArea });
  return new ScenarioEngine(measured, segments, PROJECTS);
}

const DESK = deskOf();

function footprint(site: string, body: ArealGeometry, other: Partial<Footprint> = {}): Footprint {
  return { site, purpose: 'build', core: body, area: body, ...other };
}

/** A site from one longitude to another across the coast. */
function build(
  site: string,
  [west, east]: readonly [number, number],
  other: Partial<Footprint> = {},
) {
  return footprint(site, polygon(boxRing([west, -0.1, east, 0.1])), other);
}

function restore(site: string, range: readonly [number, number]): Footprint {
  return build(site, range, { purpose: 'restore' });
}

function ask(
  footprints: readonly Footprint[],
  choices: AuditChoices = {},
  log: readonly Reclassification[] = [],
): ScenarioAnswer {
  return DESK.answer({ footprints, rule: RULE, choices, log });
}

function siteOf(footprints: readonly Footprint[], choices: AuditChoices = {}) {
  const [first] = ask(footprints, choices).sites;
  if (first === undefined) throw new Error('there is no answer');
  return first;
}

describe('a scenario without sites', () => {
  test('leaves the coast as it is', () => {
    const { before, after, zones, sites, lostM, restoredM } = ask([]);
    expect(after).toEqual(before);
    expect({ zones, sites, lostM, restoredM }).toEqual({
      zones: [],
      sites: [],
      lostM: 0,
      restoredM: 0,
    });
  });

  test('is the audit in force: chosen settings on edited data', () => {
    const measured = measureCoast({ segments: COAST, zones: ZONES, tolerancesM: [25], unionArea });
    const log = [entry('quay', 'sandy')];
    for (const choices of [
      {},
      { realm: 'all' },
      { numerator: 'native' },
      { toleranceM: 25 },
    ] as const)
      expect(ask([], choices, log).before).toEqual(
        answerAudit(measured, COAST, { rule: RULE, choices, log }).audit.overall,
      );
  });
});

describe('a site that builds', () => {
  test('takes the natural and restored metres inside: 0.4° to 0.7° takes two tenths of six', () => {
    const { before, after, lostM, restoredM } = ask([build('berth', [0.4, 0.7])]);
    closeTo(before.ratio, 0.6, EXACT);
    closeTo(after.ratio, 0.4, EXACT);
    closeTo(after.headroomM, along(0.05), ROUNDING);
    closeTo(lostM, along(0.2), ROUNDING);
    expect(restoredM).toBe(0);
  });

  test('tells what it takes by class and zone: 0.2° to 0.7°', () => {
    const { changed, lostM, zoneIds } = siteOf([build('berth', [0.2, 0.7])]);
    expect(changed.map(({ class: was, realm, zoneIds: ids }) => [was, realm, ids])).toEqual([
      ['bedrock', 'mainland', ['west']],
      ['sandy', 'mainland', ['west']],
      ['sandy', 'mainland', ['east']],
      ['restored', 'mainland', ['east']],
      ['artificial', 'mainland', ['east']],
    ]);
    for (const { lengthM } of changed) closeTo(lengthM, along(0.1), ROUNDING);
    closeTo(lostM, along(0.4), ROUNDING);
    expect(zoneIds).toEqual(['west', 'east']);
  });

  test('shows the coast that it takes', () => {
    const { lines } = siteOf([build('berth', [0.1, 0.2])]);
    expect(lines).toHaveLength(1);
    closeTo(lines[0]?.[0]?.[0], 0.1, EXACT);
    closeTo(lines[0]?.at(-1)?.[0], 0.2, EXACT);
  });

  test('changes the zones whose coast it takes, and no other', () => {
    const { zones } = ask([build('berth', [0.1, 0.2])]);
    expect(zones.map(({ id }) => id)).toEqual(['west']);
    closeTo(zones[0]?.before.ratio, 1, EXACT);
    closeTo(zones[0]?.after.ratio, 0.75, EXACT);
  });

  test('takes what its ground reaches; its area is that of its body', () => {
    const ground = polygon(boxRing([0.1, -0.1, 0.2, 0.1]));
    const body = polygon(boxRing([0.1, 0.05, 0.2, 0.1]));
    const { lostM, areaM2, coastDistanceM } = siteOf([footprint('berth', body, { area: ground })]);
    closeTo(lostM, along(0.1), ROUNDING);
    // python3, pyproj 3.4.1: Geod(a=6378137, rf=298.257222101).polygon_area_perimeter(
    // [0.1, 0.2, 0.2, 0.1], [0.05, 0.05, 0.1, 0.1])[0], and .inv(0.1, 0, 0.1, 0.05)[2].
    closeTo(areaM2.ellipsoid / 61545322.906, 1, 1e-9);
    closeTo(coastDistanceM, 5528.7138, 1e-3);
  });

  test('takes coast that no target counts: it is listed and not lost', () => {
    const { changed, lostM, alternatives } = siteOf([build('islet', [1.9, 2.05])]);
    expect(changed).toMatchObject([{ class: 'bedrock', realm: 'island', zoneIds: ['east'] }]);
    expect(lostM).toBe(0);
    expect(alternatives).toEqual([]);
    expect(ask([build('islet', [1.9, 2.05])]).zones).toEqual([]);
    closeTo(ask([build('islet', [1.9, 2.05])], { realm: 'all' }).lostM, along(0.05), ROUNDING);
  });

  test('takes natural coast by the data’s rule, whatever the user counts', () => {
    const islet = [build('islet', [1.9, 2.05])];
    closeTo(siteOf(islet).takenM, along(0.05), ROUNDING);
    const repaired = [build('berth', [0.5, 0.7])];
    closeTo(siteOf(repaired, { numerator: 'native' }).takenM, along(0.1), ROUNDING);
    const counting = { ...RULE.counting, bedrock: 'total-only' } as const;
    const question = { footprints: islet, rule: { ...RULE, counting }, choices: {}, log: [] };
    expect(DESK.answer(question).sites[0]?.takenM).toBe(0);
  });

  test('takes what the change log says is there', () => {
    const site = [build('berth', [0.6, 0.7])];
    expect(ask(site).lostM).toBe(0);
    closeTo(ask(site, {}, [entry('quay', 'sandy')]).lostM, along(0.1), ROUNDING);
  });

  test('takes no restored metres where natural coast alone counts', () => {
    closeTo(ask([build('berth', [0.4, 0.7])], { numerator: 'native' }).lostM, along(0.1), ROUNDING);
  });
});

describe('a site that restores', () => {
  test('gives the artificial metres inside, and leaves the rest: 0.5° to 0.7° gives one tenth', () => {
    const { after, lostM, restoredM, sites } = ask([restore('park', [0.5, 0.7])]);
    closeTo(after.ratio, 0.7, EXACT);
    closeTo(restoredM, along(0.1), ROUNDING);
    expect(lostM).toBe(0);
    expect(sites[0]?.changed.map((coast) => coast.class)).toEqual(['artificial']);
    expect(sites[0]?.alternatives).toEqual([]);
  });

  test('gives nothing where natural coast alone counts', () => {
    expect(ask([restore('park', [0.5, 0.7])], { numerator: 'native' }).restoredM).toBe(0);
  });

  test('gives way to what is built, whichever comes first', () => {
    for (const footprints of [
      [restore('park', [0.6, 0.8]), build('berth', [0.7, 0.9])],
      [build('berth', [0.7, 0.9]), restore('park', [0.6, 0.8])],
    ]) {
      const { restoredM, sites } = ask(footprints);
      closeTo(restoredM, along(0.1), ROUNDING);
      expect(sites.map(({ site }) => site)).toEqual(footprints.map(({ site }) => site));
    }
  });
});

describe('the nearest project', () => {
  // 0.1° of the meridian at the equator: pyproj.Geod(a=6378137, rf=298.257222101).inv(0.2, 0.1, 0.2, 0.2)[2].
  test('is told with its distance', () => {
    const { nearestProject } = siteOf([build('berth', [0.1, 0.4])]);
    expect(nearestProject?.id).toBe('town');
    closeTo(nearestProject?.distanceM, 11057.4284, 1e-3);
  });

  test('is none away where the site touches or holds it', () => {
    const around = footprint('around', polygon(boxRing([0.8, -0.6, 1, -0.4])));
    expect(siteOf([around]).nearestProject).toEqual({ id: 'buoy', distanceM: 0 });
  });

  test('is never the one whose site it is', () => {
    const town = footprint('own', polygon(boxRing([0.2, 0.2, 0.3, 0.3])), { projectId: 'town' });
    expect(siteOf([town]).nearestProject?.id).toBe('buoy');
  });
});

describe('where a site could go instead', () => {
  test('is on the nearest run of artificial coast that is long enough, where it is nearest', () => {
    const [place, ...others] = siteOf([build('berth', [0.1, 0.4])]).alternatives;
    expect(others).toEqual([]);
    expect(place?.segmentIds).toEqual(['quay', 'dyke']);
    closeTo(place?.lengthM, along(0.4), ROUNDING);
    closeTo(place?.neededM, along(0.3), ROUNDING);
    closeTo(place?.distanceM, along(0.2), ROUNDING);
    closeTo(place?.line.at(0)?.[0], 0.6, EXACT);
    closeTo(place?.line.at(-1)?.[0], 0.9, EXACT);
  });

  test('is nowhere where no run is nine tenths as long as the natural coast that it takes', () => {
    expect(siteOf([build('berth', [0.05, 0.5])]).alternatives).toEqual([]);
    // 0.44° are taken and 0.4° are there.
    const [short] = siteOf([build('berth', [0.06, 0.5])]).alternatives;
    closeTo(short?.lengthM, along(0.4), ROUNDING);
    closeTo(short?.neededM, along(0.44), ROUNDING);
  });

  test('is not asked where no natural coast is taken', () => {
    expect(siteOf([build('berth', [0.5, 0.7])]).alternatives).toEqual([]);
  });

  test('is not where another site, or the site itself, stands', () => {
    const berth = build('berth', [0.1, 0.3]);
    const place = ask([berth, build('b', [0.65, 0.75])]).sites[0]?.alternatives[0];
    expect(place?.segmentIds).toEqual(['quay', 'dyke']);
    closeTo(place?.lengthM, along(0.25), ROUNDING);
    closeTo(place?.distanceM, along(0.45), ROUNDING);
    const wide = siteOf([build('wide', [0.4, 0.75])]).alternatives[0];
    closeTo(wide?.lengthM, along(0.25), ROUNDING);
    expect(wide?.distanceM).toBe(0);
  });
});

describe('places for a site on graded coast', () => {
  /** A cape of rock at 1° with built coast on both sides; the zones are graded from west to east. */
  const coast = [
    equatorSegment('far-quay', 'artificial', [0, 0.4]),
    equatorSegment('beach', 'sandy', [0.4, 0.5]),
    equatorSegment('near-quay', 'artificial', [0.5, 0.9]),
    equatorSegment('cape', 'bedrock', [0.9, 1.1]),
    equatorSegment('ponds', 'artificial', [1.1, 2], { use: 'aquaculture' }),
  ];
  const answer = (zones: readonly Zone[], [west, east] = [0.9, 1.1] as const) =>
    deskOf(coast, zones).answer({
      footprints: [build('berth', [west, east])],
      rule: RULE,
      choices: {},
      log: [],
    }).sites[0]?.alternatives ?? [];
  const grades = (zones: readonly Zone[]) => answer(zones).map(({ grade }) => grade);
  const zoneOf = (grade: Zone['grade'], [west, east]: readonly [number, number]): Zone =>
    boxZone(grade ?? 'ungraded', [west, -1, east, 1], grade === undefined ? {} : { grade });

  test('go by the grade of the zone first, then by distance: optimised, ungraded, restricted', () => {
    const zones = [zoneOf('optimised', [-1, 0.45]), zoneOf('restricted', [1, 3])];
    const places = answer(zones);
    expect(places.map(({ grade, zoneIds }) => [grade, zoneIds])).toEqual([
      ['optimised', ['optimised']],
      [undefined, []],
      ['restricted', ['restricted']],
    ]);
    // From 0.9° back to where each begins: the far quay ends at 0.4°, the near one at the site.
    for (const [number, degrees] of [0.5, 0, 0].entries())
      closeTo(places[number]?.distanceM, along(degrees), ROUNDING);
  });

  test('are put last under strict protection', () => {
    const zones = [zoneOf('strict', [0.45, 0.95]), zoneOf('restricted', [1, 3])];
    expect(grades(zones)).toEqual([undefined, 'restricted', 'strict']);
  });

  test('rank a tenth too short on optimised coast before long enough on restricted coast', () => {
    // 0.185° for 0.2°: short by 7.5 %.
    const zones = [zoneOf('optimised', [-1, 0.185]), zoneOf('restricted', [0.185, 3])];
    const [first, second] = answer(zones);
    expect([first?.grade, second?.grade]).toEqual(['optimised', 'restricted']);
    closeTo(first?.lengthM, along(0.185), ROUNDING);
    closeTo(first?.line.at(-1)?.[0], 0.185, 1e-9);
    // 0.17° would be short by 15 %: the stretch counts with its stricter part.
    const shorter = [zoneOf('optimised', [-1, 0.17]), zoneOf('restricted', [0.17, 3])];
    expect(grades(shorter)).toEqual(['restricted', 'restricted', 'restricted']);
  });

  test('are no stricter than said along all of the line, and none is offered twice', () => {
    const places = answer([zoneOf('optimised', [1.5, 3]), zoneOf('restricted', [-1, 1.5])]);
    expect(places.map(({ grade }) => grade)).toEqual(['optimised', 'restricted', 'restricted']);
    closeTo(places[0]?.line[0]?.[0], 1.5, 1e-9);
    closeTo(places[0]?.lengthM, along(0.5), 1e-3);
    const starts = places.slice(1).map(({ line }) => line[0]?.[0] ?? Number.NaN);
    for (const [number, longitude] of [0.7, 1.1].entries())
      closeTo(starts[number], longitude, 1e-9);
  });

  test('take the strictest of zones that lie over one another', () => {
    const zones = [zoneOf('optimised', [-1, 3]), zoneOf('strict', [0.45, 3])];
    expect(grades(zones)).toEqual(['optimised', 'strict', 'strict']);
  });
});

describe('coast inside a site that it does not count', () => {
  test('is named with the site that counts it', () => {
    const [first, second, apart] = ask([
      build('a', [0.1, 0.3]),
      build('b', [0.25, 0.4]),
      build('c', [0.5, 0.55]),
    ]).sites;
    expect(first?.shared).toEqual([]);
    expect(second?.shared.map(({ site }) => site)).toEqual(['a']);
    closeTo(second?.shared[0]?.lengthM, along(0.05), ROUNDING);
    closeTo(second?.lostM, along(0.1), ROUNDING);
    expect(apart?.shared).toEqual([]);
    expect(second?.missed).toBeUndefined();
  });

  test('is named for a restoration under what is built on it', () => {
    const [built, mended] = ask([build('quay-2', [0.6, 0.7]), restore('mend', [0.65, 0.8])]).sites;
    expect(built?.shared).toEqual([]);
    closeTo(mended?.shared[0]?.lengthM, along(0.05), ROUNDING);
    closeTo(mended?.restoredM, along(0.1), ROUNDING);
  });

  test('is apart from what the site costs', () => {
    const site = siteOf([build('a', [0.55, 0.65])]);
    const longitudes = (lines: typeof site.lines) => lines.flat().map(([longitude]) => longitude);
    expect(Math.max(...longitudes(site.lines))).toBe(0.65);
    expect(Math.min(...longitudes(site.keptLines))).toBe(0.55);
    closeTo(Math.max(...longitudes(site.keptLines)), 0.6, EXACT);
    expect(siteOf([build('a', [0.7, 0.75])]).keptLines).toEqual([]);
  });

  test('is none where a fill lies off the shore: the nearest coast is named', () => {
    const fill = footprint('fill', polygon(boxRing([0.1, 0.05, 0.2, 0.1])));
    const { missed, changed, shared } = siteOf([fill]);
    expect([changed, shared, missed?.segmentId]).toEqual([[], [], 'rock']);
    // 0.05 degrees of the meridian at the equator (110 574.3 m a degree), within the plane that measures it.
    closeTo(missed?.distanceM, 5528.7, 1);
    // At a corner alone: on the coast, and none of it inside.
    const corner = footprint(
      'fill',
      polygon([
        [0.1, 0],
        [0.2, 0.1],
        [0.1, 0.1],
        [0.1, 0],
      ]),
    );
    const touching = siteOf([corner]);
    expect([touching.lostM, touching.missed?.segmentId]).toEqual([0, 'rock']);
    expect(touching.missed?.distanceM).toBeLessThan(0.01);
  });
});

describe('a site far from the coast', () => {
  test('takes nothing and says how far it is', () => {
    const site = footprintOf({
      id: 'inland',
      name: 'Inland',
      purpose: 'build',
      shape: { type: 'Point', coordinates: [0.5, 0.5] },
      widthM: 1000,
      bufferM: 100,
    });
    const { before, after, sites } = ask([site]);
    expect(after).toEqual(before);
    const [{ lostM, changed, lines, coastDistanceM } = siteOf([site])] = sites;
    expect({ lostM, changed, lines }).toEqual({ lostM: 0, changed: [], lines: [] });
    // pyproj: Geod(a=6378137, rf=298.257222101).inv(0.5, 0, 0.5, 0.5)[2], less the radius of 500 m.
    closeTo(coastDistanceM, 55287.152 - 500, 0.5);
  });

  test('is at no distance where there is no coast, and has no neighbour where there is no project', () => {
    const measured = measureCoast({ segments: [], zones: [], tolerancesM: [25], unionArea });
    const { sites, before } = new ScenarioEngine(measured, [], []).answer({
      footprints: [build('berth', [0, 1])],
      rule: RULE,
      choices: {},
      log: [],
    });
    expect(before.ratio).toBeUndefined();
    expect(sites).toMatchObject([{ coastDistanceM: undefined, nearestProject: undefined }]);
  });
});

test('a question is answered the same whatever was asked before', () => {
  const footprints = [build('berth', [0.1, 0.4]), restore('park', [0.6, 0.7])];
  const question = { footprints, rule: RULE, choices: { realm: 'all' } as const, log: [] };
  DESK.answer({ ...question, choices: {}, log: [entry('quay', 'muddy')] });
  const again = DESK.answer(question);
  expect(again).toEqual(deskOf().answer(question));
  expect(DESK.answer(structuredClone(question))).toEqual(again);
});

test('more sites than are remembered are answered all the same', () => {
  const footprints = Array.from({ length: 300 }, (_, number) =>
    build(`site ${number}`, [number / 300, (number + 0.5) / 300]),
  );
  closeTo(ask(footprints).lostM, along(0.3), 1e-3);
});

const segments = fc
  .array(fc.tuple(districtLine, fc.constantFrom(...COASTLINE_CLASSES, undefined), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((lines) =>
    lines.map(([line, shoreClass, isIsland], number) =>
      segment(`s${number}`, shoreClass, line, { realm: isIsland ? 'island' : 'mainland' }),
    ),
  );
const zones = fc
  .array(districtBox, { maxLength: 3 })
  .map((boxes) => boxes.map((box, number) => boxZone(`z${number}`, box)));
const footprints = fc.array(
  fc
    .tuple(districtBox, fc.constantFrom<SitePurpose>('build', 'restore'))
    .map(([box, purpose]) => ({ purpose, box })),
  { maxLength: 4 },
);
const choices: fc.Arbitrary<AuditChoices> = fc.record(
  {
    realm: fc.constantFrom('mainland', 'island', 'all'),
    numerator: fc.constantFrom('with-restored', 'native'),
    estuary: fc.constantFrom('total-only', 'natural', 'excluded'),
    toleranceM: fc.constantFrom(0, 25),
  },
  { requiredKeys: [] },
);

function toFootprints(
  drawn: readonly { readonly purpose: SitePurpose; readonly box: BoundingBox }[],
): readonly Footprint[] {
  return drawn.map(({ purpose, box }, number) =>
    footprint(`site ${number}`, polygon(boxRing(box)), { purpose }),
  );
}

/** What holds to 1 mm, as lengths of up to 1e6 m are added up in different orders. */
const MILLIMETRE = 1e-3;

test('before − lost + restored = after, and the sites add up to the whole', () => {
  fc.assert(
    fc.property(segments, zones, footprints, choices, (coast, areas, drawn, chosen) => {
      const { before, after, sites, lostM, restoredM } = deskOf(coast, areas).answer({
        footprints: toFootprints(drawn),
        rule: RULE,
        choices: chosen,
        log: [],
      });
      const kept = before.naturalM + before.restoredM - lostM + restoredM;
      closeTo(after.naturalM + after.restoredM, kept, MILLIMETRE);
      closeTo(
        sites.reduce((sum, site) => sum + site.lostM, 0),
        lostM,
        MILLIMETRE,
      );
      closeTo(
        sites.reduce((sum, site) => sum + site.restoredM, 0),
        restoredM,
        MILLIMETRE,
      );
    }),
  );
});

test('the order of the sites changes no total', () => {
  fc.assert(
    fc.property(segments, zones, footprints, (coast, areas, drawn) => {
      const controller = deskOf(coast, areas);
      const question = { rule: RULE, choices: {}, log: [] };
      const one = controller.answer({ ...question, footprints: toFootprints(drawn) });
      const other = controller.answer({
        ...question,
        footprints: toFootprints(drawn).toReversed(),
      });
      closeTo(other.lostM, one.lostM, MILLIMETRE);
      closeTo(other.restoredM, one.restoredM, MILLIMETRE);
      closeTo(other.after.totalM, one.after.totalM, MILLIMETRE);
      expect(other.zones.map(({ id }) => id)).toEqual(one.zones.map(({ id }) => id));
    }),
  );
});

function entry(id: string, shoreClass: CoastlineSegment['class']): Reclassification {
  return {
    segmentIds: [id],
    ...(shoreClass !== undefined && { class: shoreClass }),
    reason: 'seen',
    date: '2025-01-01',
  };
}
