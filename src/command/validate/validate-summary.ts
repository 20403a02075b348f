import type { Language } from '../../domain/bilingual.ts';
import type { IssueSeverity } from '../../domain/issue.ts';

/** The number of issues of each severity. */
export type Counts = Record<IssueSeverity, number>;

/** Returns one line with what was checked and found, followed by the files that could not be read. */
export function validateSummary(
  counts: Counts,
  {
    files,
    features,
    unreadable,
  }: {
    readonly files: number;
    readonly features: number;
    readonly unreadable: readonly string[];
  },
  language: Language,
): string {
  const { error, warning, note } = counts;
  const names = unreadable.join(', ');
  if (language === 'zh') {
    const missed = names === '' ? '' : `；无法读取：${names}`;
    return `validate: ${files} 个文件，${features} 个要素：${error} 个错误，${warning} 个警告，${note} 个提示${missed}\n`;
  }
  const checked = `${many(files, 'file')}, ${many(features, 'feature')}`;
  const found = [many(error, 'error'), many(warning, 'warning'), many(note, 'note')].join(', ');
  return `validate: ${checked}: ${found}${names === '' ? '' : `; could not be read: ${names}`}\n`;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
