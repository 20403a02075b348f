import type { CoastStatus } from '../../domain/coast-status.ts';
import { statedInWords } from '../../domain/stated-in-words.ts';
import type { I18n } from '../i18n.tsx';

type Words = Pick<I18n, 't' | 'language'>;

/** What goes with every figure of a coast: that it is an illustration, or whose word it is; undefined if surveyed. */
export function coastNoticeText(status: CoastStatus, { t, language }: Words): string | undefined {
  return status.kind === 'illustration' ? t('illustration') : statedInWords(status)?.[language];
}
