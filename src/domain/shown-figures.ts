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
/** One of the figures that a view can show. */
export type FigureName = (typeof FIGURE_NAMES)[number];

/** Figures by name; those that a view does not show, or that have no value, are absent. */
export type ShownFigures = Readonly<Partial<Record<FigureName, number>>>;
