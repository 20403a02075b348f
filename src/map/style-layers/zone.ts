import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { ProtectionGrade } from '../../domain/coastline.ts';
import { BAND_WIDTH, ZONE_WIDTH } from '../../domain/legend/line-widths.ts';
import { GRADE_SYMBOLS, MAP_COLOURS, THEME_SCALE } from '../../domain/symbology.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { labelPaint } from './base.ts';
import { byAttention, byZoom, FONTS, isGeometry, nameIn, scaled } from './expressions.ts';

/**
 * Returns the style layers of protection zones: an outline, a band of the grade's colour along the landward border, and a
 * fill light enough to leave coast and sea recognisable.
 */
export function zoneStyleLayers(
  { id }: SceneDataset,
  { theme, language }: MapScene,
): readonly LayerSpecification[] {
  const scale = THEME_SCALE[theme];
  return [
    {
      id: styleLayerId(id, 'fill'),
      type: 'fill',
      source: id,
      // The source also contains the borders: MapLibre would fill them, and a click would select them.
      filter: isGeometry('Polygon'),
      paint: {
        'fill-color': MAP_COLOURS.zone[theme],
        // The outline, a separate style layer, is already antialiased.
        'fill-antialias': false,
        'fill-opacity': byAttention(0.16, 0.1, 0.035),
      },
    },
    {
      // On the inner side: what two zones share on land shows the grades of both.
      id: styleLayerId(id, 'band'),
      type: 'line',
      source: id,
      filter: ['==', ['get', 'part'], 'band'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': byGrade(({ colour }) => colour[theme], 'transparent'),
        'line-width': scaled(scale, ...BAND_WIDTH),
        'line-offset': scaled(
          scale,
          ...BAND_WIDTH.map(([zoom, width]) => [zoom, -width / 2] as const),
        ),
      },
    },
    {
      id: styleLayerId(id, 'halo'),
      type: 'line',
      source: id,
      filter: isGeometry('Polygon'),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': MAP_COLOURS.accent[theme],
        'line-width': 6 * scale,
        'line-opacity': byAttention(0.75, 0.3, 0),
      },
    },
    {
      id: styleLayerId(id, 'line'),
      type: 'line',
      source: id,
      filter: ['==', ['get', 'part'], 'border'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': MAP_COLOURS.zone[theme],
        'line-width': scaled(scale, ...ZONE_WIDTH),
        'line-opacity': 0.75,
        'line-dasharray': ['literal', [3, 2]],
      },
    },
    {
      id: styleLayerId(id, 'label'),
      type: 'symbol',
      source: id,
      minzoom: 10.4,
      filter: ['==', ['get', 'part'], 'label'],
      layout: {
        'text-field': [
          'format',
          nameIn(language),
          { 'text-font': ['literal', FONTS.medium] },
          byGrade(({ label }) => `\n${label[language]}`, ''),
          { 'font-scale': 0.82 },
        ],
        'text-font': FONTS.regular,
        'text-size': byZoom([10, 11 * scale], [13, 13 * scale]),
        'text-max-width': 12,
        'text-padding': 10,
      },
      paint: labelPaint(MAP_COLOURS.zone[theme], MAP_COLOURS.halo[theme]),
    },
  ];
}

/** A value for each grade, and another where a zone states none. */
function byGrade(
  inGrade: (grade: (typeof GRADE_SYMBOLS)[ProtectionGrade]) => string,
  otherwise: string,
): ExpressionSpecification {
  const { strict, restricted, optimised } = GRADE_SYMBOLS;
  return [
    'match',
    ['get', 'grade'],
    'strict',
    inGrade(strict),
    'restricted',
    inGrade(restricted),
    'optimised',
    inGrade(optimised),
    otherwise,
  ];
}
