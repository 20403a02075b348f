import type { JSX } from 'preact';
import type { KeptNotice } from '../../domain/file-origin.ts';
import { formatMoment } from '../format-date.ts';
import { type I18n, useI18n } from '../i18n.tsx';

/** As many file names as a sentence bears. */
const MOST_FILES = 2;

/** Says what the server answered instead of which files, and of when the copies are that are shown. */
export function KeptNotices({
  notices,
  onDismiss,
}: {
  readonly notices: readonly KeptNotice[];
  readonly onDismiss: () => void;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  return (
    <section class="offer" aria-label={t('keptNoticeTitle')}>
      <div role="status">
        {notices.map((notice) => (
          <p key={notice.reason}>{sentence(notice, words)}</p>
        ))}
      </div>
      <button type="button" class="text-button" onClick={onDismiss}>
        {t('keptNoticeDismiss')}
      </button>
    </section>
  );
}

function sentence({ reason, files, keptAt }: KeptNotice, { t, language }: I18n): string {
  const names = files.slice(0, MOST_FILES).join(language === 'zh' ? '、' : ', ');
  const more = files.length - MOST_FILES;
  const what = more > 0 ? t('keptFilesMore', { names, more }) : names;
  const space = language === 'zh' ? '' : ' ';
  const cure = reason === 'missing' ? space + t('keptMissingCure') : '';
  return (
    t('keptNotice', {
      why: t(`keptWhy_${reason}`, { files: what }),
      date: formatMoment(keptAt, language),
    }) + cure
  );
}
