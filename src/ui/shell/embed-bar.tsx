import type { JSX } from 'preact';
import type { CoastStatus } from '../../domain/coast-status.ts';
import { CoastNotice } from '../controls/coast-notice.tsx';
import { useI18n } from '../i18n.tsx';

/** Title and ratio of an embedded map, with a link to the full page. */
export function EmbedBar({
  title,
  coastStatus,
  fullView,
}: {
  readonly title: string;
  readonly coastStatus: CoastStatus;
  /** Address of the same view on the full page. */
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
      <CoastNotice status={coastStatus} />
    </div>
  );
}
