import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** Credit for every dataset in sight, at all times, as text. */
export function Attribution({ credits }: { readonly credits: readonly string[] }): JSX.Element {
  const { t } = useI18n();
  return (
    <p class="attribution" data-covers="band">
      <span class="attribution__label">{t('sources')}: </span>
      {credits.join(' · ')}
      <span class="attribution__notice"> — {t('notSurveyed')}</span>
    </p>
  );
}
