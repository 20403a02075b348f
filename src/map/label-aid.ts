import type { Feature, FeatureCollection, Position as GeoPosition } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap, SymbolLayerSpecification } from 'maplibre-gl';
import { type PolygonRings, type Position, polygonsOf } from '../domain/geometry.ts';
import { CIRCLE_ZOOM } from '../domain/legend/accuracy-symbols.ts';
import { GRADE_SYMBOLS, layerSymbol, MAP_COLOURS, THEME_SCALE } from '../domain/symbology.ts';
import { labelPoint } from './label-point.ts';
import type { MapScene, SceneDataset } from './scene.ts';
import { type SharedRing, sharedRings, sharedRingTags, shareRings } from './shared-rings.ts';
import { stylePartOf } from './style-ids.ts';
import { labelPaint } from './style-layers/base.ts';
import { FONTS, LONGEST_NAME } from './style-layers/expressions.ts';
import { type MapStrip, viewCorners } from './view-corners.ts';

/** Source and style layers of the aid: not part of a scene; names lie below symbols, obstacles on top. */
const SOURCE = 'label-aid';
const NAMES = 'label-aid/names';
const OBSTACLES = 'label-aid/obstacles';
/** The least size in pixels of the visible part of an area that is worth a second name. */
const LEAST_PART = { width: 90, height: 36 };
/** The space in pixels between the tag of a circle and the edge of the free map, so that it stands there whole. */
const TAG_ROOM = 70;
/** Invisible pictures have a pixel for so many of the map's: they only take up room. */
const PICTURE_GRAIN = 8;

/**
 * Helps the names of a map that stands still: areas whose name lies outside the view are named in their visible part, and
 * what panels cover takes no name, nor does the edge of the map. All are features of a source of their own, replaced
 * after each move; without it panels and edges would cut through names, and a view inside a large area would have none.
 */
export function aidLabels(map: MapLibreMap, scene: MapScene, obstacles: readonly MapStrip[]): void {
  const rings = sharedRings(scene);
  shareRings(map, rings);
  const features = [
    ...(map.getZoom() < CIRCLE_ZOOM ? [] : ringTags(map, scene, freeStrip(map, obstacles), rings)),
    // A map that is about something names what it is about.
    ...(scene.restyle === undefined ? namesInView(map, scene, obstacles) : []),
    ...[...obstacles, ...edgesOf(map)].map((strip) => obstacleFeature(map, strip)),
  ];
  const data: FeatureCollection = { type: 'FeatureCollection', features };
  const source = map.getSource<GeoJSONSource>(SOURCE);
  if (source === undefined) map.addSource(SOURCE, { type: 'geojson', data, tolerance: 0 });
  else void source.setData(data);
  bringToTop(map, scene);
}

function ringTags(
  map: MapLibreMap,
  { theme, language }: MapScene,
  strip: MapStrip,
  rings: readonly SharedRing[],
): readonly Feature[] {
  const height = ([x, y]: Position): number => map.project([x, y]).y;
  return sharedRingTags(rings, (at) => isWithin(map, strip, at, TAG_ROOM), height).map(
    ({ at, name }) => ({
      type: 'Feature',
      properties: {
        name: name[language],
        colour: MAP_COLOURS.quietText[theme],
        order: 0,
        size: 11,
      },
      geometry: { type: 'Point', coordinates: [...at] },
    }),
  );
}

/** Whether a position is drawn in a part of the map, and so many pixels from its edges. */
function isWithin(
  map: MapLibreMap,
  { left, right, top, bottom }: MapStrip,
  [longitude, latitude]: Position,
  margin = 0,
): boolean {
  const { x, y } = map.project([longitude, latitude]);
  return x >= left + margin && x <= right - margin && y >= top + margin && y <= bottom - margin;
}

/** Takes the aid away while the map moves: what it says is true of one view only. */
export function clearLabelAid(map: MapLibreMap): void {
  void map.getSource<GeoJSONSource>(SOURCE)?.setData({ type: 'FeatureCollection', features: [] });
}

/** The lowest layer of symbols, dots of towns included: names below it are placed after them, and so keep off them. */
function firstSymbols(map: MapLibreMap): string {
  const isSymbols = (id: string): boolean =>
    ['icon', 'point'].includes(stylePartOf(id)) && map.getLayer(id)?.type === 'symbol';
  return map.getLayersOrder().find(isSymbols) ?? OBSTACLES;
}

