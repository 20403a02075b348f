import type { CoastStatus } from '../../domain/coast-status.ts';
import { statedInWords } from '../../domain/stated-in-words.ts';
import type { I18n } from '../i18n.tsx';

type Words = Pick<I18n, 't' | 'language'>;

/**
 * What goes with every figure of a coast: that it is an illustration, with what the plan's rule says of such figures, or
 * whose word it is; undefined if surveyed.
 */
export function coastNoticeText(status: CoastStatus, { t, language }: Words): string | undefined {
  if (status.kind !== 'illustration') return statedInWords(status)?.[language];
  const { notice } = status;
  if (notice === undefined) return t('illustration');
  return `${t('illustration')}${language === 'zh' ? '' : ' '}${notice[language]}`;
}
