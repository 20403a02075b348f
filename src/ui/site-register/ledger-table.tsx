import type { JSX } from 'preact';
import type { ClassLength } from '../../domain/scenarios/scenario.ts';
import { type Compensation, compensations } from '../../domain/site-register/compensation.ts';
import type { LedgerRow, LedgerState, YearLedger } from '../../domain/site-register/year-ledger.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../../domain/symbology.ts';
import { VerdictShape } from '../audit/verdict.tsx';
import { formatBand, formatLength, formatRatio } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** A site of the ledger, as the table names it. */
export type LedgerSiteName = { readonly id: string; readonly name: string };

/** Props of the ledger. */
export type LedgerTableProps = {
  readonly ledger: YearLedger;
  /** Metres of coast to be restored for a metre taken; undefined while nobody states it. */
  readonly rate: number | undefined;
  /** By the ids of the ledger. */
  readonly sites: ReadonlyMap<string, LedgerSiteName>;
  /** Shows sites on the map, by their ids. */
  readonly onShow: (ids: readonly string[]) => void;
};

/** A row a year: natural coast from opening to closing, and what is due for it. */
export function LedgerTable({ ledger, rate, sites, onShow }: LedgerTableProps): JSX.Element {
  const { t } = useI18n();
  const due = compensations(ledger.rows, rate);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll-box" aria-label={t('yearLedgerTitle')} tabIndex={0}>
      <table class="zone-table site-register__table">
        <caption class="visually-hidden">{t('yearLedgerCaption')}</caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledger.rows.map((row, index) => (
            <tr key={row.year ?? ''}>
              <th scope="row">
                <button type="button" class="row-button" onClick={() => onShow(row.siteIds)}>
                  {row.year ?? t('yearLedgerUndated')}
                </button>
                {row.siteIds.map((id) => (
                  <button
                    key={id}
                    type="button"
                    class="link-button site-register__site"
                    onClick={() => onShow([id])}
                  >
                    {sites.get(id)?.name ?? id}
                  </button>
                ))}
              </th>
              <Opening state={row.opening} />
              <Consumed classes={row.consumed} lengthM={row.consumedM} />
              <Restored row={row} />
              <Due due={due[index]} />
              <Closing state={row.closing} ledger={ledger} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('yearLedgerSum')}</th>
            <Opening state={ledger.opening} />
            <Consumed classes={ledger.consumed} lengthM={ledger.consumedM} />
            <Restored row={{ restoredM: ledger.restoredM, builtOverM: 0 }} />
            <Due
              due={
                rate === undefined
                  ? undefined
                  : { dueM: rate * ledger.consumedM, broughtM: 0, owedM: due.at(-1)?.owedM ?? 0 }
              }
            />
            <Closing state={ledger.closing} ledger={ledger} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const HEADS = [
  'yearLedgerYear',
  'yearLedgerOpening',
  'yearLedgerConsumed',
  'yearLedgerRestored',
  'yearLedgerDue',
  'yearLedgerOwed',
  'yearLedgerClosing',
  'yearLedgerHeadroom',
  'yearLedgerRatio',
] as const;

/** A difference that is not seen: half a metre. */
const SEEN_M = 0.5;

function Opening({ state }: { readonly state: LedgerState }): JSX.Element {
  const { t, language } = useI18n();
  const { keptM, headroomM } = state;
  return (
    <td>
      {formatLength(keptM, language, 2)}
      {headroomM !== undefined && (
        <small class="quiet">
          {t('yearLedgerHeadroom')} {formatLength(headroomM, language, 2)}
        </small>
      )}
    </td>
  );
}

function Consumed({
  classes,
  lengthM,
}: {
  readonly classes: readonly ClassLength[];
  readonly lengthM: number;
}): JSX.Element {
  const { language } = useI18n();
  const label = (shoreClass: ClassLength['class']): string =>
    (shoreClass === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[shoreClass]).label[
      language
    ];
  return (
    <td>
      {lengthM === 0 ? '–' : <b class="is-loss">{formatLength(lengthM, language, 2)}</b>}
      {classes
        .filter((row) => row.lengthM >= SEEN_M)
        .map((row) => (
          <small key={row.class ?? ''} class="quiet">
            {label(row.class)} {formatLength(row.lengthM, language, 2)}
          </small>
        ))}
    </td>
  );
}

function Restored({
  row: { restoredM, builtOverM },
}: {
  readonly row: Pick<LedgerRow, 'restoredM' | 'builtOverM'>;
}): JSX.Element {
  const { t, language } = useI18n();
  return (
    <td>
      {restoredM === 0 ? '–' : <b class="is-gain">{formatLength(restoredM, language, 2)}</b>}
      {builtOverM >= SEEN_M && (
        <small class="is-loss">
          {t('yearLedgerBuiltOver', { length: formatLength(builtOverM, language, 2) })}
        </small>
      )}
    </td>
  );
}

function Due({ due }: { readonly due: Compensation | undefined }): JSX.Element {
  const { t, language } = useI18n();
  const length = (metres: number): string => formatLength(metres, language, 2);
  if (due === undefined)
    return (
      <>
        <td class="quiet">{t('yearLedgerNotStated')}</td>
        <td class="quiet">{t('yearLedgerNotStated')}</td>
      </>
    );
  return (
    <>
      <td>{length(due.dueM)}</td>
      <td>
        {due.owedM <= -SEEN_M ? (
          <span class="is-gain">{t('yearLedgerAhead', { length: length(-due.owedM) })}</span>
        ) : (
          <span class={due.owedM >= SEEN_M ? 'is-loss' : ''}>{length(Math.abs(due.owedM))}</span>
        )}
      </td>
    </>
  );
}

function Closing({
  state: { keptM, headroomM, ratio, band, verdict },
  ledger: { target, realm },
}: {
  readonly state: LedgerState;
  readonly ledger: Pick<YearLedger, 'target' | 'realm'>;
}): JSX.Element {
  const { t, language } = useI18n();
  return (
    <>
      <td>{formatLength(keptM, language, 2)}</td>
      <td class={headroomM !== undefined && headroomM < 0 ? 'is-loss' : ''}>
        {headroomM === undefined ? '–' : formatLength(headroomM, language, 2)}
      </td>
      <td>
        <span class="site-register__ratio">
          <VerdictShape summary={{ verdict, realm, hasOwnTarget: true }} />{' '}
          {ratio === undefined ? '–' : formatRatio(ratio, target, language)}
        </span>
        {band !== undefined && (
          <small class="quiet">{t('yearLedgerBand', formatBand(band, target, language))}</small>
        )}
      </td>
    </>
  );
}
