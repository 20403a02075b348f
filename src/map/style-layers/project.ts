import type {
  ExpressionSpecification,
  LayerSpecification,
  LineLayerSpecification,
} from 'maplibre-gl';
import {
  CIRCLE_ZOOM,
  DASH_RULES,
  gradesDrawn,
  WIDENED,
} from '../../domain/legend/accuracy-symbols.ts';
import {
  LINE_WIDTH,
  NETWORK_WIDTH,
  OUTLINE_WIDTH,
  SITE_RADIUS,
  SITE_RING,
} from '../../domain/legend/line-widths.ts';
import {
  type LayerSymbol,
  layerSymbol,
  MAP_COLOURS,
  THEME_SCALE,
  type Theme,
} from '../../domain/symbology.ts';
import { hasKind } from '../geometry-kinds.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { hatchImageId, iconImageId } from '../style-images.ts';
import { labelPaint } from './base.ts';
import { byAttention, byZoom, FONTS, isGeometry, nameIn, scaled } from './expressions.ts';

const IS_HOLLOW = isOneOf('grade', gradesDrawn('isHollow'));
/** The last rank of projects that is named at a zoom. */
const RANKS_NAMED: ExpressionSpecification = ['step', ['zoom'], 1, 9, 2, 10, 3, 11, 4, 12, 5];
/** The width in pixels of the band of a line that is hardly known. */
const SOFT_WIDTH = 26;
const IS_SOFT: ExpressionSpecification = ['has', 'isSoft'];
const IS_LINE: ExpressionSpecification = ['all', isGeometry('LineString'), ['!', IS_SOFT]];
const IS_CIRCLE: ExpressionSpecification = ['==', ['get', 'part'], 'circle'];
const IS_AREA: ExpressionSpecification = ['all', isGeometry('Polygon'), ['!', IS_CIRCLE]];
/** Matches a site, but not a point that only carries an area's name. */
const IS_POINT: ExpressionSpecification = [
  'all',
  isGeometry('Point'),
  ['!=', ['get', 'part'], 'label'],
];

/** Returns the style layers of one project layer: areas, lines and sites, each drawn by its certainty. */
export function projectStyleLayers(
  dataset: SceneDataset,
  scene: MapScene,
): readonly LayerSpecification[] {
  const { features } = dataset;
  return [
    ...(hasKind(features, 'Polygon') ? areas(dataset, scene) : []),
    ...(hasKind(features, 'circle') ? [accuracyRing(dataset, scene)] : []),
    ...(features.features.some(({ properties }) => properties?.['isSoft'])
      ? [softLine(dataset, scene)]
      : []),
    ...(hasKind(features, 'LineString') ? lines(dataset, scene) : []),
    ...(hasKind(features, 'Point') ? sites(dataset, scene) : []),
    label(dataset, scene),
  ];
}

function areas(
  { id, symbology }: SceneDataset,
  { theme }: MapScene,
): readonly LayerSpecification[] {
  const symbol = layerSymbol(symbology);
  const scale = THEME_SCALE[theme];
  const isHatched = symbol.fill === 'hatch';
  return [
    {
      id: styleLayerId(id, 'fill'),
      type: 'fill',
      source: id,
      filter: IS_AREA,
      paint: {
        'fill-color': symbol.colour[theme],
        // The border is a separate line: an edge below it would be drawn twice, with two more shaders.
        'fill-antialias': false,
        'fill-opacity': byAttention<number | ExpressionSpecification>(0.34, 0.28, [
          'case',
          IS_HOLLOW,
          isHatched ? 0.03 : 0.08,
          isHatched ? 0.05 : 0.2,
        ]),
      },
    },
    ...(isHatched
      ? [
          {
            id: styleLayerId(id, 'pattern'),
            type: 'fill',
            source: id,
            filter: IS_AREA,
            paint: {
              'fill-pattern': hatchImageId(symbology, theme),
              'fill-opacity': 0.6,
              'fill-antialias': false,
            },
          } as const,
        ]
      : []),
    { id: styleLayerId(id, 'glow'), ...halo(IS_AREA, theme, scaled(scale, [8, 6], [13, 9])) },
    {
      id: styleLayerId(id, 'outline'),
      type: 'line',
      source: id,
      filter: IS_AREA,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': symbol.colour[theme],
        'line-width': scaled(scale, ...OUTLINE_WIDTH),
        'line-dasharray': dashes('plain'),
      },
    },
  ];
}

