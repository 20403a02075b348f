/** The words of the coast by other areas than its zones, in English. */
export const EN_AREA_STATISTICS = {
  areaStatisticsTitle: 'Statistics by other areas',
  areaStatisticsLayer: 'Areas',
  areaStatisticsNone:
    'No other layer has areas. Add a file of towns, functional zones or other polygons, or drop it on the map.',
  areaStatisticsRunning: 'Counting the coast by “{{layer}}” …',
  areaStatisticsFailed: 'The coast could not be counted by “{{layer}}”: {{reason}}',
  areaStatisticsStopped: 'Stopped. Nothing has been counted.',
  areaStatisticsAgain: 'Count',
  areaStatisticsOutside: '{{length}} of the coast lie in none of these areas.',
  areaStatisticsWhole: 'All of the coast lies in these areas.',
  areaStatisticsOverlap: '{{length}} lie in several of them and count in each.',
  areaStatisticsAccuracy:
    'Borders are stated to ± {{metres}} m at worst: coast nearer to a border than that may belong to the other side.',
  areaStatisticsAccuracyUnstated: 'Nobody states how accurate these borders are.',
  areaStatisticsTarget:
    'The plan sets its target for the whole coast, so no area is judged by it; the last column is each area’s part in the headroom.',
  areaStatisticsCaption:
    'Ratio, lengths, area and part in the headroom of each of these areas; the last row is the whole coast',
  areaStatisticsRow: 'Area',
  areaStatisticsAll: 'all {{count}} areas',
  areaStatisticsBehind: '{{name}}: the stretches behind its figures',
  reportStatisticsTitle: 'Statistics by areas: {{layer}}',
  islandsTitle: 'Islands of the coastline',
  islandsCaption:
    'Ratio, lengths and area of each island; the last row is the shore of all islands',
  islandsRow: 'Island',
  islandsAll: 'all {{count}} islands',
  islandsJoined:
    'An island is what hangs together by the ends of its stretches, also across a gap. Its name is what theirs begin with, its area that within the shore as drawn.',
  islandsOpen:
    '{{count}} of them have no area, as their shores do not close; the sum leaves them out.',
  islandsTarget:
    'The target is for the coast of the mainland, in which islands do not count: no island is judged by it, and the last column only compares.',
  areaStatisticsSave: 'Save the stretches by area (CSV)',
} as const;
