import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { MAX_VERSIONS, SURVEY_YEARS } from '../../domain/views/named-version.ts';
import { LONGEST_LABEL } from '../../domain/views/slide-subject.ts';
import { Field } from '../controls/field.tsx';
import { OptionalNumberField } from '../controls/number-field.tsx';
import { formatPercent } from '../format.ts';
import { formatMoment } from '../format-date.ts';
import { useI18n } from '../i18n.tsx';

/** A version as it is listed. */
export type VersionRow = {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly savedAt: string;
  /** The ratio of that time, from 0 to 1; undefined where none was kept. */
  readonly ratio: number | undefined;
  /** Of the survey that the coast rests on; undefined where none is stated. */
  readonly surveyYear: number | undefined;
  readonly isProvisional: boolean;
  /** Whether its classes were judged from maps. */
  readonly isIllustration: boolean;
  /** Whether the coast was counted by other settings than those in force. */
  readonly isCountedOtherwise: boolean;
};

/** What may be done with versions. */
export type VersionActions = {
  readonly name: (name: string) => void;
  readonly open: (id: string) => void;
  readonly compare: (id: string) => void;
  readonly rename: (id: string, name: string) => void;
  readonly setYear: (id: string, surveyYear: number | undefined) => void;
  readonly remove: (id: string) => void;
};

/** Names the present state, and lists the states that were named, the newest first. */
export function VersionsSection({
  versions,
  isNaming,
  actions,
}: {
  readonly versions: readonly VersionRow[];
  /** Whether a version is being counted. */
  readonly isNaming: boolean;
  readonly actions: VersionActions;
}): JSX.Element {
  const { t } = useI18n();
  const isFull = versions.length >= MAX_VERSIONS;
  return (
    <section class="versions" aria-label={t('versionsTitle')}>
      <h3>{t('versionsTitle')}</h3>
      <p class="quiet">{t('versionsIntro')}</p>
      {isFull ? (
        <p>{t('versionsFull', { most: MAX_VERSIONS })}</p>
      ) : (
        <NameForm
          label={t('versionName')}
          placeholder={t('versionNameExample')}
          submit={t('versionKeep')}
          isDisabled={isNaming}
          onName={actions.name}
        />
      )}
      {isNaming && (
        <p class="quiet" role="status">
          {t('versionKeeping')}
        </p>
      )}
      {versions.length > 0 && (
        <ul class="versions__list">
          {versions.toReversed().map((version) => (
            <Version key={version.id} version={version} actions={actions} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Version({
  version: { id, name, savedAt, ratio, surveyYear, ...version },
  actions,
}: {
  readonly version: VersionRow;
  readonly actions: VersionActions;
}): JSX.Element {
  const { t, language } = useI18n();
  const isRenaming = useSignal(false);
  const percent = ratio === undefined ? undefined : formatPercent(ratio, 2, language);
  const shown =
    percent === undefined
      ? t('versionNoRatio')
      : version.isProvisional
        ? t('versionProvisional', { ratio: percent })
        : percent;
  return (
    <li class="versions__item" aria-label={t('versionActions', { name })}>
      {isRenaming.value ? (
        <NameForm
          label={t('versionNewName')}
          value={name}
          submit={t('versionRenameDone')}
          onName={(next) => {
            isRenaming.value = false;
            if (next !== name) actions.rename(id, next);
          }}
          onCancel={() => {
            isRenaming.value = false;
          }}
        />
      ) : (
        <p class="versions__name">{name}</p>
      )}
      <p class="quiet">
        <time dateTime={savedAt}>{formatMoment(savedAt, language)}</time>
        {' · '}
        <span class="versions__ratio">{shown}</span>
        {version.isIllustration && ` · ${t('versionIllustration')}`}
        {version.isCountedOtherwise && ` · ${t('versionCountedOtherwise')}`}
      </p>
      <OptionalNumberField
        label={t('surveyYear')}
        layout="inline"
        value={surveyYear}
        {...SURVEY_YEARS}
        step={1}
        onChange={(year) => actions.setYear(id, year)}
      />
      <div class="button-row">
        <button type="button" class="text-button" onClick={() => actions.compare(id)}>
          {t('versionCompare')}
        </button>
        <button type="button" class="text-button" onClick={() => actions.open(id)}>
          {t('versionOpen')}
        </button>
        <button
          type="button"
          class="text-button"
          aria-expanded={isRenaming.value}
          onClick={() => {
            isRenaming.value = !isRenaming.value;
          }}
        >
          {t('versionRename')}
        </button>
        <button type="button" class="text-button" onClick={() => actions.remove(id)}>
          {t('versionRemove')}
        </button>
      </div>
    </li>
  );
}

/** A name of at least one character that is no blank. */
function NameForm({
  label,
  placeholder,
  value = '',
  submit,
  isDisabled = false,
  onName,
  onCancel,
}: {
  readonly label: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly submit: string;
  readonly isDisabled?: boolean;
  readonly onName: (name: string) => void;
  readonly onCancel?: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const text = useSignal(value);
  const name = text.value.trim();
  return (
    <form
      class="versions__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '' || isDisabled) return;
        onName(name);
        text.value = '';
      }}
    >
      <Field
        label={label}
        value={text.value}
        maxLength={LONGEST_LABEL}
        {...(placeholder !== undefined && { placeholder })}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      <div class="button-row">
        <button type="submit" class="button" disabled={name === '' || isDisabled}>
          {submit}
        </button>
        {onCancel !== undefined && (
          <button type="button" class="text-button" onClick={onCancel}>
            {t('versionRenameCancel')}
          </button>
        )}
      </div>
    </form>
  );
}
