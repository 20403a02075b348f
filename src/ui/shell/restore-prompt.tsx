import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { textIn } from '../../domain/views/saved-view.ts';
import type { Workspace } from '../../domain/views/workspace.ts';
import { formatMoment } from '../format-date.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** Work of an earlier visit, and when the last change of it was kept (ISO 8601). */
export type RestorePromptProps = {
  readonly work: Workspace;
  readonly savedAt: string;
  readonly onTakeUp: () => void;
  readonly onLeave: () => void;
};

/** The most names in the question; more are counted. */
const MOST_NAMES = 3;

/**
 * Asks by name whether to restore the work of an earlier visit, without covering the map. To forget it takes a
 * second press, as nothing brings it back.
 */
export function RestorePrompt({
  work,
  savedAt,
  onTakeUp,
  onLeave,
}: RestorePromptProps): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  const isForgetting = useSignal(false);
  return (
    <section class="offer" aria-label={t('restoreWorkTitle')}>
      <p>
        {t(isForgetting.value ? 'restoreWorkForgetNote' : 'restoreWorkNote', {
          what: namesOfWork(work, words),
          when: formatMoment(savedAt, language),
        })}
      </p>
      {isForgetting.value ? (
        <>
          <button
            type="button"
            class="button"
            onClick={() => {
              isForgetting.value = false;
            }}
          >
            {t('restoreWorkKeep')}
          </button>
          <button type="button" class="text-button" onClick={onLeave}>
            {t('restoreWorkForget')}
          </button>
        </>
      ) : (
        <>
          <button type="button" class="button" onClick={onTakeUp}>
            {t('restoreWorkRestore')}
          </button>
          <button
            type="button"
            class="text-button"
            onClick={() => {
              isForgetting.value = true;
            }}
          >
            {t('restoreWorkDismiss')}
          </button>
        </>
      )}
    </section>
  );
}

/** The work by name: its scenarios, its decks, and how many classes were judged otherwise. */
export function namesOfWork(
  { log, scenarios, decks, datasets, notes, photos, versions }: Workspace,
  { t, language }: I18n,
): string {
  const separator = t('restoreWorkSeparator');
  const listed = (names: readonly string[]): string =>
    names
      .slice(0, MOST_NAMES)
      .map((name) =>
        t('restoreWorkName', { name: name.trim() === '' ? t('restoreWorkUntitled') : name }),
      )
      .concat(names.length > MOST_NAMES ? [`+ ${names.length - MOST_NAMES}`] : [])
      .join(separator);
  return [
    scenarios.length > 0 &&
      t('restoreWorkScenarios', {
        count: scenarios.length,
        names: listed(scenarios.map(({ name }) => name)),
      }),
    decks.length > 0 &&
      t('restoreWorkDecks', {
        count: decks.length,
        names: listed(decks.map(({ title }) => textIn(title, language))),
      }),
    datasets.length > 0 &&
      t('restoreWorkDatasets', {
        count: datasets.length,
        names: listed(datasets.map(({ name }) => name)),
      }),
    notes.length > 0 &&
      t('restoreWorkNotes', {
        count: notes.length,
        names: listed(notes.map(({ name }) => name)),
      }),
    photos.length > 0 &&
      t('restoreWorkPhotos', {
        count: photos.length,
        names: listed(photos.map(({ file }) => file)),
      }),
    versions.length > 0 &&
      t('restoreWorkVersions', {
        count: versions.length,
        names: listed(versions.map(({ name }) => name)),
      }),
    log.length > 0 && t('restoreWorkChanges', { count: log.length }),
  ]
    .filter((part) => part !== false)
    .join(t('restoreWorkJoin'));
}
