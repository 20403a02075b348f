import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** Credits of every visible dataset, always shown as text. */
export function Attribution({ credits }: { readonly credits: readonly string[] }): JSX.Element {
  const { t } = useI18n();
  return (
    <p class="attribution" data-covers="band">
      <span>{t('sources')}: </span>
      {credits.join(' · ')}
      <span> — {t('notSurveyed')}</span>
    </p>
  );
}
