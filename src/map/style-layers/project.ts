import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { DASH_RULES, gradesDrawn, WIDENED } from '../../domain/legend/accuracy-symbols.ts';
import {
  NETWORK_WIDTH,
  OUTLINE_WIDTH,
  SITE_RADIUS,
  SITE_RING,
} from '../../domain/legend/line-widths.ts';
import { type LayerSymbol, layerSymbol, MAP_COLOURS, THEME_SCALE } from '../../domain/symbology.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { hatchImageId, iconImageId } from '../style-images.ts';
import { labelPaint } from './base.ts';
import { byAttention, byZoom, FONTS, isGeometry, nameIn, scaled } from './expressions.ts';

const IS_HOLLOW = isOneOf('grade', gradesDrawn('isHollow'));
const IS_LINE = isGeometry('LineString');
const IS_AREA = isGeometry('Polygon');
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
  return [
    ...areas(dataset, scene),
    ...lines(dataset, scene),
    ...sites(dataset, scene),
    label(dataset, scene),
  ];
}

function areas(
  { id, symbology }: SceneDataset,
  { theme }: MapScene,
): readonly LayerSpecification[] {
  const symbol = layerSymbol(symbology);
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
        'fill-opacity': [
          'case',
          ['boolean', ['feature-state', 'selected'], false],
          0.34,
          ['boolean', ['feature-state', 'hovered'], false],
          0.28,
          ['==', ['get', 'part'], 'circle'],
          0.03,
          IS_HOLLOW,
          isHatched ? 0.03 : 0.08,
          isHatched ? 0.05 : 0.2,
        ],
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
  ];
}

function lines(
  { id, symbology }: SceneDataset,
  { theme }: MapScene,
): readonly LayerSpecification[] {
  const symbol = layerSymbol(symbology);
  const scale = THEME_SCALE[theme];
  const isNetwork = symbol.line !== 'plain';
  const width = isNetwork ? scaled(scale, ...NETWORK_WIDTH) : scaled(scale, ...OUTLINE_WIDTH);
  const layout = { 'line-join': 'round', 'line-cap': 'butt' } as const;
  const parts: LayerSpecification[] = [
    {
      id: styleLayerId(id, 'halo'),
      type: 'line',
      source: id,
      filter: ['!', isGeometry('Point')],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': MAP_COLOURS.accent[theme],
        'line-width': isNetwork ? scaled(scale, [8, 8], [14, 16]) : scaled(scale, [8, 6], [13, 9]),
        'line-opacity': byAttention(0.8, 0.35, 0),
      },
    },
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: id,
      filter: ['!', isGeometry('Point')],
      layout,
      paint: {
        'line-color': symbol.colour[theme],
        'line-width': width,
        'line-dasharray': dashes(symbol.line),
      },
    },
  ];
  if (isNetwork) {
    parts.splice(1, 0, {
      id: styleLayerId(id, 'casing'),
      type: 'line',
      source: id,
      filter: IS_LINE,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': MAP_COLOURS.casing[theme],
        'line-width': scaled(scale, [8, 4], [11, 6], [14, 9.5]),
      },
    });
    parts.push({
      id: styleLayerId(id, 'inner'),
      type: 'line',
      source: id,
      filter:
        symbol.line === 'rail' ? IS_LINE : ['all', IS_LINE, ['==', ['get', 'status'], WIDENED]],
      layout,
      paint: {
        'line-color': MAP_COLOURS.casing[theme],
        'line-width': scaled(scale, [8, 0.9], [11, 1.8], [14, 3.6]),
        'line-dasharray': symbol.line === 'rail' ? ['literal', [4, 4]] : ['literal', [1, 0]],
      },
    });
  }
  return parts;
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
        'circle-stroke-color': [
          'case',
          ['boolean', ['feature-state', 'selected'], false],
          MAP_COLOURS.accent[theme],
          ['boolean', ['feature-state', 'hovered'], false],
          MAP_COLOURS.accent[theme],
          IS_HOLLOW,
          symbol.colour[theme],
          MAP_COLOURS.casing[theme],
        ],
        'circle-stroke-width': byAttention(4 * scale, 3 * scale, SITE_RING * scale),
      },
    },
    {
      id: styleLayerId(id, 'icon'),
      type: 'symbol',
      source: id,
      minzoom: 9,
      filter: IS_POINT,
      layout: {
        'icon-image': [
          'case',
          IS_HOLLOW,
          iconImageId(symbol.icon, symbol.colour[theme]),
          iconImageId(symbol.icon, MAP_COLOURS.casing[theme]),
        ],
        'icon-size': scaled(scale, [9, 0.55], [13, 0.8]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

function label({ id, symbology }: SceneDataset, { theme, language }: MapScene): LayerSpecification {
  const scale = THEME_SCALE[theme];
  return {
    id: styleLayerId(id, 'label'),
    type: 'symbol',
    source: id,
    // The zoom is a whole number: with 9.8 every tile of zoom 9 lays out labels that are never visible.
    minzoom: 10,
    filter: ['all', ['!', IS_AREA], ['!=', ['get', 'part'], 'circle']],
    layout: {
      'text-field': nameIn(language),
      'text-font': FONTS.medium,
      'text-size': byZoom([9, 11 * scale], [13, 13 * scale]),
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': ['case', IS_POINT, 1, 0.3],
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-padding': 4,
    },
    paint: labelPaint(layerSymbol(symbology).colour[theme], MAP_COLOURS.halo[theme]),
  };
}
