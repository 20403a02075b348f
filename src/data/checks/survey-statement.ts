import type { Bilingual } from '../../domain/bilingual.ts';
import type { Issue } from '../../domain/issue.ts';
import { getOwn, isRecord, type JsonRecord } from '../record.ts';

/** What keeps a coastline file from counting as surveyed, though it says something of a survey. */
export type StatementFault = {
  readonly code: 'statement-incomplete' | 'statement-without-surveyed';
  /** From the file's root. */
  readonly path: readonly (string | number)[];
  readonly message: Bilingual;
  readonly cure: Bilingual;
};

/** The parts of a statement, in the words of the user. */
const PARTS = [
  ['survey', { zh: '调查项目', en: 'survey' }],
  ['date', { zh: '日期', en: 'date' }],
  ['unit', { zh: '单位', en: 'unit that made it' }],
  ['waterLevel', { zh: '潮位基准', en: 'water level' }],
] as const;

/**
 * Faults of the members `surveyed` and `statement` of a coastline file: a statement without all of its parts, or one
 * beside which the file does not call itself surveyed. The coast then stays an illustration.
 */
export function statementFaults(members: JsonRecord): readonly StatementFault[] {
  const given = getOwn(members, 'statement') ?? undefined;
  if (given === undefined) return [];
  const isList = Array.isArray(given);
  const listed: readonly unknown[] = isList ? given : [given];
  const path = (index: number) => (isList ? ['statement', index] : ['statement']);
  const incomplete =
    listed.length === 0
      ? [incompleteAt(['statement'], PARTS)]
      : listed.flatMap((statement, index) => {
          const missing = PARTS.filter(([name]) => !hasText(statement, name));
          return missing.length === 0 ? [] : [incompleteAt(path(index), missing)];
        });
  return getOwn(members, 'surveyed') === true ? incomplete : [...incomplete, WITHOUT_SURVEYED];
}

function hasText(statement: unknown, name: string): boolean {
  const value = isRecord(statement) ? getOwn(statement, name) : undefined;
  return typeof value === 'string' && value.trim() !== '';
}

function incompleteAt(
  path: readonly (string | number)[],
  missing: readonly (typeof PARTS)[number][],
): StatementFault {
  const names = (language: keyof Bilingual, separator: string): string =>
    missing.map(([name, words]) => `${words[language]} (${name})`).join(separator);
  return {
    code: 'statement-incomplete',
    path,
    message: {
      zh: `调查说明缺少：${names('zh', '、')}；岸线仍按示意处理。`,
      en: `the statement of the survey lacks ${names('en', ', ')}; the coast stays an illustration.`,
    },
    cure: {
      zh: '在 statement 中补上 survey、date、unit、waterLevel 四项文字，缺一不可。',
      en: 'Give survey, date, unit and waterLevel in statement, each as text.',
    },
  };
}

const WITHOUT_SURVEYED: StatementFault = {
  code: 'statement-without-surveyed',
  path: ['statement'],
  message: {
    zh: '有调查说明，但文件没有写 "surveyed": true；岸线仍按示意处理。',
    en: 'there is a statement of a survey, but the file does not say "surveyed": true; the coast stays an illustration.',
  },
  cure: {
    zh: '若为实测，在文件顶层加上 "surveyed": true。',
    en: 'If it was surveyed, add "surveyed": true beside the statement.',
  },
};

/** A `surveyed` that is neither true nor false: readers take it as false, whatever was meant by it. */
export function surveyedIssues(value: unknown, dataset: string): readonly Issue[] {
  const surveyed = isRecord(value) ? (getOwn(value, 'surveyed') ?? undefined) : undefined;
  if (surveyed === undefined || typeof surveyed === 'boolean') return [];
  const found = JSON.stringify(surveyed).slice(0, 40);
  return [
    {
      severity: 'warning',
      code: 'surveyed-not-boolean',
      kind: 'logical-consistency',
      dataset,
      path: ['surveyed'],
      message: {
        zh: `surveyed 的值为 ${found}，不是 true 或 false；岸线按示意处理。`,
        en: `surveyed is ${found}, neither true nor false; the coast stays an illustration.`,
      },
      cure: {
        zh: '实测岸线写 true（不加引号），否则写 false 或删去。',
        en: 'Write true, without quotation marks, for a surveyed coast; else false, or leave it out.',
      },
    },
  ];
}
