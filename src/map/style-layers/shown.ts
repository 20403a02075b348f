import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { StyleBy } from '../../domain/layer-style.ts';
import { OUTLINE_WIDTH, SITE_RADIUS } from '../../domain/legend/line-widths.ts';
import { layerSymbol, MAP_COLOURS, THEME_SCALE } from '../../domain/symbology.ts';
import { LABEL_ONLY } from '../features.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { labelPaint } from './base.ts';
import { byAttention, FONTS, isGeometry, nameIn, scaled } from './expressions.ts';

/**
 * Returns the style layers of a dataset that is only shown: areas with an outline, lines, dots, and names
 * where features have one.
 */
export function shownStyleLayers(
  { id, symbology, style }: SceneDataset,
  { theme, language }: MapScene,
): readonly LayerSpecification[] {
  const scale = THEME_SCALE[theme];
  const own = style?.colour ?? layerSymbol(symbology).colour[theme];
  const colour = style?.by === undefined ? own : colourBy(style.by);
  const width = style?.width === undefined ? scaled(scale, ...OUTLINE_WIDTH) : style.width * scale;
  const text: SymbolLayerSpecification['layout'] = {
    'text-field': nameIn(language),
    'text-font': FONTS.regular,
    'text-size': 11.5 * scale,
    'text-max-width': 8,
    'text-padding': 6,
  };
  const paint = labelPaint(own, MAP_COLOURS.halo[theme]);
  return [
    {
      id: styleLayerId(id, 'fill'),
      type: 'fill',
      source: id,
      filter: isGeometry('Polygon'),
      // The outline is a line of its own, antialiased already.
      paint: {
        'fill-color': colour,
        'fill-opacity': byAttention(0.34, 0.28, 0.2),
        'fill-antialias': false,
      },
    },
    {
      id: styleLayerId(id, 'halo'),
      type: 'line',
      source: id,
      filter: ['!', isGeometry('Point')],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': MAP_COLOURS.accent[theme],
        'line-width': scaled(scale, [8, 6], [13, 9]),
        'line-opacity': byAttention(0.8, 0.35, 0),
      },
    },
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: id,
      filter: ['!', isGeometry('Point')],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': width },
    },
    {
      id: styleLayerId(id, 'point'),
      type: 'circle',
      source: id,
      filter: ['all', isGeometry('Point'), ['!', ['has', LABEL_ONLY]]],
      paint: {
        'circle-radius': scaled(
          scale,
          ...SITE_RADIUS.map(([zoom, radius]) => [zoom, radius / 2] as const),
        ),
        'circle-color': colour,
        'circle-stroke-color': MAP_COLOURS.halo[theme],
        'circle-stroke-width': byAttention(4 * scale, 3 * scale, 1.2 * scale),
      },
    },
    {
      id: styleLayerId(id, 'label'),
      type: 'symbol',
      source: id,
      minzoom: 10,
      filter: isGeometry('LineString'),
      layout: { ...text, 'symbol-placement': 'line' },
      paint,
    },
    {
      id: styleLayerId(id, 'name'),
      type: 'symbol',
      source: id,
      minzoom: 10,
      filter: isGeometry('Point'),
      layout: {
        ...text,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.6,
        'text-justify': 'auto',
      },
      paint,
    },
  ];
}

/** The colour of a feature by an attribute, as the legend tells it. */
function colourBy({ field, classes, other }: StyleBy): ExpressionSpecification {
  const value: ExpressionSpecification = ['get', field];
  return classes.reduce<ExpressionSpecification>(
    (below, { from, colour }) => [
      'case',
      typeof from === 'number'
        ? ['all', ['==', ['typeof', value], 'number'], ['>=', ['number', value], from]]
        : ['==', ['to-string', value], from],
      colour,
      below,
    ],
    ['literal', other.colour],
  );
}
