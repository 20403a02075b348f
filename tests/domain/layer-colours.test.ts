import { describe, expect, test } from 'vitest';
import { layerSymbol, THEMES } from '../../src/domain/symbology.ts';
import { ANOTHER_COLOUR, apart, apartInGrey, COLOUR_VISIONS } from './colour-vision.ts';

/** The layers in black, blue and violet, from dark to light on light ground. */
const COOL = ['rail', 'ports', 'trade-zones', 'research-education', 'water'] as const;
/** Steps of grey that are told apart side by side: 6 of 100, for five layers on the darker half of the scale. */
const ANOTHER_GREY = 6;

const PAIRS = COOL.flatMap((one, index) => COOL.slice(index + 1).map((other) => [one, other]));

describe.each(THEMES)('in the theme %s', (theme) => {
  const colourOf = (layer: string): string => layerSymbol(layer).colour[theme];

  test.each(PAIRS)('%s and %s are told apart, also without green or in grey', (one, other) => {
    for (const vision of COLOUR_VISIONS)
      expect(apart(colourOf(one), colourOf(other), vision), vision).toBeGreaterThan(ANOTHER_COLOUR);
    expect(apartInGrey(colourOf(one), colourOf(other))).toBeGreaterThan(ANOTHER_GREY);
  });

  test.each(COOL)('a road is never taken for %s', (layer) => {
    for (const vision of COLOUR_VISIONS)
      expect(apart(colourOf('highway'), colourOf(layer), vision), vision).toBeGreaterThan(
        ANOTHER_COLOUR,
      );
  });
});
