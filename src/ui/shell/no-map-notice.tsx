import type { JSX } from 'preact';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';

/** Says that the map cannot be drawn here, or no longer, and that everything else works. */
export function NoMapNotice({ isLost }: { readonly isLost: boolean }): JSX.Element {
  const { t } = useI18n();
  return (
    <section class="failure failure--map" role="alert">
      <h2>
        <Icon name="alert" /> {t(isLost ? 'mapLostTitle' : 'noWebGlTitle')}
      </h2>
      <p>{t(isLost ? 'mapLost' : 'noWebGl')}</p>
      {isLost && (
        <button type="button" class="text-button" onClick={() => location.reload()}>
          {t('reload')}
        </button>
      )}
    </section>
  );
}
