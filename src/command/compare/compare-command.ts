import { resolve } from 'node:path';
import { type AuditReport, auditReport } from '../../data/audit/audit-report.ts';
import { withCopies } from '../../data/checks/repeated-features.ts';
import { changeReport } from '../../data/coast-change/change-report.ts';
import { assumedNotes } from '../../domain/audit/assumed-notes.ts';
import { measureAudited } from '../../domain/audit/audit-coastline.ts';
import { auditMeasured } from '../../domain/audit/audit-measured.ts';
import { effectiveSettings } from '../../domain/audit/audit-settings.ts';
import { provenanceOf } from '../../domain/audit/provenance.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { MeasuredCoast } from '../../domain/coast/measured-coast.ts';
import { compareMeasured } from '../../domain/coast-change/compare-coasts.ts';
import {
  DEFAULT_TOLERANCE_M,
  LARGEST_TOLERANCE_M,
} from '../../domain/coast-change/match-tolerance.ts';
import { REALMS, type RealmChoice } from '../../domain/coastline.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { type AuditInputs, readInputs } from '../audit/audit-inputs.ts';
import { auditSources } from '../audit/audit-sources.ts';
import { coastlineDatum } from '../datum/audit-datum.ts';
import { givenFile } from '../files/geodata-files.ts';
import { exists, planIn, planReader } from '../files/plan-context.ts';
import { IMPORT_OPTIONS, IMPORT_USAGE, readOwnDataChoices } from '../import/import-choices.ts';
import { issueDigest } from '../issues/issue-digest.ts';
import { type LocatedIssue, loadErrorText, oneLine } from '../issues/located-issue.ts';
import { type OpenedCommand, openCommand } from '../terminal/open-command.ts';
import { type Terminal, usageFault } from '../terminal/terminal.ts';
import { changeText } from './change-text.ts';

const OPTIONS = {
  values: {
    before: [],
    after: [],
    zones: [],
    rule: [],
    plan: [],
    tolerance: [],
    format: ['text', 'json'],
    realm: [...REALMS, 'all'],
    lang: ['zh', 'en'],
    ...IMPORT_OPTIONS.values,
  },
  flags: ['json', 'set-aside', 'help', 'h', ...IMPORT_OPTIONS.flags],
  takesFiles: true,
};

type Side = 'before' | 'after';

/**
 * Compares two coastlines. Exits with 0 when both could be measured, whatever became of the coast, and with
 * 2 when one could not; a feature that cannot be used stops it, as it stops `audit`.
 */
export async function compareCommand(terminal: Terminal): Promise<number> {
  const opened = openCommand(terminal, { name: 'compare', options: OPTIONS, usage: USAGE });
  if (!opened.ok) return opened.error;
  const call = opened.value;
  const { language, values, flags } = call;
  const { print, warn } = terminal;
  const asked = whatToCompare(call);
  if (!asked.ok) {
    warn(usageFault('compare', asked.error, language));
    return 2;
  }
  const { toleranceM, names } = asked.value;
  const [before, after] = [
    await readCoast(call, names.before, terminal),
    await readCoast(call, names.after, terminal),
  ];
  for (const read of [before, after]) if (!read.ok) warn(read.error);
  if (!before.ok || !after.ok) return 2;
  // Both calls read the same zones and rule.
  const told = new Map(
    [...before.value.issues, ...after.value.issues].map((placed) => [
      [placed.file, placed.line, placed.column, placed.issue.code, placed.issue.message.en].join(),
      placed,
    ]),
  );
  warn(issueDigest([...told.values()], language));
  for (const side of ['before', 'after'] as const) {
    const { inputs, isOwn } = { before, after }[side].value;
    const isEmpty = inputs.segments.length === 0 && (inputs.unusable > 0 || isOwn);
    if (!isEmpty && (inputs.unusable === 0 || flags.has('set-aside'))) continue;
    warn(`compare: ${SIDES[side][language]}${(isEmpty ? NOTHING_USABLE : REFUSED)[language]}\n`);
    return 2;
  }
  const realm = realmOf(values.get('realm'));
  const { zones, rule, judged } = after.value.inputs;
  const scope = {
    ...{ counting: rule.counting, realm },
    judged: new Set(
      judged.flatMap(({ segmentId, before: was, after: is }) =>
        was?.class === is.class ? [] : [segmentId],
      ),
    ),
  };
  // Both calls have read the same zones and rule.
  const was = { ...before.value.inputs, zones, rule };
  const is = after.value.inputs;
  const measured = { before: measureAudited(was), after: measureAudited(is) };
  const change = compareMeasured(measured, {
    ...{ before: was.segments, after: is.segments },
    ...{ zones, rule, realm, toleranceM, judged: scope.judged },
  });
  const reports = {
    before: reportOf(measured.before, was, { realm, language }),
    after: reportOf(measured.after, is, { realm, language }),
  };
  const report = changeReport(change, reports, scope);
  const isJson = flags.has('json') || values.get('format') === 'json';
  print(isJson ? `${JSON.stringify(report, null, 2)}\n` : changeText(report, language));
  return 0;
}

