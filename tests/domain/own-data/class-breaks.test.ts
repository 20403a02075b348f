import { describe, expect, test } from 'vitest';
import {
  CATEGORY_COLOURS,
  CLASS_COUNTS,
  classBreaks,
  PALETTES,
  type Palette,
  paletteColours,
  styleByNumbers,
  styleByValues,
} from '../../../src/domain/own-data/class-breaks.ts';

describe('classes of numbers', () => {
  test.each([
    // Three groups far apart: any measure of spread parts them there.
    ['natural-breaks', [1, 2, 3, 100, 101, 1000, 1001], 3, [1, 100, 1000, 1001]],
    // The example of Jenks's method in many textbooks: 4 5 | 9 10 | 15 16 is the least spread.
    ['natural-breaks', [16, 4, 10, 5, 9, 15], 3, [4, 9, 15, 16]],
    // Nine numbers in three classes of three.
    ['quantile', [1, 2, 3, 4, 5, 6, 7, 8, 9], 3, [1, 3, 6, 9]],
    // Two different numbers make two classes, the upper one of a single number.
    ['natural-breaks', [5, 5, 5, 8], 5, [5, 8, 8]],
  ] as const)('%s of %o in %d', (kind, values, count, bounds) => {
    const breaks = classBreaks(values, kind, count);
    expect(breaks?.[0]).toBe(bounds[0]);
    expect(breaks?.at(-1)).toBe(bounds.at(-1));
    if (kind === 'natural-breaks') expect(breaks).toEqual(bounds);
    // A quantile lies anywhere between the last member of one class and the first of the next.
    else
      for (const [index, bound] of bounds.entries())
        expect(Math.abs((breaks?.[index] ?? 0) - bound)).toBeLessThanOrEqual(1);
  });

  test.each([[[]], [[7]], [[7, 7, 7]]])('are none of %o', (values) => {
    expect(classBreaks(values, 'quantile', 5)).toBe(undefined);
  });

  test('take no text for a number, and as many colours as there are classes', () => {
    const by = styleByNumbers('n', [1, 2, '3', null, 50, 60, 900], {
      kind: 'natural-breaks',
      count: 3,
      palette: 'viridis',
    });
    expect(by?.classes.map(({ from, label }) => [from, label.en])).toEqual([
      [1, '1 – 50'],
      [50, '50 – 900'],
      [900, '900'],
    ]);
  });
});

test('values have a colour each, the most frequent first; what is no value has none', () => {
  const values = ['b', 'a', 'a', 3, true, null, undefined, {}, ''];
  const by = styleByValues('f', values);
  expect(by?.classes.map(({ from }) => from)).toEqual(['a', 'b', '3', 'true']);
  expect(styleByValues('f', [null, ''])).toBe(undefined);
});

/** CIE L*a*b* of a colour (D65), as a person with deuteranopia sees it: Machado, Oliveira and Fernandes 2009, severity 1. */
function seenWithoutGreen(colour: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  const [r = 0, g = 0, b = 0] = [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ].map(([x = 0, y = 0, z = 0]) => Math.max(0, x * red + y * green + z * blue));
  const [x = 0, y = 0, z = 0] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
  ].map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe('without green', () => {
  const palettes: readonly Palette[] = ['viridis', 'cividis'];
  test.each(palettes.flatMap((name) => CLASS_COUNTS.map((count) => [name, count] as const)))(
    'classes of %s stay apart in lightness: %d',
    (name, count) => {
      const lightness = paletteColours(name, count).map((colour) => seenWithoutGreen(colour)[0]);
      expect(lightness).toHaveLength(count);
      // Five units of lightness are plain to see side by side.
      for (const [index, value] of lightness.slice(1).entries())
        expect(value - (lightness[index] ?? 0)).toBeGreaterThan(5);
    },
  );

  test('a ramp begins and ends with its own colours', () => {
    for (const name of palettes) {
      const colours = paletteColours(name, 5);
      expect(colours).toEqual(PALETTES[name]);
    }
  });

  test('colours of categories stay apart', () => {
    const seen = CATEGORY_COLOURS.map(seenWithoutGreen);
    // ΔE of 10 (CIE 1976) is seen at a glance.
    for (const [index, one] of seen.entries())
      for (const other of seen.slice(index + 1))
        expect(Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))).toBeGreaterThan(
          10,
        );
  });
});
