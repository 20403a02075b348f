import { type Catalogue, type CatalogueLayer, LAYER_ROLES } from '../../domain/dataset.ts';
import { getOwn, isRecord, type JsonRecord } from '../record.ts';
import { type CatalogueOptions, readCatalogueOptions } from './catalogue-options.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isTextLike =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isNumberIn =
  (low: number, high: number): Check =>
  (value) =>
    typeof value === 'number' && value >= low && value <= high;
const isOptional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
/** An object with these names and no others. */
const isObjectOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).every((name) => Object.hasOwn(checks, name)) &&
    Object.entries(checks).every(([name, check]) => check(getOwn(value, name)));

/** An id of a layer. */
export const LAYER_ID = /^[a-z0-9][a-z0-9-]*$/;
/** Only files inside geodata: a catalogue can name files beside it, but no other addresses. */
export const DATA_PATH = /^(?!.*\.\.)[\w\-.]+(\/[\w\-.]+)*$/;

const isBilingual = isObjectOf({ zh: isText, en: isText });

const isAnything: Check = () => true;

/** Judged by `readCatalogueOptions`, as with the schema. */
const OPTIONS: Readonly<Record<keyof CatalogueOptions, Check>> = {
  bounds: isAnything,
  projectedCrs: isAnything,
  reviewNumber: isAnything,
  notice: isAnything,
  articleCount: isAnything,
};

const isPlain = isObjectOf({
  ...OPTIONS,
  version: (value) => value === 1,
  title: isBilingual,
  extent: isListOf(isNumberIn(-180, 180)),
  groups: isListOf(isObjectOf({ id: isText, title: isBilingual })),
  layers: isListOf(
    isObjectOf({
      id: isTextLike(LAYER_ID),
      role: (value) => LAYER_ROLES.some((role) => role === value),
      title: isBilingual,
      group: isText,
      source: isObjectOf({
        kind: (value) => value === 'geojson',
        url: isTextLike(DATA_PATH),
      }),
      symbology: isText,
      visible: (value) => typeof value === 'boolean',
      metadata: isObjectOf({
        abstract: isBilingual,
        source: isBilingual,
        method: isBilingual,
        accuracy: isBilingual,
        licence: isText,
        attribution: isText,
        date: isText,
        equivalentScale: isOptional(isNumberIn(1, Number.POSITIVE_INFINITY)),
        waterLevel: isOptional(isBilingual),
      }),
    }),
  ),
});

/** A catalogue's file, once `isPlain` has verified it. */
type PlainFile = JsonRecord &
  Pick<Catalogue, 'title' | 'extent' | 'groups'> & {
    readonly layers: readonly (Omit<CatalogueLayer, 'isVisible'> & { readonly visible: boolean })[];
  };

/**
 * A catalogue with all that the schema asks for and nothing else, read without the schema, which is more than
 * all other code of the first load that reads data. Undefined for any other: the schema then says what it is.
 */
export function plainCatalogue(value: unknown): Catalogue | undefined {
  if (!isPlain(value)) return undefined;
  const file = value as PlainFile;
  const { title, extent, groups, layers } = file;
  const [west, south, east, north] = extent;
  const isBox = extent.length === 4 && west < east && -90 <= south && south < north && north <= 90;
  const areNamed =
    new Set(layers.map(({ id }) => id)).size === layers.length &&
    layers.every(({ group }) => groups.some(({ id }) => id === group));
  if (!isBox || !areNamed) return undefined;
  const { options, unusable } = readCatalogueOptions(file, extent);
  if (unusable.length > 0) return undefined;
  return {
    title,
    extent,
    ...options,
    groups,
    layers: layers.map(({ visible, ...layer }) => ({ ...layer, isVisible: visible })),
    hostOrigins: [],
  };
}
