import { describe, expect, test } from 'vitest';
import {
  COASTLINE_SYMBOLS,
  type CoastlineSymbol,
  THEMES,
  UNCLASSIFIED_SYMBOL,
} from '../../src/domain/symbology.ts';
import { ANOTHER_COLOUR, apart, COLOUR_VISIONS } from './colour-vision.ts';

const { natural, ...OTHERS } = COASTLINE_SYMBOLS;
const REST: readonly (readonly [string, CoastlineSymbol])[] = [
  ...Object.entries(OTHERS),
  ['unclassified', UNCLASSIFIED_SYMBOL],
];

describe('natural coast of unstated kind', () => {
  test('black and white are 100 apart, and red and green less so where they are confused', () => {
    expect(apart('#000000', '#ffffff', 'usual')).toBeCloseTo(100, 1);
    expect(apart('#ff0000', '#00ff00', 'deuteranopia')).toBeLessThan(
      apart('#ff0000', '#00ff00', 'usual') / 2,
    );
  });

  test.each(THEMES)('has a colour of its own in the theme %s, for every colour vision', (theme) => {
    for (const vision of COLOUR_VISIONS)
      for (const [name, { colour }] of REST)
        expect(
          apart(natural.colour[theme], colour[theme], vision),
          `${name}, ${vision}`,
        ).toBeGreaterThan(ANOTHER_COLOUR);
  });

  test('has a pattern of its own', () => {
    for (const [, { pattern }] of REST) expect(pattern).not.toBe(natural.pattern);
  });
});
