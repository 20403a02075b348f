import type { GaussKruegerZone } from '../src/domain/coordinates/gauss-krueger-zone.ts';
import type { PlanFrame } from '../src/domain/dataset.ts';

/** Where the embedded plan lies, as its catalogue says. */
export const FRAME = {
  extent: [119.5, 35.53, 120.36, 36.18],
  bounds: [117.2, 34.4, 122.2, 37.5],
  projectedCrs: 'EPSG:4549',
} as const satisfies PlanFrame;

/** The zone of EPSG:4549. */
export const ZONE: GaussKruegerZone = { widthDegrees: 3, centralMeridian: 120 };
