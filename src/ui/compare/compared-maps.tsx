import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';
import { CompareLine, type CompareLineProps } from './compare-line.tsx';

/** Two compared maps before an audience: the line between them, and nothing to choose. */
export function ComparedMaps(props: CompareLineProps): JSX.Element {
  const { t } = useI18n();
  return (
    <section
      class={`compare compare--${props.isSideBySide ? 'beside' : 'swipe'}`}
      aria-label={t('compareTitleMap')}
      style={{ '--split': String(props.split) }}
    >
      <CompareLine {...props} />
    </section>
  );
}