/**
 * The circle within which a coarsely known site lies: a thin grey ring, drawn for the site that is pointed at or
 * selected, and for all once the view is close enough for it to tell more than it hides.
 */
function accuracyRing({ id }: SceneDataset, { theme }: MapScene): LayerSpecification {
  return {
    id: styleLayerId(id, 'ring'),
    type: 'line',
    source: id,
    filter: IS_CIRCLE,
    paint: {
      'line-color': MAP_COLOURS.quietText[theme],
      'line-width': 0.8 * THEME_SCALE[theme],
      'line-dasharray': ['literal', [2, 3]],
      'line-opacity': [
        'step',
        ['zoom'],
        byAttention(0.9, 0.7, 0),
        CIRCLE_ZOOM,
        // What `shareRings` draws as one with another circle.
        byAttention<number | ExpressionSpecification>(0.9, 0.7, [
          'case',
          ['boolean', ['feature-state', 'shared'], false],
          0,
          0.4,
        ]),
      ],
    },
  };
}

/** The light of the selection around a line or area. */
function halo(
  filter: ExpressionSpecification,
  theme: Theme,
  width: ExpressionSpecification,
): Omit<LineLayerSpecification, 'id'> {
  return {
    type: 'line',
    // Each style layer is told its source at the end (`inSource`).
    source: '',
    filter,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': MAP_COLOURS.accent[theme],
      'line-width': width,
      'line-opacity': byAttention(0.8, 0.35, 0),
    },
  };
}

function lines(
  { id, symbology }: SceneDataset,
  { theme }: MapScene,
): readonly LayerSpecification[] {
  const symbol = layerSymbol(symbology);
  const scale = THEME_SCALE[theme];
  const isNetwork = symbol.line !== 'plain';
  const layout = { 'line-join': 'round', 'line-cap': 'butt' } as const;
  const casing: LayerSpecification = {
    id: styleLayerId(id, 'casing'),
    type: 'line',
    source: id,
    filter: IS_LINE,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': MAP_COLOURS.casing[theme],
      'line-width': scaled(
        scale,
        ...NETWORK_WIDTH.map(([zoom, width]) => [zoom, width + 2] as const),
      ),
    },
  };
  const inner: LayerSpecification = {
    id: styleLayerId(id, 'inner'),
    type: 'line',
    source: id,
    filter: symbol.line === 'rail' ? IS_LINE : ['all', IS_LINE, ['==', ['get', 'status'], WIDENED]],
    layout,
    paint: {
      'line-color': MAP_COLOURS.casing[theme],
      'line-width': scaled(scale, [8, 0.7], [10, 1.1], [14, 2.6]),
      'line-dasharray': symbol.line === 'rail' ? ['literal', [4, 4]] : ['literal', [1, 0]],
    },
  };
  return [
    {
      id: styleLayerId(id, 'halo'),
      ...halo(
        IS_LINE,
        theme,
        isNetwork ? scaled(scale, [8, 7], [14, 14]) : scaled(scale, [8, 6], [13, 9]),
      ),
    },
    ...(isNetwork ? [casing] : []),
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: id,
      filter: IS_LINE,
      layout,
      paint: {
        'line-color': symbol.colour[theme],
        'line-width': scaled(scale, ...(isNetwork ? NETWORK_WIDTH : LINE_WIDTH)),
        'line-dasharray': dashes(symbol.line),
      },
    },
    ...(isNetwork ? [inner] : []),
  ];
}

