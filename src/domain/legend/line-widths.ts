/** A width in pixels at some zooms; in between it grows evenly, beyond them it stays. */
export type WidthStops = readonly (readonly [zoom: number, pixels: number])[];

/** The classed coast's line. */
export const COAST_WIDTH: WidthStops = [
  [8, 2.2],
  [10, 3.2],
  [13, 5],
];
/** A project's road or railway, without its casing. */
export const NETWORK_WIDTH: WidthStops = [
  [8, 2.2],
  [11, 4],
  [14, 7],
];
/** The outline of a project's area, and its other lines. */
export const OUTLINE_WIDTH: WidthStops = [
  [8, 1.4],
  [13, 2.4],
];
/** A zone's border. */
export const ZONE_WIDTH: WidthStops = [
  [8, 0.7],
  [12, 1.3],
];
/** From the middle of a site's dot to its ring. */
export const SITE_RADIUS: WidthStops = [
  [8, 5],
  [10, 8.5],
  [13, 11],
];
/** The ring around a site's dot. */
export const SITE_RING = 1.8;

/** A width at a zoom. */
export function widthAt(stops: WidthStops, zoom: number): number {
  const above = stops.findIndex(([at]) => at > zoom);
  const [next, last] = [stops[above], stops[above === -1 ? stops.length - 1 : above - 1]];
  if (last === undefined) return next?.[1] ?? 0;
  if (next === undefined) return last[1];
  return last[1] + ((zoom - last[0]) / (next[0] - last[0])) * (next[1] - last[1]);
}