/** The two coasts of a call, `undefined` for the plan's own, and the tolerance. */
function whatToCompare({ values, files }: OpenedCommand): Result<
  {
    readonly toleranceM: number;
    readonly names: Readonly<Record<Side, string | undefined>>;
  },
  Bilingual
> {
  const tolerance = values.get('tolerance');
  const toleranceM = tolerance === undefined ? DEFAULT_TOLERANCE_M : Number(tolerance);
  if (!(toleranceM > 0 && toleranceM <= LARGEST_TOLERANCE_M))
    return failed(badTolerance(tolerance));
  const left = [...files];
  const [before, after] = [values.get('before'), values.get('after')];
  // One file alone is compared with the plan's coast, which is then the coast before.
  const isAfterOnly = before === undefined && after === undefined && left.length === 1;
  const first = before ?? (isAfterOnly ? undefined : left.shift());
  const second = after ?? left.shift();
  if (left.length > 0) return failed(tooMany(left[0] ?? ''));
  if (first === undefined && second === undefined) return failed(NOTHING_GIVEN);
  return ok({ toleranceM, names: { before: first, after: second } });
}

type ReadCoast = {
  readonly inputs: AuditInputs;
  /** Whether the coast is a dataset of the user. */
  readonly isOwn: boolean;
  readonly issues: readonly LocatedIssue[];
};

/** Reads one coast with the zones and the rule of the call; the error is what to tell the user. */
async function readCoast(
  { values, flags, language }: OpenedCommand,
  name: string | undefined,
  { directory }: Terminal,
): Promise<Result<ReadCoast, string>> {
  const wanted = values.get('plan');
  const folder = wanted === undefined ? undefined : givenFile(wanted, directory).path;
  const say = (words: Bilingual): string => `compare: ${oneLine(words[language])}\n`;
  if (folder !== undefined && !(await exists(resolve(folder, 'catalogue.json'))))
    return failed(say(noPlan(wanted ?? '')));
  const planOf = planReader(folder);
  const choices = await readOwnDataChoices({ values, flags }, directory);
  if (!choices.ok) return failed(say(choices.error));
  const parts = new Map<string, string>();
  for (const part of ['zones', 'rule']) {
    const file = values.get(part);
    if (file !== undefined) parts.set(part, file);
  }
  if (name !== undefined) parts.set('coastline', name);
  const sources = await auditSources({ values: parts, files: [] }, choices.value, {
    ...{ directory, planOf },
    plan: await planIn(folder),
  });
  if (!sources.ok) return failed(say(sources.error));
  const { coastline } = sources.value;
  const plan = await planOf(coastline.named);
  const inputs = await readInputs(sources.value, plan);
  if (!inputs.ok)
    return failed(
      inputs.error.map((error) => `compare: ${loadErrorText(error, language)}`).join(''),
    );
  const { placing, segments, isDatumSettled, issues } = inputs.value;
  const shifted =
    name !== undefined && !isDatumSettled
      ? await coastlineDatum({ named: coastline.named, placing }, segments, plan, directory)
      : [];
  return ok({
    inputs: inputs.value,
    isOwn: coastline.kind === 'own',
    issues: [...issues, ...shifted].filter(({ issue }) => issue.severity !== 'note'),
  });
}

/** The audit of one coast, for its files and doubts. */
function reportOf(
  measured: MeasuredCoast,
  inputs: AuditInputs,
  { realm, language }: { readonly realm: RealmChoice } & Pick<OpenedCommand, 'language'>,
): AuditReport {
  const { segments, copies, zones, rule, coastStatus, files, reasons, judged } = inputs;
  const audit = withCopies(auditMeasured(measured, { segments, rule, realm }), copies);
  const provenance = provenanceOf({
    settings: effectiveSettings(rule, { realm }),
    ...{ rule, judged, reasons, coverage: audit.coverage },
    ...{ assumed: assumedNotes(audit), read: files, made: [] },
  });
  const setAside = inputs.unusable + inputs.leftOut;
  return auditReport({
    ...{ audit, segments, zones, coastStatus, files, setAside, reasons, provenance, language },
  });
}

