/** Widths in pixels at given zooms; the width is interpolated linearly between them and constant beyond. */
export type WidthStops = readonly (readonly [zoom: number, pixels: number])[];

/** The width of the line of the classified coast. */
export const COAST_WIDTH: WidthStops = [
  [8, 3],
  [9, 4],
  [13, 5.5],
];
/** The width of the road or railway of a project, without its casing. */
export const NETWORK_WIDTH: WidthStops = [
  [8, 1.6],
  [10, 2.5],
  [14, 5],
];
/** The width of lines of projects that are neither roads nor railways. */
export const LINE_WIDTH: WidthStops = [
  [8, 1.4],
  [13, 2.4],
];
/** The width of the outline of a project's area. */
export const OUTLINE_WIDTH: WidthStops = [
  [8, 1],
  [13, 1.8],
];
/** The width of the district's border. */
export const BORDER_WIDTH: WidthStops = [
  [8, 4],
  [11, 7],
];
/** The width of the border of a zone. */
export const ZONE_WIDTH: WidthStops = [
  [8, 0.7],
  [12, 1.3],
];
/** The width of the band along the inner side of a zone's landward border. */
export const BAND_WIDTH: WidthStops = [
  [8, 1.2],
  [10, 2.4],
  [14, 7],
];
/** The radius in pixels from the middle of the dot of a site to its ring. */
export const SITE_RADIUS: WidthStops = [
  [8, 5],
  [10, 8.5],
  [13, 11],
];
/** The width in pixels of the ring around the dot of a site. */
export const SITE_RING = 1.8;

/** The width in pixels at a zoom, interpolated between the stops. */
export function widthAt(stops: WidthStops, zoom: number): number {
  const above = stops.findIndex(([at]) => at > zoom);
  const [next, last] = [stops[above], stops[above === -1 ? stops.length - 1 : above - 1]];
  if (last === undefined) return next?.[1] ?? 0;
  if (next === undefined) return last[1];
  return last[1] + ((zoom - last[0]) / (next[0] - last[0])) * (next[1] - last[1]);
}
