/** What a comparison on the map needs, fetched when the user first compares. */

export { auditComparedViews } from './audit-compared-views.ts';
export { runSides } from './run-sides.ts';
export { openSecondMap } from './second-map.ts';