function realmOf(asked: string | undefined): RealmChoice {
  return asked === 'all' ? 'all' : (REALMS.find((realm) => realm === asked) ?? 'mainland');
}

const SIDES: Readonly<Record<Side, Bilingual>> = {
  before: { zh: '前期岸线：', en: 'the coast before: ' },
  after: { zh: '后期岸线：', en: 'the coast after: ' },
};

const REFUSED: Bilingual = {
  zh: '有要素无法使用，其岸线会从数字中缺失，因此未比较。改正后重试，或加 --set-aside 搁置它们（结果为暂定）。',
  en: 'not compared: features that cannot be used would be missing from the figures. Mend them, or give --set-aside to leave them out (the result is then provisional).',
};

const NOTHING_USABLE: Bilingual = {
  zh: '文件中没有可用的岸线段。',
  en: 'its file holds no segment that can be used.',
};

const NOTHING_GIVEN: Bilingual = {
  zh: '请给出要比较的岸线：前期和后期两个文件，或一个文件与规划的岸线比较。',
  en: 'Name the coastlines to compare: a file before and a file after, or one file to compare with the coast of the plan.',
};

function tooMany(file: string): Bilingual {
  return {
    zh: `只比较两条岸线，多出“${file}”。`,
    en: `Two coastlines are compared; "${file}" is one too many.`,
  };
}

function badTolerance(given: string | undefined): Bilingual {
  return {
    zh: `--tolerance 应为大于 0、至多 ${LARGEST_TOLERANCE_M} 的米数，而不是“${given}”。`,
    en: `--tolerance is a number of metres above 0 and up to ${LARGEST_TOLERANCE_M}, not "${given}".`,
  };
}

function noPlan(folder: string): Bilingual {
  return {
    zh: `${folder} 里没有 catalogue.json，不是规划的文件夹。`,
    en: `there is no catalogue.json in ${folder}: it is not the folder of a plan.`,
  };
}

const USAGE: Bilingual = {
  zh: `用法：npm run --silent compare -- 前期岸线 后期岸线 [选项]

  前期 后期       两条岸线，格式同 import；只给一个时，与规划的岸线（作为前期）比较
  --before F      前期岸线；未给出时为规划的岸线
  --after F       后期岸线；未给出时为规划的岸线
  --zones F       岸线保护区段；默认为规划的区段图层
  --rule F        计算规则（audit.json）；默认为规划的规则
  --plan 文件夹   另一份规划（内有 catalogue.json）；默认为内置数据
  --tolerance 米  相距不超过此值的岸线为同一处；默认 ${DEFAULT_TOLERANCE_M}（1:5 万图上 0.5 毫米的两倍）
  --format 格式   text（默认）或 json；--json 同 --format json
  --realm 范围    mainland（默认，大陆岸线）、island（海岛）或 all（全部）
  --lang 语言     zh 或 en；默认按系统语言
  --set-aside     搁置无法使用的要素后继续，结果为暂定
  --help          显示本说明

自己的文件（SHP、GDB、GPKG、KML、TXT、表格等）另有：
${IMPORT_USAGE.zh}

陆地在岸线前进方向的左侧，海岛的陆地在环内；新增和消失的海岛不计入填海和侵蚀面积。
相对路径从调用命令的目录算起。两条岸线都能量算时退出码为 0，否则为 2。
`,
  en: `Usage: npm run --silent compare -- BEFORE AFTER [options]

  BEFORE AFTER    two coastlines, in any format of import; one alone is compared with the plan's coast as the one before
  --before F      the coast before; the plan's where it is not given
  --after F       the coast after; the plan's where it is not given
  --zones F       coastline protection zones; default: the plan's
  --rule F        counting rule (audit.json); default: the plan's
  --plan DIR      another plan, the folder of its catalogue.json; default: the embedded data
  --tolerance M   coast within so many metres is the same place; default ${DEFAULT_TOLERANCE_M} (twice 0.5 mm at 1:50 000)
  --format W      text (default) or json; --json is --format json
  --realm W       mainland (default), island or all
  --lang W        zh or en; default: the locale's
  --set-aside     leave out features that cannot be used; the result is then provisional
  --help          this text

For files of other kinds (SHP, GDB, GPKG, KML, TXT, tables …):
${IMPORT_USAGE.en}

Land is on the left of a line of coast, and inside the ring of an island; new and vanished islands are in no area.
Relative paths start where the command was called. Exit 0 when both could be measured; 2 when one could not.
`,
};
