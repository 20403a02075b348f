import type { DatasetLineage, OwnDataset } from '../../../src/domain/own-data/own-dataset.ts';

/** A dataset as it was accepted: a zipped shapefile in degrees, with what a test changes. */
export function ownDataset({
  lineage = {},
  ...given
}: Partial<Omit<OwnDataset, 'lineage'>> & {
  readonly lineage?: Partial<DatasetLineage>;
} = {}): OwnDataset {
  return {
    id: 'own-a',
    name: 'Coast',
    role: 'coastline',
    text: '{"type":"FeatureCollection","features":[]}',
    sha256: 'b'.repeat(64),
    ...given,
    lineage: {
      files: [{ name: 'coast.zip', sha256: 'a'.repeat(64) }],
      format: 'Shapefile',
      layer: 'coast',
      encoding: { name: 'gb18030', how: 'declared' },
      crs: { code: 'EPSG:4490', how: 'declared' },
      mapping: { classFields: ['class'] },
      read: 6,
      kept: 6,
      setAside: 0,
      repairs: [],
      issues: [],
      acceptedAt: '2026-12-01T08:00:00.000Z',
      ...lineage,
    },
  };
}
