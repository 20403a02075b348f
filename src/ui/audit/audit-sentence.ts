import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import {
  type Provenance,
  provenanceNotes,
  versionsInWords,
} from '../../domain/audit/provenance.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import { coastNoticeText } from '../controls/coast-notice-text.ts';
import { formatBand, formatLength, formatRatio, formatTarget } from '../format.ts';
import type { I18n } from '../i18n.tsx';
import { verdictName } from './verdict.tsx';

/** The files of a figure for small print: names inside `geodata` and the start of each SHA-256. */
export function versionsText(
  { read, made }: Pick<Provenance, 'read' | 'made'>,
  { language }: Pick<I18n, 'language'>,
): string {
  const short = read.map((version) => ({
    ...version,
    file: version.file.replace(/^.*geodata\//, ''),
  }));
  return versionsInWords({ read: short, made }, { hash: ' ', separator: ' · ' })[language];
}

/** The most changed stretches that small print and a sentence name; the others are counted. */
const MOST_NAMED = 3;
const MOST_IN_SENTENCE = 12;

/** What differs from the data and their rule, and what is provisional, for small print: short sentences. */
export function provenanceLines(
  provenance: Provenance,
  { language }: Pick<I18n, 'language'>,
): readonly string[] {
  return provenanceNotes(provenance, { most: MOST_NAMED }).map((note) => note[language]);
}

/** The headline as a sentence to sign: figure, band, method, what differs, data versions and date. */
export function auditSentence({
  answer,
  provenance,
  date,
  coastStatus,
  words,
}: {
  readonly answer: AuditAnswer;
  readonly provenance: Provenance;
  /** Day, as ISO 8601. */
  readonly date: string;
  readonly coastStatus: CoastStatus;
  readonly words: I18n;
}): string {
  const { t, language } = words;
  const { audit, settings } = answer;
  const { ratio, band, target, naturalM, restoredM, totalM } = audit.overall;
  const { low, high } = formatBand(band, target, language);
  const notes = provenanceNotes(provenance, { most: MOST_IN_SENTENCE }).map(
    (note) => note[language],
  );
  const gap = language === 'zh' ? '' : ' ';
  return t('sentence', {
    ratio: ratio === undefined ? '–' : formatRatio(ratio, target, language),
    low: low || '–',
    high: high || '–',
    target: formatTarget(target, language, 1),
    verdict: verdictName(audit.overall, words),
    realm: t(`realm_${settings.realm}`),
    numerator: t(`numerator_${settings.numerator}`),
    kept: formatLength(naturalM + restoredM, language, 2),
    total: formatLength(totalM, language, 2),
    versions: versionsInWords(provenance)[language],
    date,
    illustration: [...notes, coastNoticeText(coastStatus, words) ?? []]
      .flat()
      .map((sentence) => `${gap}${sentence}`)
      .join(''),
  });
}
