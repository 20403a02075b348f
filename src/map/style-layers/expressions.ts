import type { ExpressionSpecification } from 'maplibre-gl';
import type { Language } from '../../domain/bilingual.ts';

/** The longest name on the map, in UTF-16 units: one of a million loses MapLibre the whole tile. */
export const LONGEST_NAME = 100;

/** Returns the expression for a feature's name in a language. */
export function nameIn(language: Language): ExpressionSpecification {
  return [
    'slice',
    ['to-string', ['get', language === 'zh' ? 'name_zh' : 'name_en']],
    0,
    LONGEST_NAME,
  ];
}

/** Returns a number that grows with the zoom, linearly between the stops. */
export function byZoom(
  ...stops: readonly (readonly [zoom: number, value: number])[]
): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()];
}

/** Scales zoom stops for the theme: the projector theme draws everything one step heavier. */
export function scaled(
  scale: number,
  ...stops: readonly (readonly [zoom: number, value: number])[]
): ExpressionSpecification {
  return byZoom(...stops.map(([zoom, value]) => [zoom, value * scale] as const));
}

/** Returns an expression with separate values for the selected, the hovered and all other features. */
export function byAttention<T extends string | number | ExpressionSpecification>(
  selected: T,
  hovered: T,
  otherwise: T,
): ExpressionSpecification {
  return [
    'case',
    ['boolean', ['feature-state', 'selected'], false],
    selected,
    ['boolean', ['feature-state', 'hovered'], false],
    hovered,
    otherwise,
  ];
}

/** Returns a filter for features of one geometry type, single or multiple. */
export function isGeometry(kind: 'Point' | 'LineString' | 'Polygon'): ExpressionSpecification {
  return ['match', ['geometry-type'], [kind, `Multi${kind}`], true, false];
}

/**
 * Font stacks. Without a `glyphs` address MapLibre draws every letter with the browser's fonts and reads
 * weight and slant from the name; the font families come from the map's font setting.
 */
export const FONTS = {
  regular: ['Coastplan Regular'],
  medium: ['Coastplan Medium'],
  bold: ['Coastplan Bold'],
  italic: ['Coastplan Italic'],
};
