import type { Feature, FeatureCollection } from 'geojson';
import type { CrsOutline } from '../../domain/own-data/dataset-card.ts';

/** Outlines of the readings of a dataset for the map, the one that is looked at on top. */
export function previewFeatures(
  readings: readonly CrsOutline[],
  current: CrsOutline | undefined,
): FeatureCollection {
  const shown = current ?? readings[0];
  const others = readings.filter((reading) => reading !== shown);
  const feature = ({ outline }: CrsOutline, kind: string, index: number): Feature => ({
    type: 'Feature',
    properties: { id: `reading:${index}`, kind },
    geometry: outline,
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...others.map((reading, index) => feature(reading, 'other-reading', index + 1)),
      ...(shown === undefined ? [] : [feature(shown, 'reading', 0)]),
    ],
  };
}
