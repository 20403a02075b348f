import type { JSX } from 'preact';
import type { LoadError } from '../../domain/load-error.ts';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';

/** A file that could not be read: which one, where, and what to do. */
export function LoadFailure({
  error,
  onReload,
}: {
  readonly error: LoadError;
  readonly onReload: () => void;
}): JSX.Element {
  const { t, pick } = useI18n();
  const { file, line, column } = error;
  return (
    <section class="failure" role="alert">
      <h2>
        <Icon name="alert" /> {t('catalogueFailed')}
      </h2>
      <p>{pick(error.message)}</p>
      <p class="failure__place">
        {line === undefined || column === undefined ? file : t('place', { file, line, column })}
      </p>
      <p>{t('whatToDo', { cure: pick(error.cure) })}</p>
      <button type="button" class="text-button" onClick={onReload}>
        {t('reload')}
      </button>
    </section>
  );
}
