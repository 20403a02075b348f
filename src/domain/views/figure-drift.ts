import { FIGURE_NAMES, type FigureName, type ShownFigures } from './shown-figures.ts';

/** A figure that is no more what it was when the view was saved. */
export type FigureDrift = {
  readonly name: FigureName;
  readonly was: number;
  /** Absent when it has no value any more. */
  readonly now: number | undefined;
};

/** How a figure is told to people: as a share, a length or a count. */
export type FigureKind = 'share' | 'length' | 'count';

/** The kind of each figure. */
export const FIGURE_KINDS: Readonly<Record<FigureName, FigureKind>> = {
  ratio: 'share',
  low: 'share',
  high: 'share',
  target: 'share',
  headroomM: 'length',
  zoneRatio: 'share',
  zoneHeadroomM: 'length',
  afterRatio: 'share',
  afterHeadroomM: 'length',
  lostM: 'length',
  restoredM: 'length',
  projects: 'count',
};

/** What a person reads of a figure: shares in tenths of a per cent, lengths in metres, from 1 km in tenths of it. */
function reading(kind: FigureKind, value: number): string {
  switch (kind) {
    case 'share':
      return fixed(value * 100, 1);
    case 'length':
      return Math.abs(value) < 1000 ? fixed(value, 0) : `${fixed(value / 1000, 1)} km`;
    case 'count':
      return fixed(value, 0);
  }
}

/** Rounded for comparison; what rounds to zero has no sign. */
function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/^-(?=[0.]*$)/, '');
}

/**
 * The figures of a saved view that read otherwise now, in their order. Figures that the view did not show
 * are no matter; what is read decides, so that "was 35.2 %, now 35.2 %" is never said.
 */
export function figureDrift(saved: ShownFigures, now: ShownFigures): readonly FigureDrift[] {
  return FIGURE_NAMES.flatMap((name) => {
    const [was, is] = [saved[name], now[name]];
    if (was === undefined) return [];
    const kind = FIGURE_KINDS[name];
    const isSame = is !== undefined && reading(kind, was) === reading(kind, is);
    return isSame ? [] : [{ name, was, now: is }];
  });
}
