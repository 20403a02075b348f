import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Position } from '../domain/geometry.ts';
import type { DrawnShape } from '../domain/map-tools/drawn-shape.ts';
import type { Theme } from '../domain/symbology.ts';
import { MAP_COLOURS } from '../domain/symbology.ts';

/** Callbacks of the drawing tool: where it reports shapes and asks for snapping. */
export type DrawHost = {
  readonly theme: Theme;
  /**
   * Receives the current shape; `isFinal` is true when the user has finished a stroke or a drag. Undefined when
   * corners were taken back and too few are left.
   */
  readonly onShape: (shape: DrawnShape | undefined, isFinal: boolean) => void;
  /** Receives how many corners can be taken back and set again. */
  readonly onCorners: (corners: { readonly set: number; readonly takenBack: number }) => void;
  /** Returns a position to use instead of the one under the pointer, within a distance in metres. */
  readonly snap: (at: Position, withinM: number) => Position | undefined;
};

/** The maximum distance between the pointer and a corner or snapping line, in pixels. */
const REACH_PIXELS = 14;
/** Decimals of a drawn position in degrees: 0.1 m, as in all geodata of this project. */
const DECIMALS = 6;

/** Draws one shape on a map, or edits the corners of an existing one, with terra-draw. */
export class DrawTool {
  readonly #draw: TerraDraw;
  readonly #host: DrawHost;
  readonly #map: MapLibreMap;
  readonly #modes: Readonly<Record<'polygon' | 'line', DrawingMode>>;
  readonly #snapping: Snapping;
  readonly #listening = new AbortController();
  #mode: 'polygon' | 'line' | undefined;
  #shapeId: string | number | undefined;
  /** Whether Alt was held when the pointer was last heard of. */
  #isSnappingOff = false;
  /** Whether Shift was. */
  #isSquare = false;
  /** Whether the last that was heard of the map came from the keyboard. */
  #isByKeys = true;

