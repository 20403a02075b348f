import type { Feature } from 'geojson';

/** The scheme of the addresses that MapLibre asks for tiles of large datasets by. */
export const TILE_SCHEME = 'dataset';
/** The name of the one layer in the tiles of a large dataset. */
export const TILE_LAYER = 'features';

/** Features to add, each under a number of its own, and numbers to remove. */
export type FeatureChanges = {
  readonly add: readonly Feature[];
  readonly remove: readonly number[];
};

/** What the worker that cuts tiles is told: `key` is a source of a map, `version` what it is to hold. */
export type TileRequest =
  | { readonly kind: 'change'; readonly key: number; readonly changes: FeatureChanges }
  | { readonly kind: 'complete'; readonly key: number; readonly version: number }
  | { readonly kind: 'forget'; readonly key: number }
  | ({ readonly kind: 'tile'; readonly request: number } & TileAddress);

/** Which tile of which state of a source. */
export type TileAddress = Readonly<Record<'key' | 'version' | 'z' | 'x' | 'y', number>>;

/** A tile in the Mapbox Vector Tile format; of no bytes where there is nothing. */
export type TileAnswer = { readonly request: number; readonly data: ArrayBuffer };

/** The template of the addresses of a source's tiles, for one state of its features. */
export function tileTemplate(key: number, version: number): string {
  return `${TILE_SCHEME}://${key}/${version}/{z}/{x}/{y}`;
}
