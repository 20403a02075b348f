import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type {
  FieldMatch,
  FieldRow,
  FieldSheet,
  FieldVisit,
} from '../../domain/audit/field-sheet.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { COASTLINE_SYMBOLS, type Theme, UNCLASSIFIED_SYMBOL } from '../../domain/symbology.ts';
import { FieldRowIssue, LongList, placeOfRow, RefusedRows } from '../controls/field-rows.tsx';
import { FileButton } from '../controls/file-button.tsx';
import { FileReading, type FileReadingState } from '../controls/file-reading.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { sentences } from '../controls/sentences.ts';
import { useFocusBack } from '../controls/use-focus-back.ts';
import { decimalsApart, formatBand, formatLength, formatPercent, PUNCTUATION } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';
import { CoastlineSwatch } from '../legend/symbols.tsx';

/** The ratio and its band. */
export type FieldFigures = Pick<CoastSummary, 'ratio' | 'band' | 'target'>;

/** A field sheet against the coast. */
export type OpenFieldSheet = {
  readonly sheet: FieldSheet;
  readonly match: FieldMatch;
  /** Before and after, or why they could not be worked out; undefined until that is known. */
  readonly figures:
    | { readonly before: FieldFigures; readonly after: FieldFigures }
    | { readonly reason: string }
    | undefined;
};

/** What has become of the file that the user chose. */
export type FieldSheetState = FileReadingState | ({ readonly kind: 'open' } & OpenFieldSheet);

/** Props of the part of the evidence that saves and opens field sheets. */
export type FieldSheetBoxProps = {
  readonly state: FieldSheetState;
  readonly lengthOf: (segment: CoastlineSegment) => number;
  readonly theme: Theme;
  readonly onSave: () => void;
  readonly onOpen: (file: File) => void;
  readonly onSelect: (id: string) => void;
  readonly onApply: () => void;
  readonly onClose: () => void;
};

/** Saves a field sheet, and shows what one that came back would change before anything counts. */
export function FieldSheetBox(props: FieldSheetBoxProps): JSX.Element {
  const { t } = useI18n();
  const { state } = props;
  const box = useFocusBack(state.kind === 'open');
  return (
    <div ref={box} class="field-sheet">
      <div class="button-row">
        <button type="button" class="text-button" onClick={props.onSave}>
          {t('fieldSave')}
        </button>
        <FileButton
          label={t('fieldOpen')}
          accept=".csv,.tsv,.txt,.xlsx,.xls"
          onFiles={([file]) => file !== undefined && props.onOpen(file)}
        />
      </div>
      {state.kind === 'none' && <p class="quiet">{t('fieldHint')}</p>}
      {state.kind === 'open' ? <Preview {...props} open={state} /> : <FileReading state={state} />}
    </div>
  );
}

function Preview(props: FieldSheetBoxProps & { readonly open: OpenFieldSheet }): JSX.Element {
  const { t, language } = useI18n();
  const { sheet, match, figures } = props.open;
  const section = useRef<HTMLElement>(null);
  // A dropped file may be shown far from where the panel is scrolled to.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [sheet]);
  const { visits, blanks, refused } = match;
  const longestFirst = visits
    .map((visit) => ({ visit, lengthM: props.lengthOf(visit.subject) }))
    .toSorted((one, other) => other.lengthM - one.lengthM)
    .map(({ visit }) => visit);
  const [changed, confirmed] = [true, false].map((isChange) =>
    longestFirst.filter((visit) => visit.isChange === isChange),
  );
  return (
    <section
      ref={section}
      class="field-sheet__preview"
      aria-label={t('fieldTitle', { file: sheet.file })}
    >
      <header class="field-sheet__head">
        <h4>{t('fieldTitle', { file: sheet.file })}</h4>
        <IconButton icon="close" label={t('fieldClose')} onPress={props.onClose} />
      </header>
      {visits.length === 0 ? <p role="status">{t('fieldNothing')}</p> : <Effect {...{ figures }} />}
      {sheet.notes.map((note) => (
        <p key={note.message.en} class="issue issue--warning">
          {sentences(note, language)}
        </p>
      ))}
      <Visits {...props} title="fieldChanges" visits={changed ?? []} />
      <Told visits={visits} />
      <RefusedRows title={t('fieldRefused', { count: refused.length })} refused={refused} />
      <Visits {...props} title="fieldConfirmed" visits={confirmed ?? []} />
      <Blanks rows={blanks} />
      {visits.length > 0 && (
        <div class="button-row field-sheet__foot">
          <button type="button" class="button button--primary" onClick={props.onApply}>
            {t('fieldApply', { count: visits.length })}
          </button>
          <button type="button" class="button" onClick={props.onClose}>
            {t('fieldCancel')}
          </button>
        </div>
      )}
    </section>
  );
}

/** Ratio and band before and after. */
function Effect({ figures }: Pick<OpenFieldSheet, 'figures'>): JSX.Element {
  const { t, language } = useI18n();
  if (figures === undefined) return <p role="status">{t('auditRunning')}</p>;
  if ('reason' in figures)
    return (
      <p class="is-loss" role="alert">
        {t('auditFailed', { reason: figures.reason })}
      </p>
    );
  const { before, after } = figures;
  // Neither reads as the other or as the target unless it equals it.
  const shares = [before.ratio, after.ratio].flatMap((share) => share ?? []);
  const decimals = Math.max(
    ...[...shares, after.target].flatMap((one) =>
      shares.map((other) => decimalsApart(one * 100, other * 100, 2)),
    ),
  );
  const ratio = ({ ratio: share }: FieldFigures): string =>
    share === undefined ? '–' : formatPercent(share, decimals, language);
  const band = ({ band: own, target }: FieldFigures): string => {
    const { low, high } = formatBand(own, target, language);
    return own === undefined ? '–' : `${low}–${high}`;
  };
  return (
    <div role="status">
      <p class="field-sheet__effect">
        {t('fieldEffect', { before: ratio(before), after: ratio(after) })}
      </p>
      <p class="quiet">{t('fieldBand', { before: band(before), after: band(after) })}</p>
    </div>
  );
}

