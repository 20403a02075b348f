import type { Point } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Position } from '../../../src/domain/geometry.ts';
import { siteThumbnail } from '../../../src/domain/scenarios/site-thumbnail.ts';
import { closeTo } from '../../close-to.ts';
import { EQUATOR_DEGREE, polygon } from '../build.ts';

const SIZE = { width: 96, height: 64 };
/** Half of 6 km on the equator, in degrees. */
const HALF = 3000 / EQUATOR_DEGREE.ellipsoid;
const EQUATOR: readonly Position[] = Array.from({ length: 201 }, (_, step) => [step - 100, 0]);

function square(half: number, north = 0) {
  return {
    purpose: 'build',
    shape: polygon([
      [-half, north - half],
      [half, north - half],
      [half, north + half],
      [-half, north + half],
      [-half, north - half],
    ]),
  } as const;
}

describe('the sketch of sites', () => {
  test('is centred on them, whole in sight, with metres as long in both directions', () => {
    const lines = siteThumbnail([square(HALF)], [EQUATOR], SIZE)?.sites[0]?.lines[0] ?? [];
    const [xs, ys] = [lines.map(([x]) => x), lines.map(([, y]) => y)];
    closeTo((Math.min(...xs) + Math.max(...xs)) / 2, 48, 1e-9);
    closeTo((Math.min(...ys) + Math.max(...ys)) / 2, 32, 1e-9);
    const [across, down] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
    // 6 km of height and a share of 0.35 around it fill 64 units.
    closeTo(down, 64 / 1.35, 1e-6);
    // As near as a thumbnail shows: the two axes differ by 0.67 % at the equator.
    closeTo(across / down, 1, 0.007);
    // At 60° N a degree of longitude is half as long; the flattening adds 0.5 %.
    const north = siteThumbnail([square(HALF, 60)], [], SIZE)?.sites[0]?.lines[0] ?? [];
    const wide = Math.max(...north.map(([x]) => x)) - Math.min(...north.map(([x]) => x));
    const high = Math.max(...north.map(([, y]) => y)) - Math.min(...north.map(([, y]) => y));
    closeTo(wide / high, 0.5, 0.005);
  });

  test('holds of the coast only what comes into sight', () => {
    const coast = siteThumbnail([square(HALF)], [EQUATOR], SIZE)?.coast ?? [];
    // From one whole degree to the next on either side of 0°.
    expect(coast.map((line) => line.length)).toEqual([3]);
    expect(coast[0]?.map(([, y]) => y)).toEqual([32, 32, 32]);
  });

  test('looks wider where no coast is in sight, and gives up after sixteen times', () => {
    const near = siteThumbnail([square(HALF, 0.1)], [EQUATOR], SIZE);
    expect(near?.coast).not.toEqual([]);
    const far = siteThumbnail([square(HALF, 60)], [EQUATOR], SIZE);
    expect(far?.coast).toEqual([]);
    const heights = (far?.sites[0]?.lines[0] ?? []).map(([, y]) => y);
    closeTo(Math.max(...heights) - Math.min(...heights), 64 / 1.35 / 16, 1e-6);
  });

  test('shows a point with 3 km around it, and nothing of no site', () => {
    const shape: Point = { type: 'Point', coordinates: [0, 0] };
    const point = { purpose: 'restore', shape } as const;
    const sketch = siteThumbnail([point], [EQUATOR], SIZE);
    expect(sketch?.sites).toEqual([{ purpose: 'restore', kind: 'point', lines: [[[48, 32]]] }]);
    expect(siteThumbnail([], [EQUATOR], SIZE)).toBeUndefined();
  });
});
