import { getOwn, isRecord } from '../../data/record.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import { MAP_BOUNDS } from '../../domain/map-bounds.ts';
import { embeddedFile } from '../files/geodata-files.ts';
import { readText } from '../files/read-text.ts';

/** The extent of the embedded plan; the frame of the map when its catalogue cannot be read. */
export async function planFrame(directory: string): Promise<BoundingBox> {
  const read = await readText(embeddedFile('catalogue.json', directory));
  if (!read.ok) return MAP_BOUNDS;
  try {
    const value: unknown = JSON.parse(read.value.text.replace(/^\uFEFF/, ''));
    const extent = isRecord(value) ? getOwn(value, 'extent') : undefined;
    if (
      Array.isArray(extent) &&
      extent.length === 4 &&
      extent.every((number) => typeof number === 'number')
    ) {
      const [west = 0, south = 0, east = 0, north = 0] = extent;
      return [west, south, east, north];
    }
  } catch {
    // `validate` says what is wrong with the catalogue.
  }
  return MAP_BOUNDS;
}
