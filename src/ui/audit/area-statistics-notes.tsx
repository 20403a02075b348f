import type { JSX } from 'preact';
import type { StatisticalArea } from '../../domain/audit/area-statistics.ts';
import type { Audit } from '../../domain/audit/audit.ts';
import { formatLength, formatNumber } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** What the rows of the table need of an area. */
type CountedArea = Pick<StatisticalArea, 'id' | 'name' | 'accuracyM'>;

/** A coast counted by areas. */
export type CountedAreas = {
  readonly areas: readonly CountedArea[];
  readonly audit: Audit;
  /** Whether the areas are the islands of the coast itself, which no borders cut. */
  readonly areIslands: boolean;
};

/** What has to be said beside the figures of areas, as a list. */
export function AreaStatisticsNotes(counted: CountedAreas): JSX.Element {
  const words = useI18n();
  return (
    <ul class="quiet">
      {areaStatisticsNotes(counted, words).map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** Returns what has to be said beside the figures of areas, a sentence each. */
export function areaStatisticsNotes(
  { areas, audit, areIslands }: CountedAreas,
  words: I18n,
): readonly string[] {
  return areIslands ? islandNotes(audit, words) : areaNotes(areas, audit, words);
}

/** Coast in no area and in several, the borders, the target. */
function areaNotes(
  areas: readonly CountedArea[],
  { coverage }: Audit,
  { t, language }: I18n,
): readonly string[] {
  const stated = areas.flatMap(({ accuracyM }) => accuracyM ?? []);
  const worst = stated.length < areas.length ? undefined : Math.max(...stated);
  const length = (metres: number): string => formatLength(metres, language);
  return [
    coverage.outsideM > 0
      ? t('areaStatisticsOutside', { length: length(coverage.outsideM) })
      : t('areaStatisticsWhole'),
    ...(coverage.overlapM > 0
      ? [t('areaStatisticsOverlap', { length: length(coverage.overlapM) })]
      : []),
    worst === undefined
      ? t('areaStatisticsAccuracyUnstated')
      : t('areaStatisticsAccuracy', { metres: formatNumber(worst, 0, language) }),
    t('areaStatisticsTarget'),
  ];
}

/** How islands are told apart, missing areas, the target. */
function islandNotes({ zones }: Audit, { t }: I18n): readonly string[] {
  const open = zones.filter(({ areaM2 }) => areaM2 === undefined).length;
  return [
    t('islandsJoined'),
    ...(open > 0 ? [t('islandsOpen', { count: open })] : []),
    t('islandsTarget'),
  ];
}
