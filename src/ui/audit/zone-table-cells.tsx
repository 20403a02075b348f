import type { JSX } from 'preact';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import { headroom } from '../../domain/audit/headroom.ts';
import { formatNumber, formatRatio, formatTarget } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { VerdictName, VerdictShape } from './verdict.tsx';

/** The cells of a row after its name, one per column: narrow tables show some of them. */
export function ZoneTableCells({
  summary,
  overall,
  showsTurf,
}: {
  readonly summary: CoastSummary;
  /** The whole coast, in whose headroom the row has a part; none where no target is set to the whole. */
  readonly overall: CoastSummary;
  readonly showsTurf: boolean;
}): JSX.Element {
  const { t, language } = useI18n();
  const part = overall.hasOwnTarget ? headroom(summary, overall.target) : undefined;
  const isJudgedApart = summary !== overall && summary.hasOwnTarget;
  const { ratio, target, naturalM, restoredM, byClass, totalM, areaM2, turf } = summary;
  const kilometres = (lengthM: number): string => formatNumber(lengthM / 1000, 2, language);
  const area = (m2: number | undefined): string =>
    m2 === undefined ? '–' : formatNumber(m2 / 1e6, 2, language);
  const percent = (of: number | undefined): string =>
    of === undefined ? '–' : formatRatio(of, target, language);
  return (
    <>
      <td>
        <span class="zone-table__shape">
          <VerdictShape summary={summary} />{' '}
        </span>
        {percent(ratio)}
        {showsTurf && <Turf>{percent(turf.ratio)}</Turf>}
      </td>
      <td data-column="verdict">
        <VerdictName summary={summary} />
        {isJudgedApart && ratio !== undefined && (
          <small class="turf-figure">
            {t('target', { target: formatTarget(target, language) })}
          </small>
        )}
      </td>
      <td data-column="natural">
        {kilometres(naturalM)}
        {showsTurf && <Turf>{kilometres(turf.naturalM)}</Turf>}
      </td>
      <td data-column="restored">
        {kilometres(restoredM)}
        {showsTurf && <Turf>{kilometres(turf.restoredM)}</Turf>}
      </td>
      <td data-column="artificial">{kilometres(byClass.artificial)}</td>
      <td>
        {kilometres(totalM)}
        {showsTurf && <Turf>{kilometres(turf.totalM)}</Turf>}
      </td>
      <td data-column="area">
        {area(areaM2)}
        {showsTurf && <Turf>{area(turf.areaM2)}</Turf>}
      </td>
      <td>
        {part === undefined
          ? '–'
          : `${part > 0 && summary !== overall ? '+' : ''}${kilometres(part)}`}
      </td>
    </>
  );
}

/** The same figure on Turf's sphere, under the one on the ellipsoid. */
function Turf({ children }: { readonly children: string }): JSX.Element {
  const { t } = useI18n();
  return (
    <small class="turf-figure">
      <span class="visually-hidden">{t('turf')} </span>
      {children}
    </small>
  );
}
