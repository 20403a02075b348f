import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { CoastlineClass } from '../../domain/coastline.ts';
import { type ChangedCoast, LARGEST_SITE_METRES } from '../../domain/scenarios/scenario.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { NumberField } from '../controls/number-field.tsx';
import { formatAccuracy, formatLength } from '../format.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** Something within the distance, as the list names it. */
export type WithinRow = {
  readonly id: string;
  readonly kind: 'zone' | 'project' | 'protected';
  readonly name: Bilingual;
  readonly distanceM: number;
  readonly certainty: 'certain' | 'possible';
};

/** What lies within a distance of what is selected. */
export type WithinAnswer = {
  readonly reachM: number;
  /** The nearest first. */
  readonly rows: readonly WithinRow[];
  /** Projects that have no position: they may be anywhere. */
  readonly unlocated: number;
  /** Projects drawn beyond for which nobody states an accuracy: they may lie within. */
  readonly unstated: number;
  /** Metres of coast within, by class. */
  readonly coast: readonly Pick<ChangedCoast, 'class' | 'lengthM'>[];
};

/** Props of the list of what lies near. */
export type WithinListProps = {
  readonly answer: WithinAnswer | undefined;
  readonly isSearching: boolean;
  readonly failure: string | undefined;
  /** How well the position of what is selected is known, in metres; undefined where nobody says. */
  readonly accuracyM: number | undefined;
  readonly onSearch: (reachM: number) => void;
  /** The list is folded: its ring leaves the map. */
  readonly onClose: () => void;
  readonly onSelect: (id: string) => void;
  readonly onExport: () => void;
};

const FIRST_REACH_M = 500;

/** Everything within some metres of what is selected: zones, projects, protected sites, and coast by class. */
export function WithinList(props: WithinListProps): JSX.Element {
  const { t } = useI18n();
  const reachM = useSignal(FIRST_REACH_M);
  return (
    <details
      class="evidence-box"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) props.onSearch(reachM.peek());
        else props.onClose();
      }}
    >
      <summary>{t('withinTitle')}</summary>
      <NumberField
        label={t('withinReach')}
        value={reachM.value}
        least={1}
        most={LARGEST_SITE_METRES - 1}
        onChange={(next) => {
          reachM.value = next;
          props.onSearch(next);
        }}
      />
      {props.isSearching && (
        <p role="status" class="quiet">
          {t('withinSearching')}
        </p>
      )}
      {props.failure !== undefined && (
        <p role="alert">{t('withinFailed', { reason: props.failure })}</p>
      )}
      {props.answer !== undefined && props.failure === undefined && (
        <Answer {...props} answer={props.answer} />
      )}
    </details>
  );
}

function Answer({
  answer: { rows, coast, unlocated, unstated },
  accuracyM,
  onSelect,
  onExport,
}: WithinListProps & { readonly answer: WithinAnswer }): JSX.Element {
  const words = useI18n();
  const { t, pick, language } = words;
  return (
    <>
      <h3>{t('withinCoast')}</h3>
      {coast.length === 0 && <p>{t('withinNoCoast')}</p>}
      <ul class="within-list">
        {coast.map(({ class: shoreClass, lengthM }) => (
          <li key={shoreClass ?? ''}>
            {classWord(shoreClass, words)} <b>{formatLength(lengthM, language, 2)}</b>
          </li>
        ))}
      </ul>
      <h3>
        {t('withinFound')} <span class="count">{rows.length}</span>
      </h3>
      <ul class="within-list">
        {rows.map(({ id, kind, name, distanceM, certainty }) => (
          <li key={id}>
            <button type="button" class="link-button" onClick={() => onSelect(id)}>
              {pick(name)}
            </button>
            <span>
              {formatLength(distanceM, language, 2)}{' '}
              <small class="quiet">
                {t(`within_${kind}`)} · {t(`certainty_${certainty}`)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {accuracyM === undefined
          ? t('withinUnsure')
          : accuracyM === 0
            ? t('withinExact')
            : t('withinAccuracy', { accuracy: formatAccuracy(accuracyM, language) })}{' '}
        {unlocated > 0 && t('withinUnlocated', { count: unlocated })}{' '}
        {unstated > 0 && t('withinUnstated', { count: unstated })}
      </p>
      <button type="button" class="button" onClick={onExport}>
        {t('withinExport')}
      </button>
    </>
  );
}

function classWord(shoreClass: CoastlineClass | undefined, { t, language }: I18n): string {
  return shoreClass === undefined
    ? t('unclassified')
    : COASTLINE_SYMBOLS[shoreClass].label[language];
}
