import type { RatioOfYear } from '../../domain/versions/ratio-series.ts';
import { formatLength } from '../format.ts';
import type { I18n } from '../i18n.tsx';
import { differingSettings } from './version-change-words.ts';

/** What has to be said beside the ratio of a surveyed year: its version, and how far the figures can be trusted. */
export function seriesNotes(
  { name, figures, replacedBy }: RatioOfYear,
  before: RatioOfYear | undefined,
  words: I18n,
): readonly string[] {
  const { t, language } = words;
  const what =
    before === undefined ? '' : differingSettings(before.figures.settings, figures.settings, words);
  return [
    name,
    ...(replacedBy === undefined ? [] : [t('seriesReplaced')]),
    ...(figures.isProvisional ? [t('seriesProvisional')] : []),
    ...(figures.isIllustration ? [t('versionIllustration')] : []),
    ...(figures.unclassifiedM > 0
      ? [t('seriesUnclassified', { length: formatLength(figures.unclassifiedM, language) })]
      : []),
    ...(what === '' ? [] : [t('seriesSettings', { what })]),
  ];
}