function bringToTop(map: MapLibreMap, { theme }: MapScene): void {
  const halo = MAP_COLOURS.halo[theme];
  if (map.getLayer(NAMES) === undefined) {
    map.addLayer({
      id: OBSTACLES,
      type: 'symbol',
      source: SOURCE,
      filter: ['has', 'picture'],
      layout: {
        'icon-image': ['get', 'picture'],
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'icon-rotation-alignment': 'viewport',
        'icon-pitch-alignment': 'viewport',
      },
    });
    const named: SymbolLayerSpecification = {
      id: NAMES,
      type: 'symbol',
      source: SOURCE,
      filter: ['has', 'name'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONTS.medium,
        'text-size': ['*', THEME_SCALE[theme], ['coalesce', ['get', 'size'], 13]],
        'text-max-width': 10,
        'text-padding': 12,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: labelPaint(['get', 'colour'], halo),
    };
    map.addLayer(named, firstSymbols(map));
    return;
  }
  map.setPaintProperty(NAMES, 'text-halo-color', halo);
  if (map.getLayersOrder().at(-1) !== OBSTACLES) map.moveLayer(OBSTACLES);
  const order = map.getLayersOrder();
  const symbols = firstSymbols(map);
  if (order[order.indexOf(symbols) - 1] !== NAMES) map.moveLayer(NAMES, symbols);
}

/** Strips along the edges of the map, where half a name would be left. */
function edgesOf(map: MapLibreMap): readonly MapStrip[] {
  const { clientWidth: right, clientHeight: bottom } = map.getCanvas();
  const half = PICTURE_GRAIN / 2;
  return [
    { left: -half, top: 0, right: half, bottom },
    { left: right - half, top: 0, right: right + half, bottom },
    { left: 0, top: -half, right, bottom: half },
    { left: 0, top: bottom - half, right, bottom: bottom + half },
  ];
}

/** A point under the middle of what covers the map, with a picture of its size that shows nothing. */
function obstacleFeature(map: MapLibreMap, { left, top, right, bottom }: MapStrip): Feature {
  const inGrains = (size: number): number => Math.max(1, Math.ceil(size / PICTURE_GRAIN));
  const [width, height] = [inGrains(right - left), inGrains(bottom - top)];
  const picture = `obstacle:${width}:${height}`;
  if (!map.hasImage(picture))
    map.addImage(
      picture,
      { width, height, data: new Uint8Array(4 * width * height) },
      { pixelRatio: 1 / PICTURE_GRAIN },
    );
  const { lng, lat } = map.unproject([(left + right) / 2, (top + bottom) / 2]);
  return {
    type: 'Feature',
    properties: { picture },
    geometry: { type: 'Point', coordinates: [lng, lat] },
  };
}

/** Names for the visible parts of large areas and lines whose own name is not in view; the smaller the part, the earlier. */
function namesInView(
  map: MapLibreMap,
  scene: MapScene,
  obstacles: readonly MapStrip[],
): readonly Feature[] {
  const strip = freeStrip(map, obstacles);
  const corners = viewCorners(map, strip);
  const isInStrip = (at: Position): boolean => isWithin(map, strip, at);
  return scene.datasets
    .filter(({ role, isVisible }) => isVisible && (role === 'projects' || role === 'zones'))
    .flatMap((dataset) => {
      const labels = new Map<unknown, Position>();
      for (const { properties, geometry } of dataset.features.features)
        if (properties?.['part'] === 'label' && geometry.type === 'Point')
          labels.set(properties['id'], [
            geometry.coordinates[0] ?? 0,
            geometry.coordinates[1] ?? 0,
          ]);
      return dataset.features.features.flatMap((feature): readonly Feature[] => {
        const { geometry, properties } = feature;
        if (properties?.['part'] !== undefined) return [];
        const own = labels.get(properties?.['id']);
        if (own !== undefined && isInStrip(own)) return [];
        const named = (at: Position, order: number): Feature => ({
          type: 'Feature',
          properties: { name: nameOf(feature, dataset, scene), order, ...colourOf(dataset, scene) },
          geometry: { type: 'Point', coordinates: [...at] },
        });
        if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
          const lines =
            geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
          const seen = lines.flatMap((line) =>
            line.map(([x = 0, y = 0]): Position => [x, y]).filter(isInStrip),
          );
          const at = isRanked(properties, map) ? seen[seen.length >> 1] : undefined;
          return at === undefined ? [] : [named(at, 0)];
        }
        if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
        const parts = polygonsOf(geometry).map((rings) => clippedTo(rings, corners));
        const kept = parts.filter(([outer = []]) => outer.length > 2);
        const sizes = kept.map(([outer = []]) => sizeOf(map, outer));
        if (
          !sizes.some(([width, height]) => width >= LEAST_PART.width && height >= LEAST_PART.height)
        )
          return [];
        const at = labelPoint({
          type: 'MultiPolygon',
          coordinates: kept.map((rings) => rings.map(closed)),
        });
        if (at === undefined) return [];
        return [named(at, Math.max(...sizes.map(([width, height]) => width * height)))];
      });
    });
}

