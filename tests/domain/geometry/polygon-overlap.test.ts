import { describe, expect, test } from 'vitest';
import { auditCoastline } from '../../../src/domain/audit/audit-coastline.ts';
import { measureArea } from '../../../src/domain/geodesy.ts';
import type { BoundingBox, Position } from '../../../src/domain/geometry.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, boxZone, PLAIN_RULE, polygon, zone } from '../build.ts';

function together(zones: readonly Zone[]): number | undefined {
  return auditCoastline({ segments: [], zones, rule: PLAIN_RULE, realm: 'all' }).overall.areaM2;
}

const area = (box: BoundingBox): number => measureArea(polygon(boxRing(box))).ellipsoid;
/** The edges along a parallel are geodesics, so a cut through them moves an area: 1e-9 of these boxes of 1e8 m² and more. */
const SLACK = 20;

describe('the area of all zones together', () => {
  test('is absent where there are no zones', () => {
    expect(together([])).toBeUndefined();
  });

  test('adds up zones that lie apart', () => {
    const zones = [boxZone('a', [0, 0, 0.1, 0.1]), boxZone('b', [1, 0, 1.1, 0.1])];
    closeTo(together(zones), area([0, 0, 0.1, 0.1]) + area([1, 0, 1.1, 0.1]), 1e-3);
  });

  test('adds up zones that touch along a side, at a corner, and across corners that do not match', () => {
    const zones = [
      boxZone('a', [0, 0, 0.1, 0.1]),
      boxZone('b', [0.1, 0.05, 0.2, 0.15]),
      boxZone('c', [0.2, 0.15, 0.3, 0.2]),
    ];
    const sum = area([0, 0, 0.1, 0.1]) + area([0.1, 0.05, 0.2, 0.15]) + area([0.2, 0.15, 0.3, 0.2]);
    closeTo(together(zones), sum, 1e-3);
  });

  test('adds up an enclave and the zone around it', () => {
    const [outer, inner] = [boxRing([0, 0, 0.3, 0.3]), boxRing([0.1, 0.1, 0.2, 0.2])];
    const zones = [
      zone('around', polygon(outer, inner.toReversed())),
      zone('enclave', polygon(inner)),
    ];
    closeTo(together(zones), area([0, 0, 0.3, 0.3]), 1e-3);
  });

  test('counts ground that two zones claim once', () => {
    const zones = [boxZone('a', [0, 0, 0.2, 0.1]), boxZone('b', [0.1, 0, 0.3, 0.1])];
    closeTo(together(zones), area([0, 0, 0.3, 0.1]), SLACK);
  });

  test('counts ground once along a chain of zones, each over the next', () => {
    const zones = [
      boxZone('a', [0, 0, 0.2, 0.1]),
      boxZone('c', [0.3, 0, 0.5, 0.1]),
      boxZone('b', [0.15, 0, 0.35, 0.1]),
    ];
    closeTo(together(zones), area([0, 0, 0.5, 0.1]), SLACK);
  });

  test('counts a zone within another once', () => {
    const zones = [boxZone('a', [0, 0, 0.3, 0.3]), boxZone('b', [0.1, 0.1, 0.2, 0.2])];
    closeTo(together(zones), area([0, 0, 0.3, 0.3]), SLACK);
  });

  test('counts a zone once that is given twice, with other corners on the same boundary', () => {
    const more: readonly Position[] = [
      [0, 0],
      [0.05, 0],
      [0.1, 0],
      [0.1, 0.1],
      [0, 0.1],
      [0, 0],
    ];
    closeTo(
      together([boxZone('a', [0, 0, 0.1, 0.1]), boxZone('b', [0, 0, 0.1, 0.1])]),
      area([0, 0, 0.1, 0.1]),
      SLACK,
    );
    closeTo(
      together([boxZone('a', [0, 0, 0.1, 0.1]), zone('b', polygon(more))]),
      area([0, 0, 0.1, 0.1]),
      SLACK,
    );
  });

  test('counts a zone once that is also one part of another', () => {
    const boxes = [boxRing([0, 0, 0.1, 0.1]), boxRing([0.2, 0, 0.3, 0.1])];
    const whole = zone('whole', {
      type: 'MultiPolygon',
      coordinates: boxes.map((ring) => polygon(ring).coordinates),
    });
    const expected = area([0, 0, 0.1, 0.1]) + area([0.2, 0, 0.3, 0.1]);
    closeTo(together([whole, boxZone('part', [0, 0, 0.1, 0.1])]), expected, SLACK);
    closeTo(together([boxZone('part', [0, 0, 0.1, 0.1]), whole]), expected, SLACK);
  });

  test('counts ground once where one zone begins on a side of the other and lies within', () => {
    const zones = [boxZone('a', [0, 0, 0.3, 0.3]), boxZone('b', [0, 0.1, 0.1, 0.2])];
    closeTo(together(zones), area([0, 0, 0.3, 0.3]), SLACK);
  });
});
