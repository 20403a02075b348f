import { type PlaceFinder, placeOfIssue } from '../../data/checks/json-places.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { Issue, IssueSeverity } from '../../domain/issue.ts';
import type { LoadError } from '../../domain/load-error.ts';

/** An issue with its place in the file; line and column start at 1. */
export type LocatedIssue = {
  readonly issue: Issue;
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/** Finds the line and column of each issue in the text of its file. */
export function locateIssues(
  issues: readonly Issue[],
  file: string,
  places: PlaceFinder,
): readonly LocatedIssue[] {
  return issues.map((issue) => ({ issue, file, ...placeOfIssue(issue, places) }));
}

/** `file:line:column`, a form that editors and terminals can jump to. */
function placeText({ file, line, column }: Pick<LocatedIssue, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}

/**
 * The name of an issue's feature: its id, otherwise its number in the file, otherwise a dash for the file.
 */
export function featureName({ featureId, featureIndex }: Issue): string {
  if (featureId !== undefined) return oneLine(featureId);
  return featureIndex === undefined ? '-' : `#${featureIndex + 1}`;
}

/** Returns `file:line:column  code  feature-id  message`, with the cure on a second line. */
export function issueText(placed: LocatedIssue, language: Language): string {
  const { issue } = placed;
  const cure =
    issue.cure === undefined ? '' : `    ${arrow(language)}${oneLine(issue.cure[language])}\n`;
  const message = `${SEVERITY[issue.severity][language]}${oneLine(ownMessage(issue, language))}`;
  return `${placeText(placed)}  ${issue.code}  ${featureName(issue)}  ${message}\n${cure}`;
}

/** Errors have no label: an unlabelled line is an error. */
const SEVERITY: Readonly<Record<IssueSeverity, Bilingual>> = {
  error: { zh: '', en: '' },
  warning: { zh: '警告：', en: 'warning: ' },
  note: { zh: '提示：', en: 'note: ' },
};

/** Returns the message without the leading feature name, for output that has a separate feature column. */
export function ownMessage(
  { featureId, featureIndex, message }: Issue,
  language: Language,
): string {
  const name = featureId ?? `#${(featureIndex ?? 0) + 1}`;
  const prefix = { zh: `“${name}”：`, en: `'${name}': ` }[language];
  const text = message[language];
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** Formats a file that could not be read like an issue. */
export function loadErrorText(
  { file, line, column, message, cure }: LoadError,
  language: Language,
): string {
  const at = line === undefined || column === undefined ? file : placeText({ file, line, column });
  return `${at}  ${withoutPlace(message[language], file)}\n    ${arrow(language)}${cure[language]}\n`;
}

/** Removes file and place from a reader's message, because they already precede the line. */
export function withoutPlace(message: string, file: string): string {
  const text = message.startsWith(file) ? message.slice(file.length) : message;
  return oneLine(
    text
      .replace(/^ (第 \d+ 行第 \d+ 列|line \d+ column \d+)/, '')
      .replace(/^[:：]\s*/, '')
      .trimStart(),
  );
}

/** Converts an error that made a whole file unusable into an issue of that file. */
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

/**
 * Replaces line breaks and control characters of the data, so that a diagnostic stays on one line and
 * cannot control the terminal.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, '\uFFFD');
}