/** Whether a line is of a rank that the map names at its scale: one rank more at each zoom from 8 on. */
function isRanked(properties: Feature['properties'], map: MapLibreMap): boolean {
  return Number(properties?.['rank'] ?? 3) <= Math.max(1, Math.floor(map.getZoom()) - 7);
}

function nameOf({ properties }: Feature, { role }: SceneDataset, { language }: MapScene): string {
  const name = `${properties?.[`name_${language}`] ?? ''}`.slice(0, LONGEST_NAME);
  const grade: unknown = properties?.['grade'];
  if (role === 'projects') return `${name}${properties?.['within'] ?? ''}`;
  if (role !== 'zones' || typeof grade !== 'string' || !isGrade(grade)) return name;
  return `${name}\n${GRADE_SYMBOLS[grade].label[language]}`;
}

function isGrade(name: string): name is keyof typeof GRADE_SYMBOLS {
  return Object.hasOwn(GRADE_SYMBOLS, name);
}

function colourOf({ role, symbology }: SceneDataset, { theme }: MapScene): { colour: string } {
  return {
    colour: role === 'zones' ? MAP_COLOURS.zone[theme] : layerSymbol(symbology).colour[theme],
  };
}

/** The part of the map between what covers whole sides of it. */
function freeStrip(map: MapLibreMap, obstacles: readonly MapStrip[]): MapStrip {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const strip = { left: 0, top: 0, right: width, bottom: height };
  for (const { left, top, right, bottom } of obstacles) {
    if (bottom - top > height * 0.6) {
      if ((left + right) / 2 < width / 2) strip.left = Math.max(strip.left, right);
      else strip.right = Math.min(strip.right, left);
    } else if (right - left > width * 0.8) {
      if ((top + bottom) / 2 < height / 2) strip.top = Math.max(strip.top, bottom);
      else strip.bottom = Math.min(strip.bottom, top);
    }
  }
  return strip;
}

function sizeOf(map: MapLibreMap, ring: readonly Position[]): readonly [number, number] {
  const pixels = ring.map((position) => map.project([...position]));
  const [xs, ys] = [pixels.map(({ x }) => x), pixels.map(({ y }) => y)];
  const spread = (values: readonly number[]): number =>
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity);
  return [spread(xs), spread(ys)];
}

/** The rings inside a convex area (Sutherland and Hodgman 1974), open: the last position is not the first again. */
function clippedTo(rings: PolygonRings, corners: readonly Position[]): Position[][] {
  const turn = Math.sign(
    corners.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
      return sum + (x * nextY - nextX * y);
    }, 0),
  );
  return rings.map((ring) => {
    let kept: Position[] = ring.slice(0, -1);
    for (const [index, from] of corners.entries()) {
      const to = corners[(index + 1) % corners.length] ?? from;
      const side = ([x, y]: Position): number =>
        turn * ((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
      kept = kept.flatMap((position, at) => {
        const last = kept.at(at - 1) ?? position;
        const [one, other] = [side(last), side(position)];
        const crossing = one / (one - other);
        const cut: Position = [
          last[0] + crossing * (position[0] - last[0]),
          last[1] + crossing * (position[1] - last[1]),
        ];
        if (other >= 0) return one >= 0 ? [position] : [cut, position];
        return one >= 0 ? [cut] : [];
      });
    }
    return kept;
  });
}

function closed(ring: readonly Position[]): GeoPosition[] {
  return [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]);
}
