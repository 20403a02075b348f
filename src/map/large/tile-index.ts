import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import { type FeatureChanges, TILE_LAYER, type TileAddress } from './tile-messages.ts';

/** Units along the side of a tile, as in MapLibre's own tiles of GeoJSON. */
const EXTENT = 8192;
/** As `styleSource`: half a pixel at the deepest zoom, and MapLibre's buffer of 128 pixels, of tiles of 512. */
const OPTIONS = {
  ...{
    maxZoom: 15,
    extent: EXTENT,
    tolerance: (0.25 * EXTENT) / 512,
    buffer: (128 * EXTENT) / 512,
  },
  updateable: true,
};

type Waiting = { readonly address: TileAddress; readonly answer: (data: ArrayBuffer) => void };

/** The features of a source, cut into tiles once they are complete. */
type Indexed = {
  index: GeoJSONVT | undefined;
  version: number;
  readonly added: Map<number, Feature>;
  readonly removed: Set<number>;
  waiting: Waiting[];
};

/**
 * Cuts the features of sources into vector tiles. Changes come in portions and count from `complete` on; a tile that
 * is asked for earlier is given then.
 */
export class TileIndex {
  readonly #sources = new Map<number, Indexed>();

  change(key: number, { add, remove }: FeatureChanges): void {
    const { added, removed } = this.#sourceOf(key);
    for (const id of remove) if (!added.delete(id)) removed.add(id);
    for (const feature of add) if (typeof feature.id === 'number') added.set(feature.id, feature);
  }

  complete(key: number, version: number): void {
    const source = this.#sourceOf(key);
    const { added, removed, waiting } = source;
    const add = [...added.values()];
    source.index ??= new GeoJSONVT({ type: 'FeatureCollection', features: [] }, OPTIONS);
    source.index.updateData({ add, remove: [...removed] });
    source.version = version;
    added.clear();
    removed.clear();
    source.waiting = [];
    for (const { address, answer } of waiting) this.tile(address, answer);
  }

  /** Gives a tile of a version, or of a later one, once there is one. */
  tile(address: TileAddress, answer: (data: ArrayBuffer) => void): void {
    const source = this.#sourceOf(address.key);
    if (source.version < address.version) source.waiting.push({ address, answer });
    else answer(encoded(source.index, address));
  }

  /** Frees the memory of a source; what is still asked of it is empty. */
  forget(key: number): void {
    const waiting = this.#sources.get(key)?.waiting ?? [];
    this.#sources.delete(key);
    for (const { answer } of waiting) answer(new ArrayBuffer(0));
  }

  #sourceOf(key: number): Indexed {
    const known = this.#sources.get(key);
    if (known !== undefined) return known;
    const made: Indexed = {
      ...{ index: undefined, version: 0, waiting: [] },
      ...{ added: new Map<number, Feature>(), removed: new Set<number>() },
    };
    this.#sources.set(key, made);
    return made;
  }
}

function encoded(index: GeoJSONVT | undefined, { z, x, y }: TileAddress): ArrayBuffer {
  const tile = index?.getTile(z, x, y);
  if (!tile || tile.features.length === 0) return new ArrayBuffer(0);
  const { buffer, byteOffset, byteLength } = fromGeojsonVt(
    { [TILE_LAYER]: tile },
    { version: 2, extent: EXTENT },
  );
  return new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
}
