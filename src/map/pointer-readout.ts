import type { Map as MapLibreMap } from 'maplibre-gl';
import type { FlatView } from '../domain/geometry/web-mercator.ts';
import type { Position } from '../domain/geometry.ts';

/** How the map stands, and the position that its foot names. */
export type MapStand = {
  readonly view: FlatView;
  readonly at: Position;
  /** Whether no mouse or pen is over the map, so that the position is the middle of the view. */
  readonly isCentre: boolean;
};

/** What stands beside the scale bar at the foot of the map: what the host shows of scale and pointer. */
export class PointerReadout {
  readonly #map: MapLibreMap;
  readonly #tell: (stand: MapStand) => void;
  readonly #life = new AbortController();
  /** Where the pointer is, in pixels of the map's container. */
  #pointer: readonly [number, number] | undefined;
  #frame: number | undefined;
  /** The element for the host to fill, above the bar. */
  readonly words = document.createElement('div');

  /** `onStand` is called at most once a frame. */
  constructor(map: MapLibreMap, foot: HTMLElement, onStand: (stand: MapStand) => void) {
    this.#map = map;
    this.#tell = onStand;
    this.words.className = 'map-foot__words';
    foot.prepend(this.words);
    const { signal } = this.#life;
    const canvas = map.getCanvasContainer();
    canvas.addEventListener('pointermove', (event) => this.#follow(event), { signal });
    canvas.addEventListener('pointerleave', () => this.#point(undefined), { signal });
    map.on('move', this.#wait);
    this.#wait();
  }

  /**
   * Zooms around the middle of the view, as near as the map comes to a zoom, and returns the zoom that it has then.
   * `originalEvent` marks the move as the user's.
   */
  zoomTo(zoom: number, originalEvent: Event): number {
    this.#map.jumpTo({ zoom }, { originalEvent });
    return this.#map.getZoom();
  }

  /** Lets go of the map; what the host has put into the foot is the host's to remove. */
  destroy(): void {
    this.#life.abort();
    this.#map.off('move', this.#wait);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.words.remove();
  }

  /** A finger covers what it points at: by touch the middle of the view is named. */
  #follow({ pointerType, clientX, clientY }: PointerEvent): void {
    if (pointerType === 'touch') return;
    const { left, top, width } = this.#map.getContainer().getBoundingClientRect();
    // A page that magnifies the map has smaller pixels than the map.
    const scale = width === 0 ? 1 : this.#map.getContainer().clientWidth / width;
    this.#point([(clientX - left) * scale, (clientY - top) * scale]);
  }

  #point(pixel: readonly [number, number] | undefined): void {
    this.#pointer = pixel;
    this.#wait();
  }

  readonly #wait = (): void => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      const { lng: longitude, lat: latitude } = this.#map.getCenter();
      const pointed = this.#pointer && this.#map.unproject([...this.#pointer]);
      this.#tell({
        view: { longitude, latitude, zoom: this.#map.getZoom(), bearing: this.#map.getBearing() },
        at: pointed === undefined ? [longitude, latitude] : [pointed.lng, pointed.lat],
        isCentre: pointed === undefined,
      });
    });
  };
}
