import {
  addProtocol,
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
import { onLongPress } from './long-press.ts';
import { type InitialCamera, MapCamera } from './map-camera.ts';
import { pickFeature } from './pick.ts';
import type { MapStand, PointerReadout } from './pointer-readout.ts';
import { showScale } from './scale-bar.ts';
import type { Camera, MapScene, ViewCorners } from './scene.ts';
import { hasStyles, style } from './style.ts';
import { drawImage } from './style-images.ts';
import { type MapStrip, viewCorners } from './view-corners.ts';
import { workerUrl } from './worker-url.ts';

/** The drawing state of the map; lost while the browser has taken its graphics away and not given them back. */
export type MapState = 'loading' | 'idle' | 'failed' | 'lost';

/** The events of the map; they carry only ids and plain values. */
export type MapEvents = {
  /** The user clicked a feature, or open ground (id undefined); `at` is the position. */
  readonly onSelect: (id: string | undefined, at: Position) => void;
  /** The user asked about a place: right click, long press, or Shift and Enter at the cross. */
  readonly onAsk: (at: Position) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onCameraChange: (camera: Camera, corners: ViewCorners) => void;
  /** The user moves the map. */
  readonly onHandMove?: () => void;
  readonly onStateChange: (state: MapState) => void;
  readonly onError: (error: Error) => void;
};

/** The options of a new map. */
export type MapOptions = {
  readonly container: HTMLElement;
  readonly events: MapEvents;
  /** The language of MapLibre's own texts on the map, until a scene has another one. */
  readonly language: Language;
  /** The map takes no pointer or keyboard input and has no foot, because another map leads it. */
  readonly isStill?: boolean;
  /**
   * The map leaves the wheel and one finger to the page: it zooms with Ctrl or ⌘ and moves with two
   * fingers.
   */
  readonly isCooperative?: boolean;
  /** What panels cover of the map, in pixels of its container: names keep off it. */
  readonly obstacles?: () => Promise<readonly MapStrip[]>;
};

/** Label fonts: only local ones, so that no glyphs are requested. */
const LABEL_FONTS =
  'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';
/** A click within this many milliseconds after a gesture still belongs to the gesture. */
const AFTER_GESTURE = 500;
/** The accessible name of the canvas; MapLibre would call it "Map" in any language. */
const CANVAS_LABEL: Bilingual = {
  zh: '规划项目与岸线地图',
  en: 'Map of the plan’s projects and the coastline',
};

/** This file alone imports MapLibre's running code. */
export { addProtocol };

/** The zoom from which a view may lie inside an area. */
const NEAR = 10;

/** A browser gives lost graphics back within moments, if at all, in milliseconds. */
const PATIENCE = 5000;

/** Starts the shared workers before there is a map, so that they load their code early. */
export function prepareMaps(): void {
  setWorkerUrl(workerUrl);
  prewarm();
}

/** Terminates the shared workers when no map is left; does nothing while there is one. */
export function releaseMaps(): void {
  clearPrewarmedResources();
}

/** How many degrees are as wide as a small screen, 640 px, at zoom 0, where the world is 512 px wide. */
const DEGREES_ON_SCREEN = (640 * 360) / 512;

/** The zoom, in half levels, at which a box is about as wide as a small screen: there is no use in less. */
function leastZoom([west, , east]: BoundingBox): number {
  return Math.max(0, Math.round(2 * Math.log2(DEGREES_ON_SCREEN / (east - west))) / 2);
}

/** Creates a MapLibre map with the settings that all our maps share: local fonts, own images, one world. */
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

/** The interactive map: it takes scenes and emits events. */
export class MapView {
  readonly #map: MapLibreMap;
  readonly camera: MapCamera;
  readonly #foot = document.createElement('div');
  #translateScale: ((language: Language) => void) | undefined;
  readonly #events: MapEvents;
  #applied: AppliedScene = NOTHING_APPLIED;
  #scene: MapScene | undefined;
  #hasStyle = false;
  #isStyleLoaded = false;
  #hasStarted = false;
  #isDrawing = false;
  #magnification = 1;
  #pixelRatio = devicePixelRatio;
  readonly #life = new AbortController();
  #quietUntil = 0;
  #mark: Marker | undefined;
  #loss: ReturnType<typeof setTimeout> | undefined;
  #aid: (() => Promise<void>) | undefined;

  /** @throws Error when the browser gives no WebGL 2 context. */
  constructor({ container, events, language, ...options }: MapOptions) {
    const { isStill = false, isCooperative = false, obstacles } = options;
    this.#events = events;
    this.#map = makeMap({
      container,
      maxZoom: 17,
      maxPitch: 60,
      fadeDuration: matchMedia('(prefers-reduced-motion)').matches ? 0 : 120,
      interactive: !isStill,
      cooperativeGestures: isCooperative,
    });
    this.camera = new MapCamera(this.#map);
    if (!isStill) this.#placeFoot(language);
    void this.#translateHints(language);
    this.#listen();
    if (obstacles !== undefined) this.#aidLabels(obstacles);
    this.#followScreen();
    addEventListener('resize', () => this.#sharpen(), { signal: this.#life.signal });
  }

  /**
   * Sets the box that the camera cannot leave and the first view; the map emits no events before this call.
   */
  start(bounds: BoundingBox, first: InitialCamera): void {
    this.#map.setMinZoom(leastZoom(bounds));
    this.#map.setMaxBounds([...bounds]);
    this.#hasStarted = true;
    this.camera.start(first);
    this.report();
  }

  /** Emits the current camera. */
  report(): void {
    if (!this.#hasStarted) return;
    this.#events.onCameraChange(this.camera.current, viewCorners(this.#map));
  }

  /** Shows a scene: immediately when the style is loaded, otherwise as soon as it is. */
  render(scene: MapScene): void {
    if (scene.language !== this.#scene?.language) {
      this.#translateScale?.(scene.language);
      void this.#translateHints(scene.language);
    }
    this.#scene = scene;
    if (!hasStyles(scene)) {
      void this.#fetchStyles();
      return;
    }
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
    if (hadToDraw && !completes && scene.isComplete) void this.#aid?.();
  }

  async #fetchStyles(): Promise<void> {
    const { addUserStyles } = await import('./style-layers/added.ts');
    addUserStyles(addProtocol);
    if (this.#scene !== undefined && !this.#life.signal.aborted) this.render(this.#scene);
  }

  /**
   * Uses the complete first scene as the map's first style: MapLibre then draws nothing before it and
   * labels do not fade in. Our tests check every style, so the validation is switched off here.
   */
  #showFirst(scene: MapScene): void {
    this.#hasStyle = true;
    this.#applied = firstApplied(scene);
    this.#map.setStyle(style(scene, this.#applied.layers), { validate: false });
  }

  /**
   * Sets how much larger the page shows the map than its layout size, so that it is drawn at that
   * resolution.
   */
  magnify(scale: number): void {
    this.#magnification = scale;
    this.#sharpen();
  }

  /** Draws at the resolution of the screen, times the magnification. */
  #sharpen(): void {
    const ratio = devicePixelRatio * this.#magnification;
    if (ratio === this.#pixelRatio) return;
    this.#pixelRatio = ratio;
    this.#map.setPixelRatio(ratio);
  }

  /** MapLibre reads the screen's resolution when the map changes its size, which a window on another screen may keep. */
  #followScreen(): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        this.#sharpen();
        this.#followScreen();
      },
      { once: true, signal: this.#life.signal },
    );
  }

  /**
   * The map as it is now, on a canvas of its own: what the map's own canvas held is gone once it has been displayed.
   */
  picture(): HTMLCanvasElement {
    this.#map.redraw();
    const drawn = this.#map.getCanvas();
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [drawn.width, drawn.height];
    copy.getContext('2d')?.drawImage(drawn, 0, 0);
    return copy;
  }

  /** Lets the user draw on the map; clicks do not select features meanwhile. */
  async openDrawing(host: DrawHost): Promise<DrawTool> {
    const { DrawTool } = await import('./draw-tool.ts');
    this.#isDrawing = true;
    return new DrawTool(this.#map, host);
  }

  /** Ends drawing, so that clicks select features again. */
  closeDrawing(tool: DrawTool): void {
    tool.stop();
    this.#isDrawing = false;
    this.#hush();
  }

  /** Puts words beside the scale bar: the code for that is fetched. */
  async openFoot(onStand: (stand: MapStand) => void): Promise<PointerReadout> {
    const { PointerReadout } = await import('./pointer-readout.ts');
    return new PointerReadout(this.#map, this.#foot, onStand);
  }

  /** Its whole height is kept from the beginning: what is fitted to the map keeps off it. */
  #placeFoot(language: Language): void {
    const [foot, bar] = [this.#foot, document.createElement('div')];
    foot.className = 'maplibregl-ctrl map-foot';
    foot.dataset['covers'] = 'band';
    bar.className = 'maplibregl-ctrl-scale';
    foot.append(bar);
    this.#translateScale = showScale(this.#map, bar, language);
    this.#map.addControl({ onAdd: () => foot, onRemove: () => foot.remove() }, 'bottom-left');
  }

  /** Removes the map and everything the constructor created. */
  destroy(): void {
    this.#life.abort();
    clearTimeout(this.#loss);
    this.#map.remove();
  }

  /** MapLibre's own hints are English until ours are there; only an embedded map has any. The language may change later. */
  async #translateHints(language: Language): Promise<void> {
    if (!this.#map.cooperativeGestures.isEnabled()) return;
    const { translateGestureHints } = await import('./gesture-hints.ts');
    translateGestureHints(this.#map, language);
  }

  /** The marker is a page element above the canvas, so it needs no image and no drawing. */
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
    map.on('movestart', () => {
      if (this.#hasStarted && this.#loss === undefined) this.#events.onStateChange('loading');
    });
    map.on('moveend', () => {
      if (!this.camera.isLed) this.report();
    });
    map.on('idle', () => {
      if (this.#applied.scene.isComplete) this.#events.onStateChange('idle');
    });
    map.on('webglcontextlost', () => this.#lose());
    map.on('webglcontextrestored', () => {
      clearTimeout(this.#loss);
      this.#loss = undefined;
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

  /** What was drawn comes back with the graphics (MapLibre draws it anew), except what features are marked by. */
  #lose(): void {
    if (this.#life.signal.aborted) return;
    this.#isStyleLoaded = false;
    const { scene } = this.#applied;
    this.#applied = {
      ...this.#applied,
      scene: { ...scene, selectedIds: [], hoveredId: undefined },
    };
    this.#events.onStateChange('loading');
    this.#loss = setTimeout(() => this.#events.onStateChange('lost'), PATIENCE);
  }

  /** Helps the names of the view as it is, unless the map moves. */
  aidNames(): void {
    void this.#aid?.();
  }

  /** Helps the names after each move, and at first where a view begins inside areas: from afar all names are in sight. */
  #aidLabels(obstacles: () => Promise<readonly MapStrip[]>): void {
    const map = this.#map;
    let aid: typeof import('./label-aid.ts') | undefined;
    this.#aid = async () => {
      aid ??= await import('./label-aid.ts');
      const strips = await obstacles();
      const isStill = this.#isStyleLoaded && !this.#life.signal.aborted && !map.isMoving();
      if (isStill) aid.aidLabels(map, this.#applied.scene, strips);
    };
    map.once('idle', () => {
      if (map.getZoom() >= NEAR) void this.#aid?.();
    });
    map.on('movestart', () => aid?.clearLabelAid(map));
    map.on('moveend', () => {
      if (this.#applied.scene.isComplete && !this.camera.isLed) void this.#aid?.();
    });
  }

  #pick(pixel: readonly [number, number]): string | undefined {
    return this.#isStyleLoaded ? pickFeature(this.#map, this.#applied.scene, pixel) : undefined;
  }

  /** Handles right clicks and long presses; when a system sends both for one finger, it asks only once. */
  #ask(at: Position): void {
    if (this.#isDrawing || performance.now() < this.#quietUntil) return;
    this.#hush();
    this.#events.onAsk(at);
  }

  /** Ignores the click that ends a long press or a shape. */
  #hush(): void {
    this.#quietUntil = performance.now() + AFTER_GESTURE;
  }

  #hover(id: string | undefined): void {
    this.#map.getCanvas().classList.toggle('is-over-feature', id !== undefined);
    this.#events.onHover(id);
  }

  /** Enter selects the feature under the cross in the middle of the view. */
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
