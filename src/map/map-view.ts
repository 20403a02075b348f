import {
  clearPrewarmedResources,
  Map as MapLibreMap,
  type MapOptions as MapLibreOptions,
  Marker,
  prewarm,
  setWorkerUrl,
} from 'maplibre-gl';
import './vendor.css';
import type { Bilingual, Language } from '../domain/bilingual.ts';
import type { BoundingBox, Position } from '../domain/geometry.ts';
import {
  type AppliedScene,
  applyScene,
  drawsAlike,
  firstApplied,
  NOTHING_APPLIED,
} from './apply-scene.ts';
import type { DrawHost, DrawTool } from './draw-tool.ts';
import { GESTURE_HINTS, translateGestureHints } from './gesture-hints.ts';
import { onLongPress } from './long-press.ts';
import { type InitialCamera, MapCamera } from './map-camera.ts';
import { pickFeature } from './pick.ts';
import { ScaleBar } from './scale-bar.ts';
import type { Camera, MapScene, ViewCorners } from './scene.ts';
import { style } from './style.ts';
import { drawImage } from './style-images.ts';
import { viewCorners } from './view-corners.ts';
import { workerUrl } from './worker-url.ts';

/** Where the map stands with its drawing. */
export type MapState = 'loading' | 'idle' | 'failed';

/** What the map tells; it hands out ids and plain values only. */
export type MapEvents = {
  /** A feature was picked, or nothing was; `at` is where. */
  readonly onSelect: (id: string | undefined, at: Position) => void;
  /** A place was asked about: right click, long press, or Shift and Enter at the cross. */
  readonly onAsk: (at: Position) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onCameraChange: (camera: Camera, corners: ViewCorners) => void;
  /** The user moves the map. */
  readonly onHandMove?: () => void;
  readonly onStateChange: (state: MapState) => void;
  readonly onError: (error: Error) => void;
};

/** What a map starts from. */
export type MapOptions = {
  readonly container: HTMLElement;
  /** The camera may not leave this box: the base map ends there. */
  readonly frame: BoundingBox;
  readonly events: MapEvents;
  /** The language of what MapLibre writes on the map, until a scene has another. */
  readonly language: Language;
  /** Takes no pointer and no key, and has no scale bar: another map leads it. */
  readonly isStill?: boolean;
  /** Leaves the wheel and one finger to the page around it: it zooms with Ctrl or ⌘, and moves by two fingers. */
  readonly isCooperative?: boolean;
};

/** Fonts for labels: local ones only, so that no glyph is ever requested. */
const LABEL_FONTS =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
/** How long after a gesture of its own a click is still part of it, in milliseconds. */
const AFTER_GESTURE = 500;
/** What a screen reader calls the canvas; MapLibre would call it "Map" in any language. */
const CANVAS_LABEL: Bilingual = {
  zh: '规划项目与岸线地图',
  en: 'Map of the plan’s projects and the coastline',
};
/** Starts the workers that maps share, before there is a map: they read their code meanwhile. */
export function prepareMaps(): void {
  setWorkerUrl(workerUrl);
  prewarm();
}

/** Terminates the shared workers once no map is left; does nothing before. */
export function releaseMaps(): void {
  clearPrewarmedResources();
}

/** A MapLibre map with what all of ours have alike: local fonts, our own images, one world. */
export function makeMap(options: MapLibreOptions): MapLibreMap {
  const map = new MapLibreMap({
    localIdeographFontFamily: LABEL_FONTS,
    attributionControl: false,
    renderWorldCopies: false,
    ...options,
  });
  map.setMissingStyleImageResolver((id) => {
    const image = drawImage(id);
    if (image !== undefined) map.addImage(id, image.pixels, { pixelRatio: image.pixelRatio });
  });
  return map;
}

/** The map that the user sees and moves: scenes in, events out. */
export class MapView {
  readonly #map: MapLibreMap;
  /** Where the map looks. */
  readonly camera: MapCamera;
  readonly #scale: ScaleBar | undefined;
  readonly #events: MapEvents;
  #applied: AppliedScene = NOTHING_APPLIED;
  #scene: MapScene | undefined;
  #hasStyle = false;
  #isStyleLoaded = false;
  #hasStarted = false;
  #isDrawing = false;
  #quietUntil = 0;
  #mark: Marker | undefined;

