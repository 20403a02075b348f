import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { COAST_WIDTH } from '../../domain/legend/line-widths.ts';
import {
  COASTLINE_SYMBOLS,
  MAP_COLOURS,
  THEME_SCALE,
  type Theme,
  UNCLASSIFIED_SYMBOL,
} from '../../domain/symbology.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { tickImageId } from '../style-images.ts';
import { byAttention, scaled } from './expressions.ts';

/**
 * Returns the style layers of classified coastline: natural as a full line, with white dots where its kind is
 * not stated, restored with white dashes, artificial with ticks on the landward side, as symbols that keep off each other where the
 * shore turns sharply and off names. The lines have the land on their left.
 */
export function coastlineStyleLayers(
  { id }: SceneDataset,
  { theme }: MapScene,
): readonly LayerSpecification[] {
  const scale = THEME_SCALE[theme];
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: styleLayerId(id, 'halo'),
      type: 'line',
      source: id,
      layout,
      paint: {
        'line-color': MAP_COLOURS.accent[theme],
        'line-width': scaled(scale, [8, 9], [13, 15]),
        'line-opacity': byAttention(0.85, 0.4, 0),
      },
    },
    {
      id: styleLayerId(id, 'casing'),
      type: 'line',
      source: id,
      layout,
      paint: {
        'line-color': MAP_COLOURS.casing[theme],
        'line-width': scaled(
          scale,
          ...COAST_WIDTH.map(([zoom, width]) => [zoom, width + 2] as const),
        ),
      },
    },
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: id,
      layout,
      paint: { 'line-color': colourByClass(theme), 'line-width': scaled(scale, ...COAST_WIDTH) },
    },
    {
      id: styleLayerId(id, 'inner'),
      type: 'line',
      source: id,
      filter: ['in', ['get', 'pattern'], ['literal', ['dashed', 'dotted']]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': MAP_COLOURS.casing[theme],
        'line-width': scaled(scale, [8, 1.2], [10, 1.8], [13, 2.4]),
        'line-dasharray': [
          'match',
          ['get', 'pattern'],
          'dotted',
          ['literal', [1, 2.5]],
          ['literal', [2.5, 2.5]],
        ],
      },
    },
    {
      id: styleLayerId(id, 'mark'),
      type: 'symbol',
      source: id,
      minzoom: 9,
      filter: ['==', ['get', 'pattern'], 'ticked'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 8 * scale,
        'icon-image': tickImageId(theme),
        'icon-size': scaled(scale, [9, 0.75], [13, 1.2]),
        'icon-anchor': 'bottom',
        'icon-padding': 0,
      },
      paint: {},
    },
  ];
}

function colourByClass(theme: Theme): ExpressionSpecification {
  const branches = Object.entries(COASTLINE_SYMBOLS).flatMap(([name, { colour }]) => [
    name,
    colour[theme],
  ]);
  const [first = '', second = '', ...rest] = branches;
  return ['match', ['get', 'class'], first, second, ...rest, UNCLASSIFIED_SYMBOL.colour[theme]];
}
