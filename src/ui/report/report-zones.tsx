import type { JSX } from 'preact';
import type { CoastSummary, ZoneSummary } from '../../domain/audit/audit.ts';
import { ClassBar } from '../audit/class-bar.tsx';
import { formatNumber, formatPercent, formatRatio, UNITS } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** The zones as a table that fits a page's width: ratio, target, verdict, lengths, area, headroom, classes. */
export function ReportZones({
  zones,
  overall,
  wholeName,
  nameOf,
}: {
  readonly zones: readonly ZoneSummary[];
  readonly overall: CoastSummary;
  readonly wholeName: string;
  readonly nameOf: (id: string) => string;
}): JSX.Element {
  const { t, language } = useI18n();
  const kilometres = UNITS.kilometre[language];
  return (
    <table class="report__table report__table--zones">
      <thead>
        <tr>
          <th scope="col">{t('zone')}</th>
          <th scope="col">{t('ratio')}</th>
          <th scope="col">{t('targetSetting')}</th>
          <th scope="col">{t('verdict')}</th>
          {LENGTHS.map((column) => (
            <th key={column} scope="col">
              {t(column)} <span class="report__unit">{kilometres}</span>
            </th>
          ))}
          <th scope="col">
            {t('area')} <span class="report__unit">{UNITS.squareKilometre[language]}</span>
          </th>
          <th scope="col">
            {t('headroom')} <span class="report__unit">{kilometres}</span>
          </th>
          <th scope="col">{t('classes')}</th>
        </tr>
      </thead>
      <tbody>
        {zones.map((summary) => (
          <ReportRow key={summary.id} name={nameOf(summary.id)} summary={summary} />
        ))}
        <ReportRow name={wholeName} summary={overall} />
      </tbody>
    </table>
  );
}

const LENGTHS = ['natural', 'restored', 'artificial', 'total'] as const;

function ReportRow({
  name,
  summary,
}: {
  readonly name: string;
  readonly summary: CoastSummary;
}): JSX.Element {
  const { t, language } = useI18n();
  const { ratio, target, verdict, naturalM, restoredM, byClass, totalM, areaM2, headroomM } =
    summary;
  const kilometres = (lengthM: number): string => formatNumber(lengthM / 1000, 2, language);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{ratio === undefined ? '–' : formatRatio(ratio, target, language)}</td>
      <td>{formatPercent(target, 0, language)}</td>
      <td>{t(`verdictName_${verdict}`)}</td>
      <td>{kilometres(naturalM)}</td>
      <td>{kilometres(restoredM)}</td>
      <td>{kilometres(byClass.artificial)}</td>
      <td>{kilometres(totalM)}</td>
      <td>{areaM2 === undefined ? '–' : formatNumber(areaM2 / 1e6, 2, language)}</td>
      <td>{headroomM === undefined ? '–' : kilometres(headroomM)}</td>
      <td class="report__classes">
        <ClassBar summary={summary} theme="light" />
      </td>
    </tr>
  );
}