  /** @throws Error when the browser gives no WebGL 2 context. */
  constructor({ container, frame, events, language, ...options }: MapOptions) {
    const { isStill = false, isCooperative = false } = options;
    this.#events = events;
    this.#map = makeMap({
      container,
      maxBounds: [...frame],
      minZoom: 6.5,
      maxZoom: 17,
      maxPitch: 60,
      fadeDuration: 120,
      bounds: [...frame],
      interactive: !isStill,
      cooperativeGestures: isCooperative,
      locale: GESTURE_HINTS[language],
    });
    this.camera = new MapCamera(this.#map);
    if (!isStill) {
      this.#scale = new ScaleBar(language);
      this.#map.addControl(this.#scale, 'bottom-left');
    }
    this.#listen();
  }

  /** Stands where it is to be seen first; until then the map tells nothing. */
  start(first: InitialCamera): void {
    this.#hasStarted = true;
    this.camera.start(first);
    this.report();
  }

  /** Tells where the map looks now. */
  report(): void {
    if (!this.#hasStarted) return;
    this.#events.onCameraChange(this.camera.current, viewCorners(this.#map));
  }

  /** Shows a scene: at once when the style is there, else as soon as it is. */
  render(scene: MapScene): void {
    if (scene.language !== this.#scene?.language) this.#setLanguage(scene.language);
    this.#scene = scene;
    this.#map.getCanvas().setAttribute('aria-label', CANVAS_LABEL[scene.language]);
    this.#showMark(scene.mark);
    if (!this.#hasStyle) this.#showFirst(scene);
    if (!this.#isStyleLoaded) return;
    const hadToDraw = !drawsAlike(this.#applied.scene, scene);
    const completes = scene.isComplete && !this.#applied.scene.isComplete;
    if (hadToDraw || completes) {
      this.#events.onStateChange('loading');
      this.#map.triggerRepaint();
    }
    this.#applied = applyScene(this.#map, this.#applied, scene);
  }

  /**
   * The first scene is the map's first style, whole: MapLibre draws nothing before it and lets no label
   * fade in. Our tests check every style, so that it need not be checked here.
   */
  #showFirst(scene: MapScene): void {
    this.#hasStyle = true;
    this.#applied = firstApplied(scene);
    this.#map.setStyle(style(scene, this.#applied.layers), { validate: false });
  }

  /** The page shows the map so much larger than it is laid out: it is drawn as sharp as that. */
  magnify(scale: number): void {
    const ratio = devicePixelRatio * scale;
    if (this.#map.getPixelRatio() !== ratio) this.#map.setPixelRatio(ratio);
  }

  /** Lets the user draw on the map; a click selects nothing meanwhile. */
  async openDrawing(host: DrawHost): Promise<DrawTool> {
    const { DrawTool } = await import('./draw-tool.ts');
    this.#isDrawing = true;
    return new DrawTool(this.#map, host);
  }

  /** Ends drawing: picking works again. */
  closeDrawing(tool: DrawTool): void {
    tool.stop();
    this.#isDrawing = false;
    this.#hush();
  }

  /** Undoes all that the constructor did. */
  destroy(): void {
    this.#map.remove();
  }

  /** MapLibre takes its words when a map is made; the language may change later. */
  #setLanguage(language: Language): void {
    this.#scale?.setLanguage(language);
    if (this.#map.cooperativeGestures.isEnabled()) translateGestureHints(this.#map, language);
  }

  /** A pin that stands on the page above the canvas: it needs no image and no drawing. */
  #showMark(at: Position | undefined): void {
    const last = this.#mark?.getLngLat();
    if (at === undefined || last?.lng !== at[0] || last.lat !== at[1]) {
      this.#mark?.remove();
      this.#mark = undefined;
    }
    if (at === undefined || this.#mark !== undefined) return;
    const element = document.createElement('div');
    element.className = 'map-mark';
    this.#mark = new Marker({ element, anchor: 'bottom' }).setLngLat([...at]).addTo(this.#map);
  }

  #listen(): void {
    const map = this.#map;
    map.on('style.load', () => {
      this.#isStyleLoaded = true;
      if (this.#scene !== undefined) this.render(this.#scene);
    });
    this.camera.onHandMove(() => this.#events.onHandMove?.());
    map.on('movestart', () => this.#hasStarted && this.#events.onStateChange('loading'));
    map.on('moveend', () => {
      if (!this.camera.isLed) this.report();
    });
    map.on('idle', () => {
      if (this.#applied.scene.isComplete) this.#events.onStateChange('idle');
    });
    map.on('error', ({ error }) =>
      this.#events.onError(new Error(error.message, { cause: error })),
    );
    map.on('click', ({ point, lngLat }) => {
      if (!this.#isDrawing && performance.now() > this.#quietUntil)
        this.#events.onSelect(this.#pick([point.x, point.y]), [lngLat.lng, lngLat.lat]);
    });
    map.on('mousemove', ({ point }) => {
      if (!this.#isDrawing) this.#hover(this.#pick([point.x, point.y]));
    });
    map.on('contextmenu', ({ lngLat }) => this.#ask([lngLat.lng, lngLat.lat]));
    onLongPress(map, (at) => this.#ask(at));
    map.on('mouseout', () => this.#hover(undefined));
    map.getCanvas().addEventListener('keydown', (event) => this.#pressKey(event));
    map.getCanvas().setAttribute('aria-describedby', 'map-keys');
  }

  #pick(pixel: readonly [number, number]): string | undefined {
    return this.#isStyleLoaded ? pickFeature(this.#map, this.#applied.scene, pixel) : undefined;
  }

  /** A right click and a long press; where a system makes both of one finger, it asks once. */
  #ask(at: Position): void {
    if (this.#isDrawing || performance.now() < this.#quietUntil) return;
    this.#hush();
    this.#events.onAsk(at);
  }

  /** The click that ends a long press or a shape means nothing more. */
  #hush(): void {
    this.#quietUntil = performance.now() + AFTER_GESTURE;
  }

  #hover(id: string | undefined): void {
    this.#map.getCanvas().classList.toggle('is-over-feature', id !== undefined);
    this.#events.onHover(id);
  }

  /** Enter picks what lies under the cross in the middle of the view. */
  #pressKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || this.#isDrawing) return;
    const centre = this.#map.getCenter();
    if (event.shiftKey) {
      this.#events.onAsk([centre.lng, centre.lat]);
      return;
    }
    const { x, y } = this.#map.project(centre);
    this.#events.onSelect(this.#pick([x, y]), [centre.lng, centre.lat]);
  }
}
