import { FIGURE_NAMES, type FigureName, type ShownFigures } from './shown-figures.ts';

/** A figure that has changed since the view was saved. */
export type FigureDrift = {
  readonly name: FigureName;
  readonly was: number;
  /** Undefined when the figure no longer has a value. */
  readonly now: number | undefined;
};

/** How a figure is displayed: as a share, a length or a count. */
export type FigureKind = 'share' | 'length' | 'count';

/** The display kind of each figure, by its name. */
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

/**
 * A figure as the user reads it: shares in tenths of a per cent; lengths in metres, or in tenths of a
 * kilometre from 1 km on.
 */
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

/** Rounds a value for comparison; a value that rounds to zero has no sign. */
function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/^-(?=[0.]*$)/, '');
}

/**
 * The figures of a saved view that now read differently, in their order. It ignores figures that the view
 * did not show. It compares the displayed values, so the app never reports "was 35.2 %, now 35.2 %".
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

/** Saved figures with those that have changed as they are now; one without a value any longer is left out. */
export function withDrifts(saved: ShownFigures, drifts: readonly FigureDrift[]): ShownFigures {
  const gone = new Set(drifts.filter(({ now }) => now === undefined).map(({ name }) => name));
  const changed = drifts.flatMap(({ name, now }) => (now === undefined ? [] : [[name, now]]));
  const kept = FIGURE_NAMES.flatMap((name) =>
    saved[name] === undefined || gone.has(name) ? [] : [[name, saved[name]]],
  );
  return { ...Object.fromEntries(kept), ...Object.fromEntries(changed) };
}
