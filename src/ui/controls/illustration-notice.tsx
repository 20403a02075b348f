import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';
import { Icon } from './icon.tsx';

/** One line that the coastline classes are an illustration; always shown. */
export function IllustrationNotice(): JSX.Element {
  const { t } = useI18n();
  return (
    <p class="notice">
      <Icon name="info" />
      <span>{t('illustration')}</span>
    </p>
  );
}
