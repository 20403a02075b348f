import { intersect } from '@turf/intersect';
import type { Geometry } from 'geojson';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { measureSharedArea } from '../../../src/domain/conflicts/shared-area.ts';
import { measureArea } from '../../../src/domain/geodesy.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { closeTo } from '../../close-to.ts';
import { boxRing, EQUATOR_DEGREE, polygon } from '../build.ts';

vi.mock('@turf/intersect', async (original) => {
  const module = await original<typeof import('@turf/intersect')>();
  return { ...module, intersect: vi.fn(module.intersect) };
});
afterEach(() => vi.clearAllMocks());

const GROUND = polygon(boxRing([0, -1, 1, 1]));

function line(...positions: readonly Position[]): Geometry {
  return { type: 'LineString', coordinates: positions.map((position) => [...position]) };
}

describe('what two geometries share', () => {
  test('is the length of a line inside ground, whichever of them is the site', () => {
    const along = line([-0.5, 0], [0.25, 0], [3, 0]);
    closeTo(measureSharedArea(along, GROUND).lengthM, EQUATOR_DEGREE.ellipsoid, 1e-6);
    closeTo(measureSharedArea(GROUND, along).lengthM, EQUATOR_DEGREE.ellipsoid, 1e-6);
  });

  test('leaves out a hole', () => {
    const holed = polygon(boxRing([0, -1, 1, 1]), boxRing([0.25, -0.5, 0.75, 0.5]).toReversed());
    closeTo(
      measureSharedArea(line([0, 0], [1, 0]), holed).lengthM,
      EQUATOR_DEGREE.ellipsoid / 2,
      1e-6,
    );
  });

  test('is the area of ground and ground, to the rounding of a cut', () => {
    const east = polygon(boxRing([0.5, -1, 2, 1]));
    const half = measureArea(polygon(boxRing([0.5, -1, 1, 1]))).ellipsoid;
    closeTo(measureSharedArea(GROUND, east).areaM2, half, 1);
    expect(measureSharedArea(GROUND, polygon(boxRing([2, -1, 3, 1])))).toEqual({ areaM2: 0 });
  });

  test('is the same where the library gives up', () => {
    vi.mocked(intersect).mockImplementationOnce(() => {
      throw new Error('Unable to complete output ring');
    });
    const half = measureArea(polygon(boxRing([0.5, -1, 1, 1]))).ellipsoid;
    // Two areas of 2.5e10 m² less their union: the last digits of a double are 4e-6 m².
    closeTo(measureSharedArea(GROUND, polygon(boxRing([0.5, -1, 2, 1]))).areaM2, half, 1);
  });

  test('adds up over a collection', () => {
    const geometries = [line([0, 0], [1, 0]), line([0, 0], [0.5, 0]), GROUND];
    const { lengthM, areaM2 } = measureSharedArea(
      { type: 'GeometryCollection', geometries },
      GROUND,
    );
    closeTo(lengthM, 1.5 * EQUATOR_DEGREE.ellipsoid, 1e-6);
    closeTo(areaM2, measureArea(GROUND).ellipsoid, 1);
  });

  test('is nothing for a point, and for a line across a line', () => {
    expect(measureSharedArea({ type: 'Point', coordinates: [0.5, 0] }, GROUND)).toEqual({});
    expect(measureSharedArea(line([0, 0], [1, 0]), line([0.5, -1], [0.5, 1]))).toEqual({});
    expect(measureSharedArea(GROUND, { type: 'Point', coordinates: [0.5, 0] })).toEqual({});
  });
});
