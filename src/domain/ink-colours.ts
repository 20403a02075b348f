import { type ThemedColour, themed } from './symbology.ts';

/** A colour on screen in each theme, and on paper and slides, which do not depend on the theme. */
export type InkColour = ThemedColour & { readonly paper: string };

function ink(screen: ThemedColour, paper = screen.light): InkColour {
  return { ...screen, paper };
}

/**
 * Colours of text, lines, background and verdicts, for screen, print and slides. `tokens.css` and
 * `report.css` repeat them, since style sheets import nothing; a test proves that they agree.
 */
export const INK_COLOURS = {
  ink: ink(themed('#1c2733', '#e8edf2', '#000000')),
  quiet: ink(themed('#536070', '#a3b0bd', '#2d3742'), '#4a5562'),
  line: ink(themed('#d7dde3', '#38434d', '#9aa5b0'), '#8792a0'),
  panel: ink(themed('#ffffff', '#1a2127')),
  pass: ink(themed('#1a7f4b', '#4fc98a', '#005c2e')),
  'too-close': ink(themed('#8f5600', '#f0b445', '#7a4700')),
  fail: ink(themed('#c2334d', '#ff8ba0', '#a8102e')),
} as const satisfies Readonly<Record<string, InkColour>>;
