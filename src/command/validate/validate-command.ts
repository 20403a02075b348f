import { resolve } from 'node:path';
import { DEFAULT_RULE } from '../../data/audit/audit-rule.ts';
import { isDatumSettled } from '../../data/datum/settled-datum.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { datumIssues, type FileToCompare } from '../datum/datum-issues.ts';
import { datumReferences, type PlanReference } from '../datum/datum-references.ts';
import { givenFile, type NamedFile } from '../files/geodata-files.ts';
import { planFiles } from '../files/geodata-listing.ts';
import { exists, type PlanContext, type PlanOf, planReader } from '../files/plan-context.ts';
import { fileKind } from '../import/file-kind.ts';
import {
  IMPORT_OPTIONS,
  IMPORT_USAGE,
  type OwnDataChoices,
  readOwnDataChoices,
} from '../import/import-choices.ts';
import type { CheckedFile } from '../issues/checked-file.ts';
import {
  errorIssue,
  featureName,
  issueText,
  type LocatedIssue,
  ownMessage,
} from '../issues/located-issue.ts';
import { openCommand } from '../terminal/open-command.ts';
import type { Options } from '../terminal/options.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { checkTogether } from './check-together.ts';
import { validateFile } from './validate-file.ts';
import { validateOwn } from './validate-own.ts';
import { type Counts, validateSummary } from './validate-summary.ts';

const OPTIONS = {
  values: { format: ['text', 'json'], lang: ['zh', 'en'], ...IMPORT_OPTIONS.values },
  flags: ['help', 'h', ...IMPORT_OPTIONS.flags],
  takesFiles: true,
};

/**
 * Checks GeoJSON files and the plan's own files. The exit code is 1 when there are errors, including a file
 * that cannot be read; 0 when there are only warnings and notes; 2 when the call is wrong or no file could
 * be read.
 */
export async function validateCommand(terminal: Terminal): Promise<number> {
  const opened = openCommand(terminal, { name: 'validate', options: OPTIONS, usage: USAGE });
  if (!opened.ok) return opened.error;
  const { values, language } = opened.value;
  const { directory, print, warn } = terminal;
  const choices = await readOwnDataChoices(opened.value, directory);
  if (!choices.ok) {
    warn(`validate: ${choices.error[language]}\n`);
    return 2;
  }
  const printer =
    values.get('format') === 'json' ? jsonPrinter(print, language) : textPrinter(print, language);
  const planOf = planReader();
  const { plan, own } = await chosenFiles(opened.value, choices.value, directory);
  const ofPlan = await checkEach({ files: plan, planOf }, printer);
  const ofOwn = await validateOwn(own, choices.value, { directory, planOf });
  printer.add([...ofOwn.issues, ...ofOwn.checked.flatMap(({ issues }) => issues)]);
  const checked = [...ofPlan.checked, ...ofOwn.checked];
  const unreadable = [...ofPlan.unreadable, ...ofOwn.unreadable];
  printer.add(checkTogether(checked, DEFAULT_RULE));
  const unsettled = checked.filter(
    ({ issues }) => !isDatumSettled(issues.map(({ issue }) => issue)),
  );
  const references = new Map<PlanContext, readonly PlanReference[]>();
  for (const file of unsettled) {
    const plan = await planOf(file.named);
    const known = references.get(plan) ?? (await datumReferences(plan, directory));
    references.set(plan, known);
    printer.add(await datumIssues(datumQuestion(file), known));
  }
  const counts = printer.end();
  const features = checked.reduce((sum, { read }) => sum + read, 0);
  warn(validateSummary(counts, { files: checked.length, features, unreadable }, language));
  if (checked.length === 0 && unreadable.length > 0) return 2;
  return counts.error > 0 ? 1 : 0;
}

function datumQuestion(file: CheckedFile): FileToCompare {
  const { named, geometries, content } = file;
  const segments = content?.role === 'coastline' ? content.segments : [];
  return { named, geometries, segments, placing: async () => file };
}

/**
 * The files of a call: those of a plan's schema, and the names of people's own; the embedded data without any. A folder
 * with a catalogue stands for its plan.
 */
