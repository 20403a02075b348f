import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { MAP_COLOURS, THEME_SCALE } from '../../domain/symbology.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { byZoom, FONTS, isGeometry, nameIn, scaled } from './expressions.ts';

/** The embedded base map: land, borders, rivers, quiet roads and railways, names. */
export function baseStyleLayers(
  dataset: SceneDataset,
  scene: MapScene,
): readonly LayerSpecification[] {
  switch (dataset.symbology) {
    case 'base-land':
      return land(dataset, scene);
    case 'base-district':
      return borders(dataset, scene);
    case 'base-rivers':
      return rivers(dataset, scene);
    case 'base-roads':
    case 'base-railways':
      return [contextLine(dataset, scene)];
    case 'base-places':
      return places(dataset, scene);
    case 'base-sea-names':
      return [seaNames(dataset, scene)];
    default:
      return [contextLine(dataset, scene)];
  }
}

function land({ id }: SceneDataset, { theme }: MapScene): readonly LayerSpecification[] {
  return [
    {
      id: styleLayerId(id, 'fill'),
      type: 'fill',
      source: id,
      paint: {
        'fill-color': [
          'match',
          ['get', 'kind'],
          'neighbour',
          MAP_COLOURS.neighbourLand[theme],
          MAP_COLOURS.land[theme],
        ],
        'fill-antialias': false,
      },
    },
  ];
}

/** The district's border, and paler those of its neighbours. Two opacities by feature would need a shader of their own. */
function borders({ id }: SceneDataset, { theme }: MapScene): readonly LayerSpecification[] {
  const isNeighbour: ExpressionSpecification = ['==', ['get', 'kind'], 'neighbour-border'];
  const border = (
    part: 'line' | 'inner',
    filter: ExpressionSpecification,
    opacity: number,
  ): LayerSpecification => ({
    id: styleLayerId(id, part),
    type: 'line',
    source: id,
    filter,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': MAP_COLOURS.border[theme],
      'line-opacity': opacity,
      'line-width': scaled(THEME_SCALE[theme], [7, 0.8], [12, 1.6]),
      'line-dasharray': ['literal', [5, 2.5, 1, 2.5]],
    },
  });
  return [border('inner', isNeighbour, 0.45), border('line', ['!', isNeighbour], 0.9)];
}

function rivers(
  { id }: SceneDataset,
  { theme, language }: MapScene,
): readonly LayerSpecification[] {
  return [
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: id,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': MAP_COLOURS.inlandWater[theme],
        'line-width': scaled(THEME_SCALE[theme], [8, 0.6], [11, 1.4], [14, 3]),
      },
    },
    {
      id: styleLayerId(id, 'label'),
      type: 'symbol',
      source: id,
      minzoom: 10.5,
      layout: {
        'symbol-placement': 'line',
        'text-field': nameIn(language),
        'text-font': FONTS.italic,
        'text-size': byZoom([10, 11], [14, 13]),
        'text-letter-spacing': 0.1,
      },
      paint: labelPaint(MAP_COLOURS.seaText[theme], MAP_COLOURS.halo[theme]),
    },
  ];
}

function contextLine({ id, symbology }: SceneDataset, { theme }: MapScene): LayerSpecification {
  return {
    id: styleLayerId(id, 'line'),
    type: 'line',
    source: id,
    filter: ['!', isGeometry('Point')],
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': MAP_COLOURS.contextLine[theme],
      'line-width': scaled(THEME_SCALE[theme], [8, 0.8], [11, 1.6], [14, 3]),
      'line-dasharray': symbology === 'base-railways' ? ['literal', [4, 1.5]] : ['literal', [1, 0]],
    },
  };
}

/** A place appears from this zoom on, by rank 1 (a city) to 5 (a rock). */
const RANK_VISIBLE: ExpressionSpecification = [
  '<=',
  ['to-number', ['get', 'rank'], 5],
  ['step', ['zoom'], 1, 8.2, 2, 9.6, 3, 10.8, 4, 12, 5],
];

function places(
  { id }: SceneDataset,
  { theme, language }: MapScene,
): readonly LayerSpecification[] {
  const scale = THEME_SCALE[theme];
  return [
    {
      id: styleLayerId(id, 'point'),
      type: 'circle',
      source: id,
      filter: [
        'all',
        ['match', ['get', 'kind'], ['city', 'district', 'town'], true, false],
        RANK_VISIBLE,
      ],
      paint: {
        'circle-radius': ['match', ['get', 'kind'], ['city', 'district'], 2.6 * scale, 1.8 * scale],
        'circle-color': MAP_COLOURS.halo[theme],
        'circle-stroke-color': MAP_COLOURS.quietText[theme],
        'circle-stroke-width': 1.2 * scale,
      },
    },
    {
      id: styleLayerId(id, 'label'),
      type: 'symbol',
      source: id,
      filter: RANK_VISIBLE,
      layout: {
        'text-field': [
          'case',
          ['==', ['get', 'kind'], 'peak'],
          ['concat', '▲ ', nameIn(language)],
          nameIn(language),
        ],
        'text-font': [
          'match',
          ['get', 'kind'],
          ['city', 'district'],
          ['literal', FONTS.bold],
          ['literal', FONTS.regular],
        ],
        'text-size': [
          'match',
          ['get', 'kind'],
          'city',
          14 * scale,
          'district',
          13.5 * scale,
          'town',
          12 * scale,
          11 * scale,
        ],
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': ['match', ['get', 'kind'], ['peak', 'island'], 0.1, 0.45],
        'text-justify': 'auto',
        'text-max-width': 8,
        'text-padding': 6,
        'symbol-sort-key': ['to-number', ['get', 'rank'], 5],
      },
      paint: labelPaint(
        [
          'match',
          ['get', 'kind'],
          ['city', 'district', 'town'],
          MAP_COLOURS.townText[theme],
          MAP_COLOURS.quietText[theme],
        ],
        MAP_COLOURS.halo[theme],
      ),
    },
  ];
}

function seaNames({ id }: SceneDataset, { theme, language }: MapScene): LayerSpecification {
  const scale = THEME_SCALE[theme];
  return {
    id: styleLayerId(id, 'label'),
    type: 'symbol',
    source: id,
    filter: RANK_VISIBLE,
    layout: {
      'text-field': nameIn(language),
      'text-font': FONTS.italic,
      'text-size': ['match', ['get', 'kind'], 'sea', 17 * scale, 12.5 * scale],
      'text-letter-spacing': ['match', ['get', 'kind'], 'sea', 0.35, 0.12],
      'text-max-width': 9,
      'text-padding': 8,
      'symbol-sort-key': ['to-number', ['get', 'rank'], 5],
    },
    // One colour, told by feature as for places: both kinds of label then share a shader.
    paint: labelPaint(
      ['match', ['get', 'kind'], 'sea', MAP_COLOURS.seaText[theme], MAP_COLOURS.seaText[theme]],
      MAP_COLOURS.sea[theme],
    ),
  };
}

/** Ink and halo of a map label. */
export function labelPaint(
  colour: string | ExpressionSpecification,
  halo: string,
): {
  'text-color': string | ExpressionSpecification;
  'text-halo-color': string;
  'text-halo-width': number;
} {
  return { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.5 };
}
