import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BORDER_WIDTH } from '../../domain/legend/line-widths.ts';
import { MAP_COLOURS, THEME_SCALE } from '../../domain/symbology.ts';
import { hasKind } from '../geometry-kinds.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { dotImageId } from '../style-images.ts';
import { byZoom, FONTS, isGeometry, nameIn, scaled } from './expressions.ts';

/**
 * Returns the style layers of the base map: land, borders, rivers, quiet roads and railways, names. A
 * geometry without a symbol in its layer's symbology is still drawn: a line as a quiet line, a point as a
 * dot with its name.
 */
export function baseStyleLayers(
  dataset: SceneDataset,
  scene: MapScene,
): readonly LayerSpecification[] {
  switch (dataset.symbology) {
    case 'base-places':
      return places(dataset, scene);
    case 'base-sea-names':
      return [seaNames(dataset, scene)];
    default:
      return [
        ...shapes(dataset, scene),
        ...(hasKind(dataset.features, 'Point') ? dots(dataset, scene) : []),
      ];
  }
}

/** Lines and areas of a base layer that does not consist of names. */
function shapes(dataset: SceneDataset, scene: MapScene): readonly LayerSpecification[] {
  switch (dataset.symbology) {
    case 'base-land':
      return [
        ...land(dataset, scene),
        ...(hasKind(dataset.features, 'LineString')
          ? [contextLine(dataset, scene, 'LineString')]
          : []),
      ];
    case 'base-district':
      return borders(dataset, scene);
    case 'base-rivers':
      return rivers(dataset, scene);
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
      filter: isGeometry('Polygon'),
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

/** The district's border as a pale band, which no line of the plan is mistaken for, and those of its neighbours as dashes. */
function borders({ id }: SceneDataset, { theme }: MapScene): readonly LayerSpecification[] {
  const isNeighbour: ExpressionSpecification = ['==', ['get', 'kind'], 'neighbour-border'];
  const scale = THEME_SCALE[theme];
  const layout = { 'line-join': 'round' } as const;
  const colour = MAP_COLOURS.border[theme];
  return [
    {
      id: styleLayerId(id, 'inner'),
      type: 'line',
      source: id,
      filter: isNeighbour,
      layout,
      paint: {
        'line-color': colour,
        'line-opacity': 0.45,
        'line-width': scaled(scale, [7, 0.8], [12, 1.6]),
        'line-dasharray': ['literal', [5, 2.5, 1, 2.5]],
      },
    },
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: id,
      filter: ['!', isNeighbour],
      layout,
      paint: {
        'line-color': colour,
        'line-opacity': 0.25,
        'line-width': scaled(scale, ...BORDER_WIDTH),
      },
    },
  ];
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

/** Lines and the outlines of areas, or features of one geometry type only. */
function contextLine(
  { id, symbology }: SceneDataset,
  { theme }: MapScene,
  only?: 'LineString',
): LayerSpecification {
  return {
    id: styleLayerId(id, 'line'),
    type: 'line',
    source: id,
    filter: only === undefined ? ['!', isGeometry('Point')] : isGeometry(only),
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': MAP_COLOURS.contextLine[theme],
      'line-width': scaled(THEME_SCALE[theme], [8, 0.8], [11, 1.6], [14, 3]),
      'line-dasharray': symbology === 'base-railways' ? ['literal', [4, 1.5]] : ['literal', [1, 0]],
    },
  };
}

/** Small dots, with a name when the feature has one. */
function dots({ id }: SceneDataset, { theme, language }: MapScene): readonly LayerSpecification[] {
  const scale = THEME_SCALE[theme];
  return [
    {
      id: styleLayerId(id, 'point'),
      type: 'circle',
      source: id,
      filter: isGeometry('Point'),
      paint: {
        'circle-radius': 2.2 * scale,
        'circle-color': MAP_COLOURS.quietText[theme],
        'circle-stroke-color': MAP_COLOURS.halo[theme],
        'circle-stroke-width': scale,
      },
    },
    {
      id: styleLayerId(id, 'name'),
      type: 'symbol',
      source: id,
      filter: isGeometry('Point'),
      layout: {
        'text-field': nameIn(language),
        'text-font': FONTS.regular,
        'text-size': 11 * scale,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.45,
        'text-justify': 'auto',
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: labelPaint(MAP_COLOURS.quietText[theme], MAP_COLOURS.halo[theme]),
    },
  ];
}

/** A place is visible from this zoom on, by rank 1 (a city) to 5 (a rock). */
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
      // A symbol and no circle: names keep off it.
      id: styleLayerId(id, 'point'),
      type: 'symbol',
      source: id,
      filter: [
        'all',
        ['match', ['get', 'kind'], ['city', 'district', 'town'], true, false],
        RANK_VISIBLE,
      ],
      layout: {
        'icon-image': dotImageId(theme),
        'icon-size': ['match', ['get', 'kind'], ['city', 'district'], scale, 0.75 * scale],
        'icon-allow-overlap': true,
        'icon-padding': 1,
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
    // One colour expression by feature, as for places, so that both kinds of label share a shader.
    paint: labelPaint(
      ['match', ['get', 'kind'], 'sea', MAP_COLOURS.seaText[theme], MAP_COLOURS.seaText[theme]],
      MAP_COLOURS.sea[theme],
    ),
  };
}

/** Returns text colour and halo of a map label. */
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
