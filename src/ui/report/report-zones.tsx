import type { JSX } from 'preact';
import type { CoastSummary, ZoneSummary } from '../../domain/audit/audit.ts';
import { headroom } from '../../domain/audit/headroom.ts';
import { RATIO_PARTS, ratioParts } from '../../domain/audit/ratio-parts.ts';
import { shownVerdict } from '../../domain/audit/zone-standing.ts';
import { ClassBar } from '../audit/class-bar.tsx';
import { verdictName } from '../audit/verdict.tsx';
import { formatBand, formatNumber, formatRatio, formatTarget, UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/**
 * Zones, or other areas, as a table that fits a page's width: ratio, band, target, verdict, lengths that add up to the
 * total, area and headroom; the classes as a bar under each name.
 */
export function ReportZones({
  zones,
  overall,
  rowTitle,
  wholeName,
  nameOf,
}: {
  readonly zones: readonly ZoneSummary[];
  readonly overall: CoastSummary;
  /** What a row stands for: the head of the first column. */
  readonly rowTitle: string;
  readonly wholeName: string;
  readonly nameOf: (id: string) => string;
}): JSX.Element {
  const { t, language } = useI18n();
  const kilometres = UNITS.kilometre[language];
  // No island has a target of its own or a verdict: two columns of dashes say nothing.
  const isJudged = [...zones, overall].some(
    (summary) => summary.hasOwnTarget || shownVerdict(summary) !== 'no-target',
  );
  return (
    <table class="report__table report__table--zones">
      <thead>
        <tr>
          <th scope="col">{rowTitle}</th>
          <th scope="col">{t('ratio')}</th>
          <th scope="col">{t('bandColumn')}</th>
          {isJudged && (
            <>
              <th scope="col">{t('targetSetting')}</th>
              <th scope="col">{t('verdict')}</th>
            </>
          )}
          {RATIO_PARTS.map((part) => (
            <th key={part} scope="col">
              {t(`slidePart_${part}`)} <span class="report__unit">{kilometres}</span>
            </th>
          ))}
          <th scope="col">
            {t('total')} <span class="report__unit">{kilometres}</span>
          </th>
          <th scope="col">
            {t('area')} <span class="report__unit">{UNITS.squareKilometre[language]}</span>
          </th>
          <th scope="col">
            {t('headroomPartColumn')} <span class="report__unit">{kilometres}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {zones.map((summary) => (
          <ReportRow
            key={summary.id}
            name={nameOf(summary.id)}
            summary={summary}
            target={overall.target}
            isJudged={isJudged}
          />
        ))}
        <ReportRow name={wholeName} summary={overall} target={overall.target} isJudged={isJudged} />
      </tbody>
    </table>
  );
}

function ReportRow({
  name,
  summary,
  target: wholeTarget,
  isJudged,
}: {
  readonly name: string;
  readonly summary: CoastSummary;
  /** That of the whole coast. */
  readonly target: number;
  /** Whether there are columns for target and verdict. */
  readonly isJudged: boolean;
}): JSX.Element {
  const words = useI18n();
  const { language } = words;
  const { ratio, band, target, totalM, areaM2 } = summary;
  const headroomM = headroom(summary, wholeTarget);
  const parts = ratioParts(summary);
  const { low, high } = formatBand(band, target, language);
  const kilometres = (lengthM: number): string => formatNumber(lengthM / 1000, 2, language);
  return (
    <tr>
      <th scope="row">
        {name}
        <ClassBar summary={summary} theme="light" />
      </th>
      <td>{ratio === undefined ? '–' : formatRatio(ratio, target, language)}</td>
      <td>{band === undefined ? '–' : `${low}–${high}`}</td>
      {isJudged && (
        <>
          <td>{summary.hasOwnTarget ? formatTarget(target, language) : '–'}</td>
          <td class="report__verdict">
            {shownVerdict(summary) === 'no-target' ? '–' : verdictName(summary, words)}
          </td>
        </>
      )}
      {RATIO_PARTS.map((part) => (
        <td key={part}>{kilometres(parts[part])}</td>
      ))}
      <td>{kilometres(totalM)}</td>
      <td>{areaM2 === undefined ? '–' : formatNumber(areaM2 / 1e6, 2, language)}</td>
      <td>{headroomM === undefined ? '–' : kilometres(headroomM)}</td>
    </tr>
  );
}
