import type { Bilingual } from '../bilingual.ts';
import { MAP_COLOURS, type ThemedColour, themed } from '../symbology.ts';
import type { ChangeKind } from './change-ledger.ts';

/** What tells a line of change without colour: full, dashes, dots or a core of the casing's colour in it, or gaps. */
export type ChangePattern = 'full' | 'dashed' | 'dotted' | 'cored' | 'broken';

/** How coast is drawn by the reason of its change. */
export type ChangeSymbol = { readonly colour: ThemedColour; readonly pattern: ChangePattern };

/** The reasons that the map draws: the same coast in other detail is left as it is. */
export const DRAWN_REASONS = [
  'consumed',
  'restored',
  'reclassified',
  'moved',
  'extent',
] as const satisfies readonly ChangeKind[];
/** A reason that the map draws, from `DRAWN_REASONS`. */
export type DrawnReason = (typeof DRAWN_REASONS)[number];

/** The symbol of each reason; lost and restored coast look as in a scenario. */
export const CHANGE_SYMBOLS: Readonly<Record<DrawnReason, ChangeSymbol>> = {
  consumed: { colour: MAP_COLOURS.lost, pattern: 'full' },
  restored: { colour: MAP_COLOURS.gained, pattern: 'dashed' },
  reclassified: { colour: themed('#7b2fa3', '#cf9af0', '#5f1785'), pattern: 'dotted' },
  moved: { colour: themed('#a85100', '#ffb366', '#7d3a00'), pattern: 'cored' },
  extent: { colour: themed('#2f3e48', '#dfe7ec', '#141c21'), pattern: 'broken' },
};

/** Lengths of dash and gap inside a line or, `broken`, of the line itself, in widths of what is dashed. */
export const CHANGE_DASHES: Readonly<Record<ChangePattern, readonly [number, number]>> = {
  full: [1, 0],
  dashed: [2.5, 2.5],
  dotted: [1, 2.5],
  cored: [1, 0],
  broken: [1.4, 0.9],
};

/** The name of each reason, as the tables, the map's legend and the terminal give it. */
export const REASON_LABELS: Readonly<Record<ChangeKind, Bilingual>> = {
  consumed: { zh: '占用（自然变人工）', en: 'consumed (natural → artificial)' },
  restored: { zh: '恢复（人工变自然）', en: 'restored (artificial → natural)' },
  reclassified: { zh: '改判类型', en: 'reclassified' },
  moved: { zh: '位置移动', en: 'moved' },
  detail: { zh: '重测（详略不同）', en: 're-measured (detail)' },
  extent: { zh: '范围不同（仅一方有）', en: 'extent (only in one)' },
};
