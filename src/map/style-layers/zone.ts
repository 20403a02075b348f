import type { LayerSpecification } from 'maplibre-gl';
import { ZONE_WIDTH } from '../../domain/legend/line-widths.ts';
import { MAP_COLOURS, THEME_SCALE } from '../../domain/symbology.ts';
import type { MapScene, SceneDataset } from '../scene.ts';
import { styleLayerId } from '../style-ids.ts';
import { labelPaint } from './base.ts';
import { byAttention, byZoom, FONTS, isGeometry, nameIn, scaled } from './expressions.ts';

/**
 * Returns the style layers of protection zones: an outline, and a fill light enough to leave coast and sea
 * recognisable.
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
        'text-field': nameIn(language),
        'text-font': FONTS.medium,
        'text-size': byZoom([10, 11 * scale], [13, 13 * scale]),
        'text-max-width': 8,
        'text-padding': 10,
      },
      paint: labelPaint(MAP_COLOURS.zone[theme], MAP_COLOURS.halo[theme]),
    },
  ];
}
