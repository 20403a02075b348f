import type { JSX } from 'preact';
import { IllustrationNotice } from '../controls/illustration-notice.tsx';
import { useI18n } from '../i18n.tsx';

/** What an embedded map is called, what its coast is worth, and the way to the whole of it. */
export function EmbedBar({
  title,
  isSurveyed,
  fullView,
}: {
  readonly title: string;
  readonly isSurveyed: boolean;
  /** Address of the same view with everything around it. */
  readonly fullView: string;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="embed-bar" data-covers="band">
      <div class="embed-bar__head">
        <h1>{title}</h1>
        <a href={fullView} target="_blank" rel="noopener">
          {t('openFullView')}
        </a>
      </div>
      {!isSurveyed && <IllustrationNotice />}
    </div>
  );
}
