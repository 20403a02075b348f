import type { Bilingual } from '../../domain/bilingual.ts';
import type { Catalogue } from '../../domain/dataset.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import { boundsAround } from '../../domain/map-bounds.ts';
import { getOwn, isRecord, type JsonRecord } from '../record.ts';

/** What a catalogue may state of its plan beside title, extent, groups and layers. */
export type CatalogueOptions = Pick<
  Catalogue,
  'bounds' | 'projectedCrs' | 'reviewNumber' | 'notice' | 'articleCount'
>;

/**
 * Reads the options of a catalogue, with and without its schema, and names those that cannot be used. Such a one is as if it were absent, and
 * absent bounds are put around the extent. Bounds that leave out a part of the extent cannot be used.
 */
export function readCatalogueOptions(
  given: JsonRecord,
  extent: BoundingBox,
): {
  readonly options: CatalogueOptions;
  readonly unusable: readonly (keyof CatalogueOptions)[];
} {
  const unusable: (keyof CatalogueOptions)[] = [];
  const option = <T>(
    name: keyof CatalogueOptions,
    isUsable: (value: unknown) => value is T,
  ): T | undefined => {
    const value = getOwn(given, name);
    if (isUsable(value)) return value;
    if (value !== undefined) unusable.push(name);
    return undefined;
  };
  const [west, south, east, north] = extent;
  const holdsExtent = (box: unknown): box is BoundingBox =>
    isDegreesBox(box) && box[0] <= west && box[1] <= south && box[2] >= east && box[3] >= north;
  return {
    options: {
      bounds: option('bounds', holdsExtent) ?? boundsAround(extent),
      projectedCrs: option('projectedCrs', isZone),
      reviewNumber: option('reviewNumber', isWords),
      notice: option('notice', isBilingual),
      articleCount: option('articleCount', isCount),
    },
    unusable,
  };
}

/** West, south, east, north in degrees. */
function isDegreesBox(box: unknown): box is BoundingBox {
  if (!Array.isArray(box) || box.length !== 4) return false;
  const [west, south, east, north]: readonly unknown[] = box;
  return isBetween(-180, west, east, 180) && isBetween(-90, south, north, 90);
}

function isBetween(low: number, from: unknown, to: unknown, high: number): boolean {
  return (
    typeof from === 'number' && typeof to === 'number' && low <= from && from < to && to <= high
  );
}

function isBilingual(texts: unknown): texts is Bilingual {
  return isRecord(texts) && ['zh', 'en'].every((word) => typeof getOwn(texts, word) === 'string');
}

/** The zones of CGCS2000 in Gauss–Krüger are EPSG:4491 to EPSG:4554 without a gap. */
function isZone(code: unknown): code is string {
  return typeof code === 'string' && /^EPSG:4(49[1-9]|5[0-4]\d|55[0-4])$/.test(code);
}

function isWords(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '';
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0;
}
