import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import {
  CHANGE_DASHES,
  CHANGE_SYMBOLS,
  type ChangePattern,
  DRAWN_REASONS,
} from '../../domain/coast-change/change-symbols.ts';
import { MAP_COLOURS, THEME_SCALE } from '../../domain/symbology.ts';
import type { MapScene, Restyle, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { isGeometry, scaled } from './expressions.ts';
import { faded } from './faded.ts';

/** Id of the dataset that holds the stretches of two compared coasts. */
export const CHANGE_DATASET = 'coast-change';

/** How much is left of the classed coast, and of projects, beside what has changed. */
const CLASSES = 0.3;
const GROUND = 0.35;

/** The widths of a stretch that has changed, by zoom. */
const WIDTH = [
  [8, 4],
  [10, 5],
  [13, 8],
] as const;

/**
 * Draws a scene for what became of the coast: a line in the colour and pattern of each reason, the line before thin and
 * dashed, unchanged coast thin, all else paler. `marked` is the id of the stretch that is picked out.
 */
export function changeRestyle(marked: string | undefined): Restyle {
  return (layers, dataset, scene) => {
    switch (dataset.role) {
      case 'coastline':
        return layers.map((layer) => faded(layer, CLASSES));
      case 'projects':
      case 'shown':
        return layers.map((layer) => faded(layer, GROUND));
      case 'sketch':
        return dataset.id === CHANGE_DATASET ? changeLayers(dataset, scene, marked) : layers;
      case 'base':
      case 'zones':
        return layers;
    }
  };
}

const isChanged: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', [...DRAWN_REASONS]]];

function changeLayers(
  { id, role }: SceneDataset,
  { theme }: MapScene,
  marked: string | undefined,
): readonly LayerSpecification[] {
  const scale = THEME_SCALE[theme];
  const isMarked: ExpressionSpecification = ['==', ['get', 'id'], marked ?? ''];
  const cased = (width: number): ExpressionSpecification => [
    'case',
    isMarked,
    (width + 9) * scale,
    (width + 2.5) * scale,
  ];
  const line = (width: number) => scaled(scale, ...widened(width));
  const colour = byReason((reason) => CHANGE_SYMBOLS[reason].colour[theme]);
  return [
    {
      id: styleLayerId(id, 'fill'),
      type: 'fill',
      source: role,
      filter: isGeometry('Polygon'),
      paint: { 'fill-color': colour, 'fill-opacity': 0.22, 'fill-antialias': false },
    },
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: role,
      filter: ['in', ['get', 'kind'], ['literal', ['same', 'before']]],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': [
          'match',
          ['get', 'kind'],
          'before',
          MAP_COLOURS.townText[theme],
          MAP_COLOURS.quietText[theme],
        ],
        'line-width': 1.4 * scale,
        'line-dasharray': [
          'match',
          ['get', 'kind'],
          'before',
          ['literal', [3, 2]],
          ['literal', [1, 0]],
        ],
      },
    },
    {
      id: styleLayerId(id, 'outline'),
      type: 'line',
      source: role,
      filter: ['all', isGeometry('LineString'), ['any', isChanged, isMarked]],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['case', isMarked, MAP_COLOURS.accent[theme], MAP_COLOURS.casing[theme]],
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          WIDTH[0][0],
          cased(WIDTH[0][1]),
          WIDTH[1][0],
          cased(WIDTH[1][1]),
          WIDTH[2][0],
          cased(WIDTH[2][1]),
        ],
        'line-opacity': ['case', isMarked, 0.85, 1],
      },
    },
    {
      id: styleLayerId(id, 'inner'),
      type: 'line',
      source: role,
      filter: ['all', isGeometry('LineString'), isChanged],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': line(1),
        'line-dasharray': byReason((reason) => {
          const { pattern } = CHANGE_SYMBOLS[reason];
          return ['literal', [...CHANGE_DASHES[pattern === 'broken' ? 'broken' : 'full']]];
        }),
      },
    },
    {
      id: styleLayerId(id, 'mark'),
      type: 'line',
      source: role,
      filter: ['all', isGeometry('LineString'), hasPattern(['dashed', 'dotted', 'cored'])],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': MAP_COLOURS.casing[theme],
        'line-width': line(0.36),
        'line-dasharray': byReason((reason) => [
          'literal',
          [...CHANGE_DASHES[CHANGE_SYMBOLS[reason].pattern]],
        ]),
      },
    },
  ];
}

function widened(factor: number): readonly (readonly [number, number])[] {
  return WIDTH.map(([zoom, width]) => [zoom, width * factor] as const);
}

function hasPattern(patterns: readonly ChangePattern[]): ExpressionSpecification {
  const reasons = DRAWN_REASONS.filter((reason) =>
    patterns.includes(CHANGE_SYMBOLS[reason].pattern),
  );
  return ['in', ['get', 'kind'], ['literal', [...reasons]]];
}

/** A value for each reason; that of the last for any other kind, which is not drawn by it. */
function byReason(
  value: (reason: (typeof DRAWN_REASONS)[number]) => string | ExpressionSpecification,
): ExpressionSpecification {
  const [first, second, ...rest] = DRAWN_REASONS;
  return [
    'match',
    ['get', 'kind'],
    ...([first, value(first)] as const),
    ...([second, value(second)] as const),
    ...rest.flatMap((reason) => [reason, value(reason)]),
    value(first),
  ];
}
