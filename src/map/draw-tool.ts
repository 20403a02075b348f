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
  /** Receives the current shape; `isFinal` is true when the user has finished a stroke or a drag. */
  readonly onShape: (shape: DrawnShape, isFinal: boolean) => void;
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
  #shapeId: string | number | undefined;

  constructor(map: MapLibreMap, host: DrawHost) {
    this.#host = host;
    const accent = hex(MAP_COLOURS.accent[host.theme]);
    const halo = hex(MAP_COLOURS.halo[host.theme]);
    const snapping = {
      toCustom: (
        { lng, lat, containerX, containerY }: Pointer,
        { unproject }: { readonly unproject: (x: number, y: number) => { lat: number } },
      ) => {
        const off = unproject(containerX, containerY + REACH_PIXELS).lat;
        const at = host.snap([lng, lat], Math.abs(off - lat) * METRES_PER_DEGREE_NORTH);
        return at === undefined ? undefined : [...at].map(rounded);
      },
    };
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
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({
        map,
        coordinatePrecision: DECIMALS,
        prefixId: 'drawing',
      }),
      modes: [
        new TerraDrawPolygonMode({
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
        }),
        new TerraDrawLineStringMode({
          snapping,
          keyEvents,
          pointerDistance: REACH_PIXELS,
          showCoordinatePoints: true,
          styles: { ...points, lineStringColor: accent, lineStringWidth: 3 },
        }),
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
    this.#draw.on('change', (ids, _, context) => {
      const isOurs = context !== undefined && 'origin' in context;
      if (!isOurs && context?.target !== 'properties') this.#tell(ids, false);
    });
    this.#draw.on('finish', (id) => this.#tell([id], true));
  }

  /** Starts a new shape and waits for its first corner; a span is a line that ends at its second corner. */
  begin(shape: 'polygon' | 'line' | 'span'): void {
    this.#draw.clear();
    this.#draw.updateModeOptions<typeof TerraDrawLineStringMode>(MODES.line, {
      finishOnNthCoordinate: shape === 'span' ? 2 : Number.MAX_SAFE_INTEGER,
    });
    this.#draw.setMode(shape === 'polygon' ? MODES.polygon : MODES.line);
  }

  /**
   * Shows the corners of a shape: the user can move them, add one at a midpoint, or remove one by right
   * click.
   */
  edit(shape: DrawnShape): void {
    this.#draw.clear();
    this.#draw.setMode('select');
    const geometry = roundedShape(shape);
    const mode = geometry.type === 'Polygon' ? MODES.polygon : MODES.line;
    const [added] = this.#draw.addFeatures([
      { type: 'Feature', geometry, properties: { mode } } satisfies GeoJSONStoreFeatures,
    ]);
    if (added?.valid === true && added.id !== undefined) this.#draw.selectFeature(added.id);
  }

  /** Stops drawing and restores the map. */
  stop(): void {
    this.#draw.stop();
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

const MODES = { polygon: 'polygon', line: 'linestring' } as const;
/** The approximate length of a degree of latitude in metres, to convert pixels to metres. */
const METRES_PER_DEGREE_NORTH = 111_000;

type Pointer = {
  readonly lng: number;
  readonly lat: number;
  readonly containerX: number;
  readonly containerY: number;
};

function editable<Snapping>(snapping: Snapping) {
  return {
    draggable: true,
    coordinates: { midpoints: true, draggable: true, deletable: true, snappable: snapping },
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
