// biome-ignore lint/correctness/noUndeclaredDependencies: the validator of the MapLibre in use; one of our own could disagree with it.
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { CHANGE_SYMBOLS, DRAWN_REASONS } from '../../src/domain/coast-change/change-symbols.ts';
import { MAP_COLOURS, THEMES } from '../../src/domain/symbology.ts';
import { style, styleLayers } from '../../src/map/style.ts';
import { CHANGE_DATASET, changeRestyle } from '../../src/map/style-layers/change.ts';
import { dataset, scene } from './build.ts';

const DATASETS = [
  dataset('base-land', 'base'),
  dataset('zones', 'zones'),
  dataset('coast', 'coastline'),
  dataset('ports', 'projects'),
  dataset('sketch', 'sketch'),
  dataset(CHANGE_DATASET, 'sketch'),
];

describe('a map of what became of the coast', () => {
  test.each(THEMES)('is a style that MapLibre takes: %s', (theme) => {
    for (const marked of [undefined, 'change:3']) {
      const drawn = style(scene(DATASETS, { theme, restyle: changeRestyle(marked) }));
      expect(validateStyleMin(drawn).map(({ message }) => message)).toEqual([]);
    }
  });

  test('draws change above the classed coast, which is paler, and leaves zones and sketches as they are', () => {
    const plain = styleLayers(scene(DATASETS));
    const drawn = styleLayers(scene(DATASETS, { restyle: changeRestyle(undefined) }));
    const ids = drawn.map(({ id }) => id);
    expect(ids.indexOf(`${CHANGE_DATASET}/inner`)).toBeGreaterThan(ids.indexOf('coast/line'));
    const of = (layers: typeof plain, id: string) => layers.find((layer) => layer.id === id);
    // What the pointer picks (`pick.ts`) is drawn under the colours, of what has changed alone.
    expect(ids.indexOf(`${CHANGE_DATASET}/outline`)).toBe(
      ids.indexOf(`${CHANGE_DATASET}/inner`) - 1,
    );
    expect(ids).not.toContain('sketch/outline');
    expect(of(drawn, 'coast/line')?.paint).toMatchObject({ 'line-opacity': 0.3 });
    expect(of(drawn, 'sketch/line')).toEqual(of(plain, 'sketch/line'));
  });

  test('has a colour and a pattern of its own for each reason', () => {
    const patterns = DRAWN_REASONS.map((reason) => CHANGE_SYMBOLS[reason].pattern);
    expect(new Set(patterns).size).toBe(DRAWN_REASONS.length);
    for (const theme of THEMES) {
      const colours = DRAWN_REASONS.map((reason) => CHANGE_SYMBOLS[reason].colour[theme]);
      expect(new Set(colours).size).toBe(DRAWN_REASONS.length);
      // Lines stand out from land and sea by 3:1 (WCAG 1.4.11).
      for (const colour of colours)
        for (const ground of [MAP_COLOURS.sea[theme], MAP_COLOURS.land[theme]])
          expect(contrast(colour, ground), `${theme} ${colour}`).toBeGreaterThan(3);
    }
  });
});

/** Contrast of two colours by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
