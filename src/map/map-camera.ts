import type { Map as MapLibreMap } from 'maplibre-gl';
import type { BoundingBox, Position } from '../domain/geometry.ts';
import type { Camera, MapPadding, ViewCorners } from './scene.ts';
import { type MapStrip, viewCorners } from './view-corners.ts';

/** Where a map stands at first: a camera, or whatever shows a box whole. */
export type InitialCamera = Camera | { readonly extent: BoundingBox; readonly padding: MapPadding };

/** Camera moves last 600 ms at most; MapLibre skips them under reduced motion. */
const CAMERA_MILLISECONDS = 600;

/** Moves a map's camera, and remembers what it was fitted to until a person moves it. */
export class MapCamera {
  readonly #map: MapLibreMap;
  #fitted: BoundingBox | undefined;
  #isLed = false;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.onHandMove(() => {
      this.#fitted = undefined;
    });
  }

  /** Tells of a hand that moves the map. A wheel's move begins without its event, so the wheel itself is heard. */
  onHandMove(tell: () => void): void {
    this.#map.on('movestart', ({ originalEvent }) => {
      if (originalEvent !== undefined) tell();
    });
    this.#map.on('wheel', tell);
  }

  /** Where it stands now. */
  get current(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return {
      zoom: this.#map.getZoom(),
      longitude: lng,
      latitude: lat,
      bearing: this.#map.getBearing(),
      pitch: this.#map.getPitch(),
    };
  }

  /** Whether another map is leading this one just now: who leads tells of it. */
  get isLed(): boolean {
    return this.#isLed;
  }

  /**
   * Tells another map where to stand: now, and whenever this one moves by itself; `rest` hears when such a
   * move has ended. The returned function ends it.
   */
  follow(lead: (camera: Camera) => void, rest: () => void = () => {}): () => void {
    const tell = (): void => {
      if (!this.#isLed) lead(this.current);
    };
    const settle = (): void => {
      if (!this.#isLed) rest();
    };
    tell();
    this.#map.on('move', tell);
    this.#map.on('moveend', settle);
    return () => {
      this.#map.off('move', tell);
      this.#map.off('moveend', settle);
    };
  }

  /** Stands where another map leads it, and tells nobody. */
  standWith({ longitude, latitude, zoom, bearing, pitch }: Camera): void {
    this.#fitted = undefined;
    this.#isLed = true;
    this.#map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch });
    this.#isLed = false;
  }

  /** The corners of what a part of the map shows. */
  stripCorners(strip: Partial<MapStrip>): ViewCorners {
    return viewCorners(this.#map, strip);
  }

  /** Stands where it is to be seen first, without a move. */
  start(first: InitialCamera): void {
    this.#map.resize();
    if ('extent' in first) {
      this.#map.fitBounds([...first.extent], { padding: first.padding, duration: 0 });
      this.#fitted = first.extent;
    } else this.jump(first);
  }

  /** Moves so that a box is whole in the part of the map that no panel covers. */
  fit(box: BoundingBox, padding: MapPadding): void {
    this.#map.fitBounds([...box], { padding, maxZoom: 14, duration: CAMERA_MILLISECONDS });
    this.#fitted = box;
  }

  /**
   * What covers the map has changed: what it was fitted to is fitted again. Where a person has moved it
   * since, it gives way only if a box that the map shows whole has come to lie under a cover.
   */
  refit(padding: MapPadding, selected: BoundingBox | undefined): void {
    // The map itself may have changed its size, which MapLibre else notices later.
    this.#map.resize();
    const box = this.#fitted ?? (selected && this.#isCovered(selected, padding) && selected);
    if (box) this.fit(box, padding);
  }

  /** Moves just as far as needed to bring a position out from under what covers the map's edges. */
  keepInSight(position: Position, padding: MapPadding): void {
    const [across, down] = this.#overlap(position, padding);
    if (across !== 0 || down !== 0) {
      this.#fitted = undefined;
      this.#map.panBy([across, down], { duration: CAMERA_MILLISECONDS });
    }
  }

  /** What lies in the part of the map that no panel covers; undefined while the map is turned or tilted. */
  freeExtent({ top, right, bottom, left }: MapPadding): BoundingBox | undefined {
    if (this.#map.getBearing() !== 0 || this.#map.getPitch() !== 0) return undefined;
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const southWest = this.#map.unproject([left, clientHeight - bottom]);
    const northEast = this.#map.unproject([clientWidth - right, top]);
    return [southWest.lng, southWest.lat, northEast.lng, northEast.lat];
  }

  /** Moves to a box, whole in the free part of the map, however near that is. */
  moveToExtent(box: BoundingBox, padding: MapPadding): void {
    this.#takeSize();
    this.#map.fitBounds([...box], {
      padding,
      bearing: 0,
      pitch: 0,
      duration: CAMERA_MILLISECONDS,
      linear: true,
    });
    this.#fitted = box;
  }

  /** Moves to where a camera stood. */
  moveTo({ longitude, latitude, zoom, bearing, pitch }: Camera): void {
    this.#fitted = undefined;
    this.#takeSize();
    this.#map.easeTo({
      center: [longitude, latitude],
      zoom,
      bearing,
      pitch,
      duration: CAMERA_MILLISECONDS,
    });
  }

  /** The map's place may have changed its size, which MapLibre else notices later. */
  #takeSize(): void {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { clientWidth: width, clientHeight: height } = this.#map.getCanvas();
    if (clientWidth !== width || clientHeight !== height) this.#map.resize();
  }

  /** Goes where the address says. */
  jump({ longitude, latitude, zoom, bearing, pitch }: Camera): void {
    this.#fitted = undefined;
    this.#map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch });
  }

  /** One zoom step nearer (1) or farther (-1). */
  zoomBy(step: 1 | -1): void {
    this.#fitted = undefined;
    if (step === 1) this.#map.zoomIn({ duration: CAMERA_MILLISECONDS / 2 });
    else this.#map.zoomOut({ duration: CAMERA_MILLISECONDS / 2 });
  }

  /** Turns the map north up and lays it flat. */
  resetNorth(): void {
    this.#map.easeTo({ bearing: 0, pitch: 0, duration: CAMERA_MILLISECONDS / 2 });
  }

  /** Whether a box lies on the map's canvas whole, but not in its free part. */
  #isCovered([west, south, east, north]: BoundingBox, padding: MapPadding): boolean {
    const corners = [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
    ] as const;
    const isWholeWithin = (edges: MapPadding): boolean =>
      corners.every((corner) => this.#overlap(corner, edges).every((pixels) => pixels === 0));
    return isWholeWithin(NO_PADDING) && !isWholeWithin(padding);
  }

  /** How far a position lies outside the part of the map that is free, across and down, in pixels. */
  #overlap(
    [longitude, latitude]: Position,
    padding: MapPadding,
  ): readonly [across: number, down: number] {
    const { x, y } = this.#map.project([longitude, latitude]);
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return [
      outside(x, padding.left, clientWidth - padding.right),
      outside(y, padding.top, clientHeight - padding.bottom),
    ];
  }
}

const NO_PADDING: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/** How far a value lies outside a span: negative before it, positive after it, else 0. */
function outside(value: number, from: number, to: number): number {
  return value < from ? value - from : Math.max(0, value - to);
}
