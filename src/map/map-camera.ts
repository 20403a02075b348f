import type { Map as MapLibreMap } from 'maplibre-gl';
import type { BoundingBox, Position } from '../domain/geometry.ts';
import type { Camera, MapPadding, ViewCorners } from './scene.ts';
import { type MapStrip, viewCorners } from './view-corners.ts';

/** The first view of a map: a camera, or a box to show completely. */
export type InitialCamera = Camera | { readonly extent: BoundingBox; readonly padding: MapPadding };

/** Camera moves last at most 600 ms; MapLibre skips them under reduced motion. */
const CAMERA_MILLISECONDS = 600;

/** Moves a map's camera, and remembers the fitted box until the user moves the map. */
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

  /**
   * Reports when the user moves the map. A move by wheel can begin without its event, so this also listens
   * to the wheel itself.
   */
  onHandMove(tell: () => void): void {
    this.#map.on('movestart', ({ originalEvent }) => {
      if (originalEvent !== undefined) tell();
    });
    this.#map.on('wheel', tell);
  }

  /** The current camera. */
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

  /** True while another map leads this one; the leading map reports the move. */
  get isLed(): boolean {
    return this.#isLed;
  }

  /**
   * Reports the camera to another map: now, and whenever this map moves by itself; `rest` is called when
   * such a move has ended. Returns a function that stops the reports.
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

  /** Takes the camera of a leading map without reporting the move. */
  standWith({ longitude, latitude, zoom, bearing, pitch }: Camera): void {
    this.#fitted = undefined;
    this.#isLed = true;
    this.#map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch });
    this.#isLed = false;
  }

  /** The corners of the area that a part of the map shows. */
  stripCorners(strip: Partial<MapStrip>): ViewCorners {
    return viewCorners(this.#map, strip);
  }

  /** Sets the first view without animation. */
  start(first: InitialCamera): void {
    this.#map.resize();
    if ('extent' in first) {
      this.#map.fitBounds([...first.extent], { padding: first.padding, duration: 0 });
      this.#fitted = first.extent;
    } else this.jump(first);
  }

  /** Moves the camera so that a box is completely visible in the part of the map that no panel covers. */
  fit(box: BoundingBox, padding: MapPadding, duration = CAMERA_MILLISECONDS): void {
    this.#map.fitBounds([...box], { padding, maxZoom: 14, duration });
    this.#fitted = box;
  }

  /**
   * Fits the remembered box again after the panels over the map have changed. When the user has moved the
   * map since, the camera moves only if the selected box is on the canvas but covered by a panel.
   * `isInstant`: without animation, for a page that nobody has seen yet.
   */
  refit(padding: MapPadding, selected: BoundingBox | undefined, isInstant = false): void {
    // The container may have changed its size, which MapLibre notices only later.
    this.#map.resize();
    const box = this.#fitted ?? (selected && this.#isCovered(selected, padding) && selected);
    if (box) this.fit(box, padding, isInstant ? 0 : CAMERA_MILLISECONDS);
  }

  /**
   * Moves the camera at once by the least distance that brings a box into the free part of the map, if none of it can be
   * seen there: a camera that was given stays as it is wherever it shows any of the box.
   */
  holdBox([west, south, east, north]: BoundingBox, padding: MapPadding): void {
    const corners = [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
    ].map(([longitude = 0, latitude = 0]) => this.#map.project([longitude, latitude]));
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const across = [padding.left, clientWidth - padding.right] as const;
    const along = [padding.top, clientHeight - padding.bottom] as const;
    if (isSeen(xs, across) && isSeen(ys, along)) return;
    this.#map.panBy([missOf(xs, across), missOf(ys, along)], { duration: 0 });
  }

  /** Moves the camera by the least distance that brings a position out from under the panels. */
  keepInSight(position: Position, padding: MapPadding): void {
    const [across, down] = this.#overlap(position, padding);
    if (across !== 0 || down !== 0) {
      this.#fitted = undefined;
      this.#map.panBy([across, down], { duration: CAMERA_MILLISECONDS });
    }
  }

  /**
   * The extent of the part of the map that no panel covers; undefined while the map is rotated or tilted.
   */
  freeExtent({ top, right, bottom, left }: MapPadding): BoundingBox | undefined {
    if (this.#map.getBearing() !== 0 || this.#map.getPitch() !== 0) return undefined;
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const southWest = this.#map.unproject([left, clientHeight - bottom]);
    const northEast = this.#map.unproject([clientWidth - right, top]);
    return [southWest.lng, southWest.lat, northEast.lng, northEast.lat];
  }

  /** Moves to a box so that it fits the free part of the map, without a limit on the zoom. */
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

  /** Moves to an earlier camera, with animation. */
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

  /** Updates the map's size: the container may have changed, which MapLibre notices only later. */
  #takeSize(): void {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { clientWidth: width, clientHeight: height } = this.#map.getCanvas();
    if (clientWidth !== width || clientHeight !== height) this.#map.resize();
  }

  /** Sets the camera given in the address, without animation. */
  jump({ longitude, latitude, zoom, bearing, pitch }: Camera): void {
    this.#fitted = undefined;
    this.#map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch });
  }

  /** Zooms in (1) or out (-1) by one step. */
  zoomBy(step: 1 | -1): void {
    this.#fitted = undefined;
    if (step === 1) this.#map.zoomIn({ duration: CAMERA_MILLISECONDS / 2 });
    else this.#map.zoomOut({ duration: CAMERA_MILLISECONDS / 2 });
  }

  /** Rotates the map north up and removes its tilt. */
  resetNorth(): void {
    this.#map.easeTo({ bearing: 0, pitch: 0, duration: CAMERA_MILLISECONDS / 2 });
  }

  /** True when a box is completely on the canvas but not completely in its free part. */
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

  /** The distance of a position from the free part of the map, in pixels to the right and down. */
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

/** The distance of a value from a span: negative before it, positive after it, otherwise 0. */
function outside(value: number, from: number, to: number): number {
  return value < from ? value - from : Math.max(0, value - to);
}

type Limits = readonly [low: number, high: number];

/** Whether any of a span lies within limits. */
function isSeen(values: readonly number[], [low, high]: Limits): boolean {
  return Math.max(...values) >= low && Math.min(...values) <= high;
}

/** How far a span lies outside of limits; of one that is wider than they are, how far its middle is from theirs. */
function missOf(values: readonly number[], [low, high]: Limits): number {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  if (to - from > high - low) return (from + to - low - high) / 2;
  if (from < low) return from - low;
  return to > high ? to - high : 0;
}
