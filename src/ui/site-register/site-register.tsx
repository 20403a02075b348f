import type { JSX } from 'preact';
import { COMPENSATION_RATES } from '../../domain/site-register/compensation.ts';
import type { RegisterRow } from '../../domain/site-register/register.ts';
import type { YearLedger } from '../../domain/site-register/year-ledger.ts';
import { Choice } from '../controls/choice.tsx';
import { Icon } from '../controls/icon.tsx';
import { OptionalNumberField } from '../controls/number-field.tsx';
import { Progress } from '../controls/progress.tsx';
import { formatAccuracy, formatLength, formatList, formatPlain } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { type LedgerSiteName, LedgerTable } from './ledger-table.tsx';
import { RegisterTable } from './register-table.tsx';

/** The ledger, or how far it is. */
export type LedgerResult =
  | { readonly kind: 'waiting'; readonly share: number | undefined }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'ready';
      readonly ledger: YearLedger;
      readonly sites: ReadonlyMap<string, LedgerSiteName>;
      /** Names of sites without a ground. */
      readonly leftOut: readonly string[];
      /** How well the positions taken from the plan are known, in metres: undefined for those that nobody states. */
      readonly accuracies: readonly (number | undefined)[];
    };

/** Props of the register and the ledger. */
export type SiteRegisterProps = {
  readonly rows: readonly RegisterRow[];
  readonly unlocated: number;
  readonly selectedKey: string | undefined;
  /** Whose sites the ledger may be of, with their names. */
  readonly subjects: readonly (readonly [id: string, name: string])[];
  readonly subject: string | undefined;
  readonly result: LedgerResult;
  readonly rate: number | undefined;
  readonly actions: {
    readonly show: (row: RegisterRow) => void;
    readonly showSites: (ids: readonly string[]) => void;
    readonly choose: (subject: string) => void;
    readonly setRate: (rate: number | undefined) => void;
    readonly start: () => void;
    readonly stop: () => void;
    readonly saveRegister: () => void;
    readonly saveLedger: () => void;
    readonly saveWorkbook: () => void;
    readonly widen: () => void;
  };
};

/** The ledger of natural coast by year, and the register of sites. */
export function SiteRegister(props: SiteRegisterProps): JSX.Element {
  const { t } = useI18n();
  const { result, actions } = props;
  return (
    <div class="site-register">
      <div class="panel-bar">
        <h3>{t('yearLedgerTitle')}</h3>
        <button type="button" class="text-button site-register__widen" onClick={actions.widen}>
          <Icon name="widen" /> {t('allColumns')}
        </button>
      </div>
      <Ledger {...props} />
      <h3>{t('siteRegisterList')}</h3>
      <p class="quiet">{t('siteRegisterNote')}</p>
      <RegisterTable
        rows={props.rows}
        unlocated={props.unlocated}
        selectedKey={props.selectedKey}
        onShow={actions.show}
      />
      <div class="button-row">
        <button type="button" class="button" onClick={actions.saveRegister}>
          {t('siteRegisterSave')}
        </button>
        {result.kind === 'ready' && (
          <>
            <button type="button" class="button" onClick={actions.saveLedger}>
              {t('yearLedgerSave')}
            </button>
            <button type="button" class="button" onClick={actions.saveWorkbook}>
              {t('yearLedgerWorkbook')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function Ledger({ subjects, subject, result, rate, actions }: SiteRegisterProps): JSX.Element {
  const words = useI18n();
  const { t } = words;
  if (subject === undefined) return <p class="quiet">{t('yearLedgerNone')}</p>;
  return (
    <>
      <div class="site-register__filters">
        <Choice
          label={t('yearLedgerOf')}
          options={subjects}
          value={subject}
          onChoose={actions.choose}
        />
        <OptionalNumberField
          label={t('yearLedgerRate')}
          hint={t('yearLedgerRateHint')}
          value={rate}
          {...COMPENSATION_RATES}
          onChange={actions.setRate}
        />
      </div>
      {result.kind === 'waiting' &&
        (result.share === undefined ? (
          <p role="status" class="quiet">
            {t('yearLedgerWaits')}
          </p>
        ) : (
          <Progress label={t('yearLedgerRunning')} share={result.share} onCancel={actions.stop} />
        ))}
      {result.kind === 'failed' && (
        <p role="alert">{t('yearLedgerFailed', { reason: result.reason })}</p>
      )}
      {result.kind === 'stopped' && <p role="status">{t('yearLedgerStopped')}</p>}
      {(result.kind === 'stopped' || result.kind === 'failed') && (
        <button type="button" class="button" onClick={actions.start}>
          {t('yearLedgerAgain')}
        </button>
      )}
      {result.kind === 'ready' && result.ledger.rows.length === 0 && (
        <p class="quiet">{t('yearLedgerNone')}</p>
      )}
      {result.kind === 'ready' && result.ledger.rows.length > 0 && (
        <>
          <LedgerTable
            ledger={result.ledger}
            rate={rate}
            sites={result.sites}
            onShow={actions.showSites}
          />
          <ul class="quiet site-register__notes">
            {ledgerNotes(result, rate, words).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      {result.kind === 'ready' && result.leftOut.length > 0 && (
        <p role="alert" class="is-loss">
          {t('sitesLeftOut', { names: formatList(result.leftOut, words.language) })}
        </p>
      )}
    </>
  );
}

/** What has to be said beside the ledger, on the page and in files. */
export function ledgerNotes(
  { ledger, accuracies }: Extract<LedgerResult, { readonly kind: 'ready' }>,
  rate: number | undefined,
  { t, language }: I18n,
): readonly string[] {
  const undated = ledger.rows.find(({ year }) => year === undefined)?.siteIds.length ?? 0;
  const stated = accuracies.flatMap((accuracyM) => accuracyM ?? []);
  return [
    t('yearLedgerNoteYears'),
    ...(undated > 0 ? [t('yearLedgerNoteUndated', { count: undated })] : []),
    ...(rate === undefined ? [] : [t('yearLedgerNoteRate', { rate: formatPlain(rate, language) })]),
    ...(ledger.uncountedM > 0
      ? [t('yearLedgerNoteOutside', { length: formatLength(ledger.uncountedM, language, 2) })]
      : []),
    t('yearLedgerNoteSure'),
    ...(stated.length > 0
      ? [
          t('yearLedgerNoteAccuracy', {
            accuracy: formatAccuracy(Math.max(...stated), language),
          }),
        ]
      : []),
    ...(stated.length < accuracies.length ? [t('yearLedgerNoteUnstated')] : []),
  ];
}
