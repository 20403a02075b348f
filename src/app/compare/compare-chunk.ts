/** What a comparison on the map needs, fetched when somebody first compares. */

export { keepViewSummaries } from './audit-compared-views.ts';
export { keepSights } from './run-sides.ts';
export { keepSecondMap } from './second-map.ts';
