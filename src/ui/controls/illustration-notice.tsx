import type { JSX } from 'preact';
import { useWords } from '../i18n.tsx';
import { Icon } from './icon.tsx';

/** One quiet line, always there, that the coastline classes are an illustration. */
export function IllustrationNotice(): JSX.Element {
  const { t } = useWords();
  return (
    <p class="notice">
      <Icon name="info" />
      <span>{t('illustration')}</span>
    </p>
  );
}
