import type { AuditReport } from '../../data/audit/audit-report.ts';
import type { Counting } from '../../domain/audit/audit.ts';
import {
  type Provenance,
  provenanceNotes,
  versionsInWords,
} from '../../domain/audit/provenance.ts';
import type { Language } from '../../domain/bilingual.ts';
import { COASTLINE_CLASSES } from '../../domain/coastline.ts';
import { oneLine } from '../issues/located-issue.ts';
import { formatMetres, NONE, percent } from './format-figures.ts';
import { CLASS_LABELS, REALM_LABELS, VERDICT_LABELS } from './labels.ts';

/**
 * Returns the headline as a sentence to copy: figure, band, rule, method, data versions, date, and what the
 * figure's provenance has to say.
 */
export function reportSentence(
  report: AuditReport,
  provenance: Provenance,
  { language, today }: { readonly language: Language; readonly today: string },
): string {
  const { overall, target, notice } = report;
  const { naturalM, restoredM, totalM, band } = overall;
  const share = (value: number | null): string => percent(value, target);
  const ratio = share(overall.ratio);
  const limits =
    band.low === null || band.high === null ? NONE : `${share(band.low)}–${share(band.high)}`;
  const verdict = VERDICT_LABELS[overall.verdict][language];
  const realm = REALM_LABELS[report.realm][language];
  const goal = percent(target, undefined);
  const kept = `${formatMetres(naturalM)} m + ${formatMetres(restoredM)} m`;
  const read = report.data.map(({ role, sha256 }) => ({ file: role, sha256 }));
  const versions = versionsInWords({ ...provenance, read }, { hash: ' ' })[language];
  const counted = (how: Counting): string => classesCounted(report, how, language);
  const gap = language === 'zh' ? '' : ' ';
  const notes = provenanceNotes(provenance).map((note) => `${gap}${oneLine(note[language])}`);
  return language === 'zh'
    ? `${today}：${realm}自然岸线保有率 ${ratio}（区间 ${limits}，目标 ${goal}：${verdict}），自然 + 修复 ${kept}，总长 ${formatMetres(totalM)} m。计为自然：${counted('natural')}；计为修复：${counted('restored')}；仅计入总长：${counted('total-only')}；不计：${counted('excluded')}。在区段边界处切分，按 CGCS2000 椭球面大地线量算。数据 SHA-256：${versions}。${notes.join('')}${notice?.zh ?? ''}`
    : `${today}: natural coastline ratio ${ratio} (band ${limits}, target ${goal}: ${verdict}) of the ${realm}, natural + restored ${kept} of ${formatMetres(totalM)} m. Natural: ${counted('natural')}; restored: ${counted('restored')}; in the total only: ${counted('total-only')}; not counted: ${counted('excluded')}. Cut at zone boundaries, measured along geodesics of the CGCS2000 ellipsoid. Data, SHA-256: ${versions}.${notes.join('')}${notice === null ? '' : ` ${notice.en}`}`;
}

function classesCounted({ rule }: AuditReport, how: Counting, language: Language): string {
  const names = COASTLINE_CLASSES.filter((name) => rule.counting[name] === how);
  const separator = { zh: '、', en: ', ' }[language];
  return names.map((name) => CLASS_LABELS[name][language]).join(separator) || NONE;
}
