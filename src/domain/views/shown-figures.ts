/** The figures that a view can show. Ratios from 0 to 1, lengths in metres on the ellipsoid, counts. */
export const FIGURE_NAMES = [
  'ratio',
  'low',
  'high',
  'target',
  'headroomM',
  'zoneRatio',
  'zoneHeadroomM',
  'afterRatio',
  'afterHeadroomM',
  'lostM',
  'restoredM',
  'projects',
] as const;
/** The name of a figure from `FIGURE_NAMES`. */
export type FigureName = (typeof FIGURE_NAMES)[number];

/** Figures by name; those that a view does not show, or that have no value, are absent. */
export type ShownFigures = Readonly<Partial<Record<FigureName, number>>>;

/** The figures of the whole counted coast, which the audience reads as the ratio. */
const COAST_FIGURES: readonly FigureName[] = ['ratio', 'low', 'high', 'target', 'headroomM'];

/** Replaces the figures of the whole coast by those of `others`, or removes them without `others`. */
export function withCoastOf(figures: ShownFigures, others: ShownFigures | undefined): ShownFigures {
  const entries = Object.entries(figures).filter(
    ([name]) => !COAST_FIGURES.some((known) => known === name),
  );
  const coast = COAST_FIGURES.map((name) => [name, others?.[name]] as const);
  return Object.fromEntries([...coast.filter(([, value]) => value !== undefined), ...entries]);
}
