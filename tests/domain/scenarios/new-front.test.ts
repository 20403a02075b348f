import { describe, expect, test } from 'vitest';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { unionArea } from '../../../src/domain/geometry/polygon-union.ts';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import type { ArealGeometry } from '../../../src/domain/geometry.ts';
import { newFront } from '../../../src/domain/scenarios/new-front.ts';
import { ScenarioEngine } from '../../../src/domain/scenarios/scenario-answer.ts';
import { closeTo } from '../../close-to.ts';
import {
  boxRing,
  EQUATOR_DEGREE,
  equatorSegment,
  PLAIN_RULE,
  polygon,
} from '../../domain/build.ts';

/** Land south of the equator; the coast is the equator, half rock and half dyke. */
const LAND = [new PreparedPolygon(polygon(boxRing([-1, -1, 2, 0])), 'land')];
const COAST = [
  equatorSegment('rock', 'bedrock', [0, 0.5]),
  equatorSegment('dyke', 'artificial', [0.5, 1]),
];
const ENGINE = new ScenarioEngine(
  measureCoast({ segments: COAST, zones: [], tolerancesM: [], unionArea }),
  COAST,
  [],
);
/** A minute of the meridian's hundredth part at the equator: 0.01 degrees are 1 105.743 m (WGS 84). */
const NORTH_M = 1105.743;

function frontOf(core: ArealGeometry) {
  const { after, sites } = ENGINE.answer({
    footprints: [{ site: 'fill', purpose: 'build', core, area: core }],
    rule: PLAIN_RULE,
    choices: {},
    log: [],
  });
  const [site] = sites;
  if (site === undefined) throw new Error('there is no answer');
  return newFront(core, LAND, { site, after });
}

describe('the new front of a fill', () => {
  test('is its outline out at sea, and counts as artificial in place of the coast inside', () => {
    const front = frontOf(polygon(boxRing([0.1, -0.01, 0.2, 0.01])));
    // One side along the sea, two towards it; what lies on land is none.
    const expected = 0.1 * EQUATOR_DEGREE.ellipsoid + 2 * NORTH_M;
    closeTo(front?.lengthM, expected, 1);
    const [total, kept] = [EQUATOR_DEGREE.ellipsoid, 0.4 * EQUATOR_DEGREE.ellipsoid];
    closeTo(front?.ratio, kept / (total - 0.1 * EQUATOR_DEGREE.ellipsoid + expected), 1e-6);
  });

  test('is all of it for an island, which adds to the total alone', () => {
    const front = frontOf(polygon(boxRing([0.1, 0.05, 0.2, 0.06])));
    const expected = 0.2 * EQUATOR_DEGREE.ellipsoid + 2 * NORTH_M;
    closeTo(front?.lengthM, expected, 1);
    const total = EQUATOR_DEGREE.ellipsoid;
    closeTo(front?.ratio, (0.5 * total) / (total + expected), 1e-6);
  });

  test('is none on land', () => {
    expect(frontOf(polygon(boxRing([0.1, -0.5, 0.2, -0.4])))).toBeUndefined();
  });
});
