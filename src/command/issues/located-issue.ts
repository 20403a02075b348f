import type { JsonPlaces } from '../../data/checks/json-places.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { Issue, IssueSeverity } from '../../domain/issue.ts';
import type { LoadError } from '../../domain/load-error.ts';

/** An issue with its place in the file: one-based line and column. */
export type LocatedIssue = {
  readonly issue: Issue;
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/** Finds the place of each issue in the text it is about. */
export function locateIssues(
  issues: readonly Issue[],
  file: string,
  places: JsonPlaces,
): readonly LocatedIssue[] {
  return issues.map((issue) => ({
    issue,
    file,
    ...(issue.place ?? places.placeOf(issue.path)),
  }));
}

/** `file:line:column`, so that an editor or a terminal can jump there. */
function placeText({ file, line, column }: Pick<LocatedIssue, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}

/** How an issue names its feature: its id, else its number in the file, else a dash for the file. */
export function featureName({ featureId, featureIndex }: Issue): string {
  if (featureId !== undefined) return oneLine(featureId);
  return featureIndex === undefined ? '-' : `#${featureIndex + 1}`;
}

/** `file:line:column  code  feature-id  message`, and the cure on a line below. */
export function issueText(placed: LocatedIssue, language: Language): string {
  const { issue } = placed;
  const cure =
    issue.cure === undefined ? '' : `    ${arrow(language)}${oneLine(issue.cure[language])}\n`;
  const message = `${SEVERITY[issue.severity][language]}${oneLine(ownMessage(issue, language))}`;
  return `${placeText(placed)}  ${issue.code}  ${featureName(issue)}  ${message}\n${cure}`;
}

/** An error needs no word: the line itself says so. */
const SEVERITY: Readonly<Record<IssueSeverity, Bilingual>> = {
  error: { zh: '', en: '' },
  warning: { zh: '警告：', en: 'warning: ' },
  note: { zh: '提示：', en: 'note: ' },
};

/** The message without the feature's name in front of it, where that stands in a column of its own. */
export function ownMessage(
  { featureId, featureIndex, message }: Issue,
  language: Language,
): string {
  const name = featureId ?? `#${(featureIndex ?? 0) + 1}`;
  const prefix = { zh: `“${name}”：`, en: `'${name}': ` }[language];
  const text = message[language];
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** A file that could not be read, told like an issue. */
export function loadErrorText(
  { file, line, column, message, cure }: LoadError,
  language: Language,
): string {
  const at = line === undefined || column === undefined ? file : placeText({ file, line, column });
  return `${at}  ${withoutPlace(message[language], file)}\n    ${arrow(language)}${cure[language]}\n`;
}

/** Readers name file and place in words as well; in front of the line they are said already. */
export function withoutPlace(message: string, file: string): string {
  const text = message.startsWith(file) ? message.slice(file.length) : message;
  return oneLine(
    text
      .replace(/^ (第 \d+ 行第 \d+ 列|line \d+ column \d+)/, '')
      .replace(/^[:：]\s*/, '')
      .trimStart(),
  );
}

/** What kept a whole file from being used, as a finding of that file. */
export function errorIssue(
  { file, line = 1, column = 1, message, cure }: LoadError,
  code: string,
): LocatedIssue {
  const issue: Issue = {
    code,
    kind: 'logical-consistency',
    severity: 'error',
    dataset: file,
    path: [],
    message: { zh: withoutPlace(message.zh, file), en: withoutPlace(message.en, file) },
    cure,
  };
  return { issue, file, line, column };
}

function arrow(language: Language): string {
  return { zh: '处理：', en: 'cure: ' }[language];
}

/** Data may hold line breaks and control characters; a diagnostic keeps to its line and its terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, '\uFFFD');
}
