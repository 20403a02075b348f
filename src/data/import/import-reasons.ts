import { lengthInWords, type ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { crsKind } from './crs/crs-definition.ts';
import type { ImportedDataset } from './import-dataset.ts';
import { allIssues } from './import-report.ts';
import { lineLength } from './imported-feature.ts';
import type { ImportIssue } from './raw-dataset.ts';

/** What the user's word about the system has settled. */
const SETTLED_BY_WORD = ['crs-missing', 'crs-undeclared', 'crs-shifted', 'zone-contradicts'];

/** Findings about attributes or drawings that no coast and no zone is made of. */
const WITHOUT_FIGURE = ['overlay-left-out', 'statement-incomplete', 'statement-without-surveyed'];

/**
 * Why figures based on a dataset of the user are provisional: what was left out, and every finding that may make a
 * figure differ from what is meant. One reason a code, with its metres of coast where they are known.
 * @param isNamed whether the user has named the system, rather than accepted the proposed one
 */
export function importReasons(
  dataset: ImportedDataset,
  { role, isNamed }: { readonly role: OwnDataRole; readonly isNamed: boolean },
): readonly ProvisionalReason[] {
  const byCode = new Map<string, ImportIssue[]>();
  for (const issue of allIssues(dataset)) {
    if (!isDoubt(issue, { role, isNamed })) continue;
    const group = byCode.get(issue.code);
    if (group === undefined) byCode.set(issue.code, [issue]);
    else group.push(issue);
  }
  return [...byCode].map(([code, issues]) => reasonOf(code, issues, dataset));
}

function isDoubt(
  { code, severity }: ImportIssue,
  { role, isNamed }: { readonly role: OwnDataRole; readonly isNamed: boolean },
): boolean {
  if (severity === 'note' || WITHOUT_FIGURE.includes(code)) return false;
  // The area of a zone is in no ratio, but its border is.
  if (code === 'length-differs' && role !== 'coastline') return false;
  return !(isNamed && SETTLED_BY_WORD.includes(code));
}

function reasonOf(
  code: string,
  issues: readonly ImportIssue[],
  { raw, features }: ImportedDataset,
): ProvisionalReason {
  const [first] = issues;
  const rows = new Set(issues.flatMap(({ row }) => row ?? []));
  const lengthM = features
    .filter(({ row }) => rows.has(row))
    .reduce((sum, { geometry }) => sum + lineLength(geometry), 0);
  const isLost = raw.setAside.some((issue) => issue === first);
  const { zh = '', en = '' } = first?.message ?? {};
  return {
    code,
    message: {
      zh: `${zh}${more(issues.length - 1, 'zh')}${measured(lengthM, isLost, 'zh')}`,
      en: `${en}${more(issues.length - 1, 'en')}${measured(lengthM, isLost, 'en')}`,
    },
    file: raw.file,
    line: first?.row ?? 1,
    column: 1,
  };
}

function more(count: number, language: keyof Bilingual): string {
  if (count === 0) return '';
  return { zh: `同类问题另有 ${count} 处。`, en: ` There are ${count} more like it.` }[language];
}

function measured(lengthM: number, isLost: boolean, language: keyof Bilingual): string {
  if (isLost) return { zh: '长度不明，不在数字之内。', en: ' How long is not known.' }[language];
  if (lengthM === 0) return '';
  const length = lengthInWords(lengthM, language);
  return { zh: `涉及岸线 ${length}。`, en: ` It concerns ${length} of coast.` }[language];
}

/** Whether a dataset was corrected from a shifted system, so that it stays out of figures unless insisted upon. */
export function isCorrected({ crs: { reading } }: Pick<ImportedDataset, 'crs'>): boolean {
  return reading !== undefined && crsKind(reading.code) === 'shifted';
}