/** Stretches with what was found there; those that only confirm are folded. */
function Visits({
  title,
  visits,
  ...shown
}: Pick<FieldSheetBoxProps, 'lengthOf' | 'theme' | 'onSelect'> & {
  readonly title: 'fieldChanges' | 'fieldConfirmed';
  readonly visits: readonly FieldVisit[];
}): JSX.Element | null {
  const { t } = useI18n();
  if (visits.length === 0) return null;
  const list = (
    <LongList items={visits} class="field-sheet__visits">
      {(visit) => <Visit key={visit.subject.id} {...shown} visit={visit} />}
    </LongList>
  );
  if (title === 'fieldChanges')
    return (
      <>
        <h5>{t(title, { count: visits.length })}</h5>
        {list}
      </>
    );
  return (
    <details>
      <summary>{t(title, { count: visits.length })}</summary>
      <p class="quiet">{t('fieldConfirmedNote')}</p>
      {list}
    </details>
  );
}

function Visit({
  visit: { subject, row, found, isChange, isKindKept, confidence },
  lengthOf,
  theme,
  onSelect,
}: Pick<FieldSheetBoxProps, 'lengthOf' | 'theme' | 'onSelect'> & {
  readonly visit: FieldVisit;
}): JSX.Element {
  const words = useI18n();
  const { t, pick, language } = words;
  const from = classInWords(subject, words);
  const facts = [
    isChange ? `${from} → ${classInWords(found, words)}` : from,
    ...(isKindKept ? [t('fieldKindKept')] : []),
    ...(confidence === 'high'
      ? []
      : [t('confidenceIs', { confidence: t(`confidence_${confidence}`) })]),
  ];
  return (
    <li class="evidence-item">
      <button type="button" class="evidence-row" onClick={() => onSelect(subject.id)}>
        <CoastlineSwatch of={isChange ? found.class : subject.class} theme={theme} />
        <span>{pick(subject.name)}</span>
        <span class="evidence-row__length">{formatLength(lengthOf(subject), language, 2)}</span>
        <span class="evidence-row__facts">
          {facts.join(PUNCTUATION[language].comma)}
          <br />
          {[placeOfRow(row, words), ...findingFacts(row)].join(' · ')}
        </span>
      </button>
    </li>
  );
}

function classInWords(
  { class: shoreClass, use }: Pick<CoastlineSegment, 'class' | 'use'>,
  { t, pick }: I18n,
): string {
  const { label } = shoreClass === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[shoreClass];
  return use === undefined ? pick(label) : `${pick(label)} · ${t(`use_${use}`)}`;
}

/** When, by whom and with which remark, as far as the row says. */
function findingFacts({ date, unreadDate, by, remark }: FieldRow): readonly string[] {
  return [date ?? unreadDate ?? '', by, remark].filter((text) => text !== '');
}

/** The reason that the change log and the evidence give for what a row found. */
export function fieldReason(file: string, { row, isKindKept }: FieldVisit, words: I18n): string {
  const { t, language } = words;
  const { comma, colon } = PUNCTUATION[language];
  const { remark, ...others } = row;
  const facts = [
    t('fieldReason', { file }),
    ...findingFacts({ ...others, remark: '' }),
    ...(isKindKept ? [t('fieldKindKept')] : []),
  ].join(comma);
  return remark === '' ? facts : `${facts}${colon}${remark}`;
}

/** Parts of taken rows that cannot be read. */
function Told({ visits }: { readonly visits: readonly FieldVisit[] }): JSX.Element | null {
  const { t } = useI18n();
  const told = visits.flatMap(({ row }) => {
    const { unreadDate, unreadConfidence } = row;
    return [
      ...(unreadDate === undefined
        ? []
        : [{ row, text: t('fieldUnreadDate', { text: unreadDate }) }]),
      ...(unreadConfidence === undefined
        ? []
        : [{ row, text: t('fieldUnreadConfidence', { text: unreadConfidence }) }]),
    ];
  });
  if (told.length === 0) return null;
  return (
    <>
      <h5>{t('fieldTold', { count: told.length })}</h5>
      <LongList items={told} class="issues">
        {({ row, text }) => (
          <FieldRowIssue key={text} row={row}>
            {text}
          </FieldRowIssue>
        )}
      </LongList>
    </>
  );
}

/** Rows that were not filled in. */
function Blanks({ rows }: { readonly rows: readonly FieldRow[] }): JSX.Element | null {
  const words = useI18n();
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{words.t('fieldBlanks', { count: rows.length })}</summary>
      <LongList items={rows} class="field-sheet__blanks">
        {(row) => (
          <li key={placeOfRow(row, words)}>
            {[placeOfRow(row, words), row.id || row.segmentId, ...findingFacts(row)]
              .filter((text) => text !== '')
              .join(' · ')}
          </li>
        )}
      </LongList>
    </details>
  );
}
