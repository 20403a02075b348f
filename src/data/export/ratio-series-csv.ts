import type { RatioOfYear } from '../../domain/versions/ratio-series.ts';
import { csvText } from '../csv-text.ts';

/** Returns the surveyed years of a coast as CSV: a row each with ids and codes of the data, lengths in metres. */
export function ratioSeriesCsv(series: readonly RatioOfYear[]): string {
  return csvText([
    [
      ...['survey_year', 'version_id', 'version', 'saved_at', 'ratio', 'counted_m', 'total_m'],
      ...['unclassified_m', 'target', 'realm', 'numerator', 'estuary', 'tolerance_m'],
      ...['provisional', 'illustration', 'replaced_by'],
    ],
    ...series.map(({ id, name, year, savedAt, figures, countedM, totalM, replacedBy }) => {
      const { ratio, unclassifiedM, settings, isProvisional, isIllustration } = figures;
      const { target, realm, numerator, estuary, toleranceM } = settings;
      return [
        ...[year, id, name, savedAt, ratio ?? '', countedM, totalM, unclassifiedM],
        ...[target, realm, numerator, estuary, toleranceM],
        ...[String(isProvisional), String(isIllustration), replacedBy ?? ''],
      ];
    }),
  ]);
}