async function chosenFiles(
  { files }: Options,
  choices: OwnDataChoices,
  directory: string,
): Promise<{ readonly plan: readonly NamedFile[]; readonly own: readonly string[] }> {
  if (files.length === 0) return { plan: await planFiles(directory), own: [] };
  const plan: NamedFile[] = [];
  const own: string[] = [];
  for (const name of files) {
    const named = givenFile(name, directory);
    if (await exists(resolve(named.path, 'catalogue.json')))
      plan.push(...(await planFiles(directory, named.path)));
    else if ((await fileKind(named, choices)) === 'plan') plan.push(named);
    else own.push(name);
  }
  return { plan, own };
}

/** Checks the files in turn and prints as it goes, so that a long run shows its findings early. */
async function checkEach(
  { files, planOf }: { readonly files: readonly NamedFile[]; readonly planOf: PlanOf },
  printer: Printer,
): Promise<{ readonly checked: readonly CheckedFile[]; readonly unreadable: readonly string[] }> {
  const checked: CheckedFile[] = [];
  const unreadable: string[] = [];
  for (const file of files) {
    const result = await validateFile(file, await planOf(file));
    if (result.ok) {
      printer.add(result.value.issues);
      checked.push(result.value);
    } else {
      unreadable.push(file.name);
      printer.add([errorIssue(result.error, result.error.kind)]);
    }
  }
  return { checked, unreadable };
}

type Printer = {
  readonly add: (issues: readonly LocatedIssue[]) => void;
  readonly end: () => Counts;
};

function textPrinter(print: (text: string) => void, language: Language): Printer {
  const counts: Counts = { error: 0, warning: 0, note: 0 };
  return {
    add: (issues) => {
      for (const { issue } of issues) counts[issue.severity] += 1;
      if (issues.length > 0) print(issues.map((placed) => issueText(placed, language)).join(''));
    },
    end: () => counts,
  };
}

function jsonPrinter(print: (text: string) => void, language: Language): Printer {
  const counts: Counts = { error: 0, warning: 0, note: 0 };
  let separator = '[\n';
  return {
    add: (issues) => {
      for (const placed of issues) {
        counts[placed.issue.severity] += 1;
        print(`${separator}${JSON.stringify(issueReport(placed, language))}`);
        separator = ',\n';
      }
    },
    end: () => {
      print(separator === '[\n' ? '[]\n' : '\n]\n');
      return counts;
    },
  };
}

/** One issue as printed with `--format json`. */
function issueReport({ issue, file, line, column }: LocatedIssue, language: Language) {
  return {
    file,
    line,
    column,
    code: issue.code,
    feature: featureName(issue),
    featureId: issue.featureId ?? null,
    message: ownMessage(issue, language),
    cure: issue.cure?.[language] ?? null,
    severity: issue.severity,
    kind: issue.kind,
    path: issue.path,
  };
}

const USAGE: Bilingual = {
  zh: `用法：npm run --silent validate -- [文件…] [选项]

  文件            GeoJSON、catalogue.json、audit.json、整个规划的文件夹，或 import 能读的任何文件；默认检查全部内置数据
  --format 格式   text（默认）或 json
  --lang 语言     zh 或 en；默认按系统语言
  --help          显示本说明

其他格式的文件（SHP、GDB、GPKG、KML、TXT、表格等）另有：
${IMPORT_USAGE.zh}

岸线与区段同时给出时，一并检查重叠、缺口和区段之外的岸线。
有错误（包括个别文件无法读取）时退出码为 1；只有警告或提示时为 0；用法有误或没有一个文件可读时为 2。
`,
  en: `Usage: npm run --silent validate -- [files…] [options]

  files           GeoJSON, catalogue.json, audit.json, the folder of a plan, or whatever import reads; default: all embedded data
  --format W      text (default) or json
  --lang W        zh or en; default: the locale's
  --help          this text

For files of other kinds (SHP, GDB, GPKG, KML, TXT, tables …), where a row stands for a line:
${IMPORT_USAGE.en}

Coastline and zones given together are also checked for overlaps, gaps and coast outside all zones.
Exit 1 on errors, a file that cannot be read among them; 0 when there are only warnings or notes; 2 when
the call is wrong or no file could be read at all.
`,
};
