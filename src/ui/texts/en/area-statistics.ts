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
    'Each area is judged by the plan’s target, which the plan sets for the whole coast.',
  areaStatisticsCaption:
    'Ratio, verdict, lengths and area of each of these areas; the last row is the whole coast',
  areaStatisticsRow: 'Area',
  areaStatisticsAll: 'all {{count}} areas',
  areaStatisticsBehind: '{{name}}: the stretches behind its figures',
  areaStatisticsSave: 'Save the stretches by area (CSV)',
} as const;
