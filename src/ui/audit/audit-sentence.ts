import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { coverageReasons } from '../../domain/audit/provisional-reason.ts';
import { formatBand, formatLength, formatRatio, formatTarget } from '../format.ts';
import type { I18n } from '../i18n.tsx';

/** A dataset behind a figure, by name and SHA-256. */
export type DataVersion = { readonly file: string; readonly sha256: string };

/** Digits of a SHA-256 that tell one version of a file from another in print. */
const HASH_DIGITS = 12;

/** Data versions for small print: file names inside `geodata` and the start of each SHA-256. */
export function versionsText(versions: readonly DataVersion[]): string {
  return versions
    .map(
      ({ file, sha256 }) => `${file.replace(/^.*geodata\//, '')} ${sha256.slice(0, HASH_DIGITS)}`,
    )
    .join(' · ');
}

/** The headline as a sentence to sign: figure, band, method, data versions and date. */
export function auditSentence({
  answer,
  versions,
  date,
  isSurveyed,
  words,
}: {
  readonly answer: AuditAnswer;
  readonly versions: readonly DataVersion[];
  /** Day, as ISO 8601. */
  readonly date: string;
  readonly isSurveyed: boolean;
  readonly words: I18n;
}): string {
  const { t, language } = words;
  const { audit, settings } = answer;
  const { ratio, band, target, verdict, naturalM, restoredM, totalM } = audit.overall;
  const { low, high } = formatBand(band, target, language);
  return t('sentence', {
    ratio: ratio === undefined ? '–' : formatRatio(ratio, target, language),
    low: low || '–',
    high: high || '–',
    target: formatTarget(target, language, 1),
    verdict: t(`verdictName_${verdict}`),
    realm: t(`realm_${settings.realm}`),
    numerator: t(`numerator_${settings.numerator}`),
    kept: formatLength(naturalM + restoredM, language, 2),
    total: formatLength(totalM, language, 2),
    versions: versions
      .map(({ file, sha256 }) => `${file} SHA-256 ${sha256.slice(0, HASH_DIGITS)}`)
      .join(', '),
    date,
    illustration: `${provisionalPart(answer, words)}${isSurveyed ? '' : ` ${t('illustration')}`}`,
  });
}

/** Why the figure is provisional, as sentences after it; nothing once it is final. */
function provisionalPart({ audit, reasons = [] }: AuditAnswer, { t, language }: I18n): string {
  const all = [...coverageReasons(audit.coverage), ...reasons];
  const faults = all.map(({ message }) => message[language]).join(language === 'zh' ? '' : ' ');
  return all.length === 0 ? '' : ` ${t('coverageProvisional', { faults })}`;
}
