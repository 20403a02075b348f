import type { MapStanding } from '../domain/dataset.ts';
import type { I18n } from './i18n.tsx';

/**
 * What a map must say of itself beside its credits: the plan's own notice or, without one, that it is not
 * surveyed; and its review number, or that it has none.
 */
export function mapNotice(
  { coastStatus, reviewNumber, notice }: MapStanding,
  { t, pick, language }: I18n,
): string {
  const own = notice && pick(notice);
  const isSurveyed = coastStatus.kind !== 'illustration';
  if (reviewNumber === undefined) return own ?? t(isSurveyed ? 'notReviewed' : 'notSurveyed');
  const number = t('reviewed', { number: reviewNumber });
  const before = own ?? (isSurveyed ? undefined : t('illustration'));
  return before === undefined ? number : `${before}${language === 'zh' ? '' : ' '}${number}`;
}
