import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bilingual } from '../domain/bilingual.ts';
import type { BoundingBox } from '../domain/geometry.ts';
import { applyScene, firstApplied } from './apply-scene.ts';
import { addProtocol, makeMap, prepareMaps } from './map-view.ts';
import type { Camera, MapScene, ViewCorners } from './scene.ts';
import { sharedRings, shareRings } from './shared-rings.ts';
import { style } from './style.ts';
import { addUserStyles } from './style-layers/added.ts';
import { viewCorners } from './view-corners.ts';
import { visiblePatience } from './visible-patience.ts';

/** The inputs of an offscreen map. */
export type OffscreenMapOptions = {
  /** An element of the picture's size that is in the page but not visible. */
  readonly container: HTMLElement;
  readonly scene: MapScene;
  /** Pixels of the picture per CSS pixel. */
  readonly pixelRatio: number;
};

/**
 * The pixel ratio used while tiles and labels load: label positions do not depend on it, and the
 * intermediate frames cost almost nothing.
 */
const COARSE = 0.2;
/** The longest time for one drawing while the page is visible, in milliseconds. */
const PATIENCE = 60_000;
/** A browser gives lost graphics back within moments, if at all, in milliseconds. */
const GIVEN_BACK = 5000;
const LOST: Bilingual = {
  zh: '浏览器收回了绘图资源；请关闭其他页面后重试',
  en: 'the browser has taken the graphics away; close other pages and try again',
};

/**
 * A map that is only painted into a picture: it is invisible and does not move, and labels keep their first
 * positions. It has no frame limit, so that the camera is exact at any picture size.
 */
export class OffscreenMap {
  readonly #map: MapLibreMap;
  readonly #pixelRatio: number;
  readonly #lost: Error;

  /** @throws Error when the browser gives no WebGL 2 context. */
  constructor({ container, scene, pixelRatio }: OffscreenMapOptions) {
    prepareMaps();
    this.#pixelRatio = pixelRatio;
    this.#lost = new Error(LOST[scene.language]);
    this.#map = makeMap({
      container,
      fadeDuration: 0,
      interactive: false,
      trackResize: false,
      pixelRatio: Math.min(pixelRatio, COARSE),
      // The canvas is read after the frame was displayed, when the map is idle.
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    this.#map.on('error', ({ error }) => console.error('map for a picture:', error.message, error));
    addUserStyles(addProtocol);
    const first = firstApplied(scene);
    this.#map.on('style.load', () => {
      applyScene(this.#map, first, scene);
      shareRings(this.#map, sharedRings(scene));
    });
    this.#map.setStyle(style(scene, first.layers), { validate: false });
  }

  /** Returns the camera that shows a box completely, with a margin in CSS pixels. */
  fit(extent: BoundingBox, margin: number): Camera {
    const { center, zoom } = this.#map.cameraForBounds([...extent], { padding: margin }) ?? {};
    if (center === undefined || zoom === undefined)
      throw new Error(`no room for ${extent.join(', ')} within a margin of ${margin} px`);
    this.#map.jumpTo({ center, zoom });
    return this.camera;
  }

  /** The current camera. */
  get camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return {
      zoom: this.#map.getZoom(),
      longitude: lng,
      latitude: lat,
      bearing: this.#map.getBearing(),
      pitch: this.#map.getPitch(),
    };
  }

  /** The corners of the visible area. */
  get corners(): ViewCorners {
    return viewCorners(this.#map);
  }

  /**
   * Paints the view of a camera; while the page is hidden, it waits. The canvas holds the picture until the next call.
   * @throws the signal's reason when it is aborted, Error when the map takes too long or its graphics are gone.
   */
  async paint(
    { longitude, latitude, zoom, bearing, pitch }: Camera,
    signal?: AbortSignal,
  ): Promise<HTMLCanvasElement> {
    signal?.throwIfAborted();
    this.#map.setPixelRatio(Math.min(this.#pixelRatio, COARSE));
    this.#map.resize();
    this.#map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch });
    await this.#rest(signal);
    if (this.#pixelRatio > COARSE) {
      this.#map.setPixelRatio(this.#pixelRatio);
      await this.#rest(signal);
    }
    // Read now, it would be empty.
    if (this.#isLost) throw this.#lost;
    return this.#map.getCanvas();
  }

  get #isLost(): boolean {
    return this.#map.getCanvas().getContext('webgl2')?.isContextLost() ?? false;
  }

  #rest(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      let loss: ReturnType<typeof setTimeout> | undefined;
      const end = (finish: () => void): void => {
        stopCounting();
        clearTimeout(loss);
        this.#map.off('webglcontextlost', lost);
        this.#map.off('webglcontextrestored', restored);
        this.#map.off('idle', rested);
        signal?.removeEventListener('abort', stopped);
        finish();
      };
      const rested = (): void => end(resolve);
      const lost = (): void => {
        loss = setTimeout(() => end(() => reject(this.#lost)), GIVEN_BACK);
      };
      const restored = (): void => clearTimeout(loss);
      const stopped = (): void => end(() => reject(signal?.reason));
      const stopCounting = visiblePatience(PATIENCE, {
        onEnd: () => end(() => reject(new Error(`not drawn after ${PATIENCE} ms`))),
        onBack: () => this.#map.triggerRepaint(),
      });
      this.#map.on('idle', rested);
      this.#map.on('webglcontextlost', lost);
      this.#map.on('webglcontextrestored', restored);
      if (this.#isLost) lost();
      signal?.addEventListener('abort', stopped);
      this.#map.triggerRepaint();
    });
  }

  /** Removes the map and everything the constructor created. */
  destroy(): void {
    this.#map.remove();
  }
}