/** A line whose course is hardly known: a band without edges, below the coast. */
function softLine({ id, symbology }: SceneDataset, { theme }: MapScene): LayerSpecification {
  const scale = THEME_SCALE[theme];
  const accent = MAP_COLOURS.accent[theme];
  return {
    id: styleLayerId(id, 'band'),
    type: 'line',
    source: id,
    filter: IS_SOFT,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': byAttention<string>(accent, accent, layerSymbol(symbology).colour[theme]),
      'line-width': SOFT_WIDTH * scale,
      'line-blur': SOFT_WIDTH * 0.6 * scale,
      'line-opacity': byAttention<number>(0.6, 0.5, 0.35),
    },
  };
}

/** Dashes by the table of certainty; a full line for the rest. */
function dashes(line: LayerSymbol['line']): ExpressionSpecification {
  const { statuses, followsAccuracy, dashes } = DASH_RULES[line];
  const byStatus = isOneOf('status', statuses);
  const isDashed: ExpressionSpecification = followsAccuracy
    ? ['any', byStatus, isOneOf('grade', gradesDrawn('isDashed'))]
    : byStatus;
  return ['case', isDashed, ['literal', [...dashes]], ['literal', [1, 0]]];
}

/** True for features whose property has one of the given values. */
function isOneOf(property: string, values: readonly string[]): ExpressionSpecification {
  return ['match', ['get', property], [...values], true, false];
}

function sites(
  { id, symbology }: SceneDataset,
  { theme }: MapScene,
): readonly LayerSpecification[] {
  const symbol = layerSymbol(symbology);
  const scale = THEME_SCALE[theme];
  const radius = scaled(scale, ...SITE_RADIUS);
  return [
    {
      id: styleLayerId(id, 'point'),
      type: 'circle',
      source: id,
      filter: IS_POINT,
      paint: {
        'circle-radius': radius,
        'circle-color': ['case', IS_HOLLOW, MAP_COLOURS.casing[theme], symbol.colour[theme]],
        'circle-stroke-color': byAttention<string | ExpressionSpecification>(
          MAP_COLOURS.accent[theme],
          MAP_COLOURS.accent[theme],
          ['case', IS_HOLLOW, symbol.colour[theme], MAP_COLOURS.casing[theme]],
        ),
        'circle-stroke-width': byAttention(4 * scale, 3 * scale, SITE_RING * scale),
      },
    },
    {
      id: styleLayerId(id, 'icon'),
      type: 'symbol',
      source: id,
      filter: IS_POINT,
      layout: {
        'icon-image': [
          'case',
          IS_HOLLOW,
          iconImageId(symbol.icon, symbol.colour[theme]),
          iconImageId(symbol.icon, MAP_COLOURS.casing[theme]),
        ],
        // The picture is 17 pixels wide; with the padding it keeps names off the whole dot.
        'icon-size': scaled(scale, [8, 0.35], [10, 0.62], [13, 0.8]),
        'icon-padding': scaled(scale, [8, 4], [10, 5], [13, 6]),
        'icon-allow-overlap': true,
      },
    },
  ];
}

/**
 * Names by rank: the plan's foremost from zoom 8 on, most from 10. A site that is known to several kilometres only says so
 * beneath its name.
 */
function label({ id, symbology }: SceneDataset, { theme, language }: MapScene): LayerSpecification {
  const scale = THEME_SCALE[theme];
  return {
    id: styleLayerId(id, 'label'),
    type: 'symbol',
    source: id,
    // Filters are asked at whole zooms: with 9.8 every tile of zoom 9 lays out labels that are never visible.
    minzoom: 8,
    // MapLibre would name an area in each tile, and a line at its first corner, wherever that lies.
    filter: ['all', isGeometry('Point'), ['<=', ['get', 'rank'], RANKS_NAMED]],
    layout: {
      'text-field': ['format', nameIn(language), {}, ['get', 'within'], { 'font-scale': 0.85 }],
      'text-font': FONTS.medium,
      'text-size': byZoom([9, 11 * scale], [13, 13 * scale]),
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': ['case', IS_POINT, 1.1, 0.3],
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-padding': 4,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: labelPaint(layerSymbol(symbology).colour[theme], MAP_COLOURS.halo[theme]),
  };
}
