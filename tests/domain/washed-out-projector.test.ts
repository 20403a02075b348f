import { describe, expect, test } from 'vitest';
import {
  COASTLINE_SYMBOLS,
  LAYER_ICONS,
  layerSymbol,
  MAP_COLOURS,
  UNCLASSIFIED_SYMBOL,
} from '../../src/domain/symbology.ts';

/**
 * A projector in a lit room throws stray light on black and white alike: its white is at most so many times as bright as
 * its black. AVIXA (InfoComm) 3M-2011 asks 15 : 1 of a room where decisions are taken from what is shown; 7 : 1 is its least,
 * for looking on. WCAG 2.2 asks 3 : 1 of lines and large letters and 4.5 : 1 of others, here after the room's light.
 */
const DECIDING = 15;
const LOOKING_ON = 7;

/** The light of the room as a share of the projector's white: white / black = (1 + s) / s. */
function strayLight(systemContrast: number): number {
  return 1 / (systemContrast - 1);
}

/** Relative luminance of `#rrggbb` (WCAG 2.2, after IEC 61966-2-1). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, systemContrast: number): number {
  const stray = strayLight(systemContrast);
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + stray) / (dark + stray);
}

const GROUNDS = [
  MAP_COLOURS.land.projector,
  MAP_COLOURS.sea.projector,
  MAP_COLOURS.neighbourLand.projector,
];
const LAYERS = [
  'ports',
  'industrial-parks',
  'coastal-protection',
  'rail',
  'highway',
  'energy',
  'ecology',
  'urban-renewal',
  'research-education',
  'culture-tourism',
  'agriculture',
  'trade-zones',
  'water',
] as const;

describe('in the room', () => {
  test('white against black is the projector’s contrast itself', () => {
    expect(contrast('#000000', '#ffffff', DECIDING)).toBeCloseTo(15, 9);
    expect(contrast('#777777', '#777777', DECIDING)).toBe(1);
    expect(LAYER_ICONS.length).toBeGreaterThanOrEqual(LAYERS.length);
  });

  test.each([
    ...Object.entries(COASTLINE_SYMBOLS).map(
      ([name, { colour }]) => [name, colour.projector] as const,
    ),
    ['unclassified', UNCLASSIFIED_SYMBOL.colour.projector] as const,
    ...LAYERS.map((name) => [name, layerSymbol(name).colour.projector] as const),
    ...(['coast', 'border', 'zone', 'accent', 'lost', 'gained'] as const).map(
      (name) => [name, MAP_COLOURS[name].projector] as const,
    ),
  ])('%s (%s) stands out from land and sea where decisions are taken', (_, colour) => {
    for (const ground of GROUNDS)
      expect(contrast(colour, ground, DECIDING)).toBeGreaterThanOrEqual(3);
  });

  test.each(['townText', 'quietText'] as const)('%s is read on every ground', (name) => {
    for (const ground of GROUNDS) {
      expect(contrast(MAP_COLOURS[name].projector, ground, DECIDING)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(MAP_COLOURS[name].projector, ground, LOOKING_ON)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('names of seas and bays, which are large, are read on the water', () => {
    expect(
      contrast(MAP_COLOURS.seaText.projector, MAP_COLOURS.sea.projector, LOOKING_ON),
    ).toBeGreaterThanOrEqual(3);
  });
});
