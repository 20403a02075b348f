import type { Bilingual } from './bilingual.ts';
import type { CoastStatus, SurveyStatement } from './coast-status.ts';

/** The sentence beside figures of a coast that its importer calls surveyed; undefined for any other coast. */
export function statedInWords(status: CoastStatus): Bilingual | undefined {
  if (status.kind !== 'stated') return undefined;
  const list = (comma: string, semicolon: string): string =>
    statementsOf(status)
      .map((statement) => partsOf(statement).join(comma))
      .join(semicolon);
  return {
    zh: `岸线由导入者声明：${list('，', '；')}。`,
    en: `Coastline as stated by the importer: ${list(', ', '; ')}.`,
  };
}

/** What is stated of a coast, each statement once; nothing for a coast of which none is. */
export function statementsOf(status: CoastStatus): readonly SurveyStatement[] {
  if (status.kind !== 'stated') return [];
  return [
    ...new Map(status.statements.map((each) => [partsOf(each).join('\n'), each] as const)).values(),
  ];
}

/** The four parts in one line each: they are the user's words. */
function partsOf({ survey, date, unit, waterLevel }: SurveyStatement): readonly string[] {
  return [survey, date, unit, waterLevel].map((part) => part.replace(/\s+/g, ' ').trim());
}
