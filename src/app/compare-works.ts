/** What a comparison on the map needs, fetched when somebody first compares. */
export { keepSecondMap } from './keep-second-map.ts';
export { keepSights } from './keep-sights.ts';
export { keepViewSummaries } from './keep-view-summaries.ts';
