import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { MAP_COLOURS, THEME_SCALE } from '../../domain/symbology.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { labelPaint } from './base.ts';
import { FONTS, isGeometry, nameIn, scaled } from './expressions.ts';

const IS_COAST: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  ['lost', 'gained', 'inside'],
  true,
  false,
];

/**
 * Returns the style layers of the user's scenario: sites as dashed ground, natural coast that they take as a solid
 * line, coast that they restore as a dashed line, other coast inside as a pale line.
 */
export function sketchStyleLayers(
  { id, role }: SceneDataset,
  { theme, language }: MapScene,
): readonly LayerSpecification[] {
  const scale = THEME_SCALE[theme];
  const [accent, lost, gained] = [
    MAP_COLOURS.accent[theme],
    MAP_COLOURS.lost[theme],
    MAP_COLOURS.gained[theme],
  ];
  const byPurpose: ExpressionSpecification = [
    'match',
    ['get', 'kind'],
    ['restore', 'gained'],
    gained,
    'lost',
    lost,
    accent,
  ];
  return [
    {
      id: styleLayerId(id, 'fill'),
      type: 'fill',
      source: role,
      filter: isGeometry('Polygon'),
      paint: { 'fill-color': byPurpose, 'fill-opacity': 0.16, 'fill-antialias': false },
    },
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: role,
      filter: ['all', isGeometry('Polygon'), ['!', IS_COAST]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': byPurpose,
        'line-width': 2 * scale,
        'line-dasharray': ['literal', [3, 1.5]],
      },
    },
    {
      id: styleLayerId(id, 'casing'),
      type: 'line',
      source: role,
      filter: IS_COAST,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': byPurpose,
        'line-width': scaled(scale, [8, 5], [13, 10]),
        'line-opacity': ['case', ['==', ['get', 'kind'], 'inside'], 0.35, 1],
      },
    },
    {
      id: styleLayerId(id, 'inner'),
      type: 'line',
      source: role,
      filter: ['==', ['get', 'kind'], 'gained'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': MAP_COLOURS.casing[theme],
        'line-width': scaled(scale, [8, 2], [13, 4]),
        'line-dasharray': ['literal', [1.5, 1.5]],
      },
    },
    {
      id: styleLayerId(id, 'mark'),
      type: 'line',
      source: role,
      filter: ['match', ['get', 'kind'], ['reading', 'other-reading', 'note'], true, false],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['match', ['get', 'kind'], 'other-reading', lost, accent],
        'line-width': ['match', ['get', 'kind'], 'reading', 3 * scale, 1.5 * scale],
        'line-opacity': ['match', ['get', 'kind'], 'other-reading', 0.5, 1],
      },
    },
    {
      id: styleLayerId(id, 'point'),
      type: 'circle',
      source: role,
      filter: [
        'all',
        isGeometry('Point'),
        ['match', ['get', 'kind'], ['reading', 'other-reading'], true, false],
      ],
      paint: {
        'circle-color': ['match', ['get', 'kind'], 'reading', accent, lost],
        'circle-radius': 4 * scale,
        'circle-opacity': ['match', ['get', 'kind'], 'reading', 1, 0.5],
        'circle-stroke-color': MAP_COLOURS.casing[theme],
        'circle-stroke-width': 1,
      },
    },
    arrowHeads({ id, role }, { scale, accent, halo: MAP_COLOURS.halo[theme] }),
    {
      id: styleLayerId(id, 'label'),
      type: 'symbol',
      source: role,
      filter: ['all', isGeometry('Point'), ['!=', ['get', 'kind'], 'head']],
      layout: {
        'text-field': nameIn(language),
        'text-font': FONTS.medium,
        'text-size': ['match', ['get', 'kind'], 'note', 12 * scale, 13 * scale],
        'text-allow-overlap': true,
        'text-max-width': ['match', ['get', 'kind'], 'note', 20, 9],
        // Beside the line that it labels.
        'text-offset': [
          'match',
          ['get', 'kind'],
          'note',
          ['literal', [0, -0.9]],
          ['literal', [0, 0]],
        ],
      },
      paint: labelPaint(byPurpose, MAP_COLOURS.halo[theme]),
    },
  ];
}

/** The head of each arrow: as large as a letter at any scale, turned with the map. */
function arrowHeads(
  { id, role }: Pick<SceneDataset, 'id' | 'role'>,
  {
    scale,
    accent,
    halo,
  }: { readonly scale: number; readonly accent: string; readonly halo: string },
): LayerSpecification {
  return {
    id: styleLayerId(id, 'icon'),
    type: 'symbol',
    source: role,
    filter: ['==', ['get', 'kind'], 'head'],
    layout: {
      'text-field': '▲',
      'text-font': FONTS.medium,
      'text-size': 16 * scale,
      'text-anchor': 'top',
      'text-rotate': ['get', 'turn'],
      'text-rotation-alignment': 'map',
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: labelPaint(accent, halo),
  };
}