  constructor(map: MapLibreMap, host: DrawHost) {
    this.#host = host;
    this.#map = map;
    const accent = hex(MAP_COLOURS.accent[host.theme]);
    const halo = hex(MAP_COLOURS.halo[host.theme]);
    const snapping: Snapping = {
      toCustom: ({ lng, lat, containerX, containerY }, { unproject }) => {
        if (this.#isSnappingOff) return undefined;
        const off = unproject(containerX, containerY + REACH_PIXELS).lat;
        const at = host.snap([lng, lat], Math.abs(off - lat) * METRES_PER_DEGREE_NORTH);
        return at === undefined ? undefined : [...at].map(rounded);
      },
    };
    this.#snapping = snapping;
    const points = {
      closingPointColor: accent,
      closingPointWidth: 6,
      closingPointOutlineColor: halo,
      closingPointOutlineWidth: 2,
      snappingPointColor: halo,
      snappingPointWidth: 6,
      snappingPointOutlineColor: accent,
      snappingPointOutlineWidth: 3,
    };
    const keyEvents = { cancel: null, finish: 'Enter' };
    const polygon = new TerraDrawPolygonMode({
      snapping,
      keyEvents,
      pointerDistance: REACH_PIXELS,
      showCoordinatePoints: true,
      validation: notSelfCrossing,
      styles: {
        ...points,
        fillColor: accent,
        fillOpacity: 0.2,
        outlineColor: accent,
        outlineWidth: 2.5,
        coordinatePointColor: accent,
        coordinatePointWidth: 4,
        coordinatePointOutlineColor: halo,
        coordinatePointOutlineWidth: 2,
      },
    });
    const line = new TerraDrawLineStringMode({
      snapping,
      keyEvents,
      pointerDistance: REACH_PIXELS,
      showCoordinatePoints: true,
      styles: { ...points, lineStringColor: accent, lineStringWidth: 3 },
    });
    this.#modes = { polygon, line };
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({
        map,
        coordinatePrecision: DECIMALS,
        prefixId: 'drawing',
      }),
      modes: [
        polygon,
        line,
        new TerraDrawSelectMode({
          pointerDistance: REACH_PIXELS * 2,
          keyEvents: { deselect: null, delete: null, rotate: null, scale: null },
          allowManualDeselection: false,
          flags: {
            polygon: { feature: { ...editable(snapping), validation: notSelfCrossing } },
            linestring: { feature: editable(snapping) },
          },
          styles: {
            selectedPolygonColor: accent,
            selectedPolygonFillOpacity: 0.22,
            selectedPolygonOutlineColor: accent,
            selectedPolygonOutlineWidth: 2.5,
            selectedLineStringColor: accent,
            selectedLineStringWidth: 3,
            selectionPointColor: halo,
            selectionPointWidth: 6,
            selectionPointOutlineColor: accent,
            selectionPointOutlineWidth: 3,
            midPointColor: accent,
            midPointWidth: 4,
            midPointOutlineColor: halo,
            midPointOutlineWidth: 1.5,
          },
        }),
      ],
    });
    this.#draw.start();
    // Shift and a drag would zoom to a box.
    map.boxZoom.disable();
    this.#draw.on('change', (ids, _, context) => {
      const isOurs = context !== undefined && 'origin' in context;
      if (!isOurs && context?.target !== 'properties') this.#tell(ids, false);
      this.#tellCorners();
    });
    this.#draw.on('finish', (id) => this.#tell([id], true));
    this.#listen();
  }

  /** Starts a new shape and waits for its first corner; a span is a line that ends at its second corner. */
  begin(shape: 'polygon' | 'line' | 'span'): void {
    this.#draw.clear();
    this.#mode = shape === 'polygon' ? 'polygon' : 'line';
    this.#draw.updateModeOptions<typeof TerraDrawLineStringMode>(MODES.line, {
      finishOnNthCoordinate: shape === 'span' ? 2 : Number.MAX_SAFE_INTEGER,
    });
    this.#draw.setMode(shape === 'polygon' ? MODES.polygon : MODES.line);
  }

  /**
   * Shows the corners of a shape: the user can move them, add one at a midpoint, or remove one by right
   * click. A span keeps its two corners.
   */
  edit(shape: DrawnShape, { isSpan = false }: { readonly isSpan?: boolean } = {}): void {
    this.#draw.clear();
    this.#mode = undefined;
    this.#draw.updateModeOptions<typeof TerraDrawSelectMode>('select', {
      flags: { linestring: { feature: editable(this.#snapping, !isSpan) } },
    });
    this.#draw.setMode('select');
    const geometry = roundedShape(shape);
    const mode = geometry.type === 'Polygon' ? MODES.polygon : MODES.line;
    const [added] = this.#draw.addFeatures([
      { type: 'Feature', geometry, properties: { mode } } satisfies GeoJSONStoreFeatures,
    ]);
    if (added?.valid === true && added.id !== undefined) this.#draw.selectFeature(added.id);
  }

  /** Takes back the last corner of a shape that is being drawn. */
  takeBack(): void {
    if (this.#mode === undefined) return;
    this.#modes[this.#mode].undo();
    this.#tellShape();
  }

  /** Sets the corner again that was taken back last. */
  setAgain(): void {
    if (this.#mode === undefined) return;
    this.#modes[this.#mode].redo();
    this.#tellShape();
  }

  /** Stops drawing and restores the map. */
  stop(): void {
    this.#listening.abort();
    this.#map.off('move', this.#follow);
    this.#draw.stop();
    this.#map.boxZoom.enable();
  }

  /**
   * With the keyboard, Enter sets a corner under the cross in the middle of the map, and ends the shape on its last
   * corner. After the pointer, Enter ends the shape, as terra-draw does.
   */
  #listen(): void {
    const { signal } = this.#listening;
    const box = this.#map.getCanvasContainer();
    const byPointer = (event: PointerEvent): void => {
      this.#isByKeys = false;
      this.#hold(event);
    };
    for (const name of ['pointerdown', 'pointermove'] as const)
      box.addEventListener(name, byPointer, { signal, capture: true });
    const press = (event: KeyboardEvent): void => {
      this.#hold(event);
      if (event.key.startsWith('Arrow')) this.#isByKeys = true;
      if (event.key !== 'Enter' || !this.#isByKeys || this.#mode === undefined) return;
      // terra-draw would end the shape.
      event.stopPropagation();
      if (event.type === 'keydown' && !event.repeat) this.#putCorner(this.#modes[this.#mode]);
    };
    box.addEventListener('keydown', press, { signal, capture: true });
    box.addEventListener('keyup', press, { signal, capture: true });
    this.#map.on('move', this.#follow);
  }

  /** Alt holds snapping off; Shift sets the next corner at a right angle to the last side. */
  #hold({ altKey, shiftKey }: Pick<MouseEvent, 'altKey' | 'shiftKey'>): void {
    this.#isSnappingOff = altKey;
    if (shiftKey === this.#isSquare) return;
    this.#isSquare = shiftKey;
    const snapping = shiftKey ? { toDegree: { degree: 90 } } : this.#snapping;
    this.#draw.updateModeOptions<typeof TerraDrawPolygonMode>(MODES.polygon, { snapping });
    this.#draw.updateModeOptions<typeof TerraDrawLineStringMode>(MODES.line, { snapping });
  }

  /** The corner that is not set yet follows the cross while the map moves by keys. */
  readonly #follow = (): void => {
    if (!this.#isByKeys || this.#mode === undefined) return;
    this.#modes[this.#mode].onMouseMove({ ...this.#underCross(), button: 'neither' });
  };

  #putCorner(mode: DrawingMode): void {
    mode.onMouseMove({ ...this.#underCross(), button: 'neither' });
    mode.onClick({ ...this.#underCross(), button: 'left' });
    this.#tellCorners();
  }

  #underCross() {
    const { lng, lat } = this.#map.getCenter();
    const { x, y } = this.#map.project([lng, lat]);
    return { lng, lat, containerX: x, containerY: y, heldKeys: [], isContextMenu: false };
  }

  #tellCorners(): void {
    if (this.#mode === undefined) return;
    const mode = this.#modes[this.#mode];
    this.#host.onCorners({ set: mode.undoSize(), takenBack: mode.redoSize() });
  }

  #tellShape(): void {
    const shapes = this.#draw.getSnapshot().flatMap((feature) => drawnShape(feature) ?? []);
    this.#host.onShape(shapes[0], false);
    this.#tellCorners();
  }

  #tell(ids: readonly (string | number)[], isFinal: boolean): void {
    for (const id of ids) {
      const feature = this.#draw.getSnapshotFeature(id);
      const shape = feature && drawnShape(feature);
      if (shape === undefined) continue;
      // There is one shape at a time: a new one replaces the last one.
      if (
        this.#shapeId !== undefined &&
        this.#shapeId !== id &&
        this.#draw.hasFeature(this.#shapeId)
      )
        this.#draw.removeFeatures([this.#shapeId]);
      this.#shapeId = id;
      this.#host.onShape(shape, isFinal);
    }
  }
}

/** A mode that draws a new shape corner by corner. */
type DrawingMode = TerraDrawPolygonMode | TerraDrawLineStringMode;

const MODES = { polygon: 'polygon', line: 'linestring' } as const;
/** The approximate length of a degree of latitude in metres, to convert pixels to metres. */
const METRES_PER_DEGREE_NORTH = 111_000;

/** How a corner finds what it snaps to. */
type Snapping = {
  readonly toCustom: (
    at: Pointer,
    context: { readonly unproject: (x: number, y: number) => { lat: number } },
  ) => number[] | undefined;
};

type Pointer = {
  readonly lng: number;
  readonly lat: number;
  readonly containerX: number;
  readonly containerY: number;
};

/** What can be moved of a shape; `isFree`: its corners can also be added and removed. */
function editable(snapping: Snapping, isFree = true) {
  return {
    draggable: true,
    coordinates: {
      ...(isFree && { midpoints: { draggable: true } }),
      draggable: true,
      deletable: isFree,
      snappable: snapping,
    },
  };
}

function notSelfCrossing(feature: GeoJSONStoreFeatures): { valid: boolean; reason?: string } {
  return ValidateNotSelfIntersecting(feature);
}

/** The shape of a drawn feature; undefined for guide points and for features with too few corners. */
function drawnShape({ geometry, properties }: GeoJSONStoreFeatures): DrawnShape | undefined {
  const mode: unknown = properties['mode'];
  if (geometry.type === 'Polygon' && mode === MODES.polygon) {
    const corners = new Set(geometry.coordinates[0]?.map(String));
    return corners.size < 3 ? undefined : geometry;
  }
  if (geometry.type === 'LineString' && mode === MODES.line) {
    return new Set(geometry.coordinates.map(String)).size < 2 ? undefined : geometry;
  }
  return undefined;
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}

function roundedShape(shape: DrawnShape): DrawnShape {
  const corner = (position: readonly number[]): number[] => position.slice(0, 2).map(rounded);
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(corner)) }
    : { type: 'LineString', coordinates: shape.coordinates.map(corner) };
}

function hex(colour: string): `#${string}` {
  return `#${colour.replace(/^#/, '')}`;
}
