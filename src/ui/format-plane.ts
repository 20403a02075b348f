import type { Language } from '../domain/bilingual.ts';
import { codeOf, gaussKruegerZone } from '../domain/coordinates/gauss-krueger-zone.ts';
import type { PlaneCoordinate } from '../domain/coordinates/typed-coordinate.ts';
import { formatNumber } from './format.ts';

/** Metres in a plane with their system: `EPSG:4528 · E 40 518 044.1, N 3 980 013.2`. */
export function formatPlane(
  { easting, northing, system }: PlaneCoordinate,
  language: Language,
): string {
  const prefix = gaussKruegerZone(codeOf(system))?.prefix ?? 0;
  const [east, north] = [prefix * 1e6 + easting, northing].map((metres) =>
    formatNumber(metres, 1, language),
  );
  return `${system} · E ${east}, N ${north}`;
}
