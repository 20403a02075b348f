import { readDataset } from '../../data/loading/read-dataset.ts';
import type { LayerContent } from '../../domain/layer-state.ts';
import { embeddedFile } from '../geodata-files.ts';
import { readText } from '../read-text.ts';
import type { DatumReference } from './check-datum.ts';
import { referenceLines } from './reference-lines.ts';

/** Files of the embedded data that others are held against: coast, boundaries, and lines that many files repeat. */
const REFERENCES = [
  'coast/coastline.geojson',
  'coast/zones.geojson',
  'base/land.geojson',
  'base/district.geojson',
  'base/railways.geojson',
  'base/roads.geojson',
  'projects/rail.geojson',
  'projects/highway.geojson',
];

/** Those of them that follow the water's edge. */
const COASTS: readonly string[] = ['coast/coastline.geojson', 'base/land.geojson'];

/** The embedded lines whose datum is known; a file that cannot be read is none. */
export async function datumReferences(directory: string): Promise<readonly DatumReference[]> {
  const found = await Promise.all(REFERENCES.map((below) => reference(below, directory)));
  return found.flat();
}

async function reference(below: string, directory: string): Promise<readonly DatumReference[]> {
  const { name, path } = embeddedFile(below, directory);
  const read = await readText({ name, path });
  if (!read.ok) return [];
  // As a base map: whatever its properties say, its geometries count.
  const dataset = await readDataset(read.value.text, { file: name, dataset: name, role: 'base' });
  const lines = dataset.ok ? referenceLines(geometriesOf(dataset.value.content)) : undefined;
  const isCoast = COASTS.includes(below);
  return lines === undefined ? [] : [{ name, path, lines, isCoast }];
}

function geometriesOf(content: LayerContent) {
  return content.role === 'base' ? content.features.map(({ geometry }) => geometry) : [];
}
