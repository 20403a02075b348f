import { resolve } from 'node:path';
import { type AuditReport, auditReport } from '../../data/audit/audit-report.ts';
import { auditSql } from '../../data/audit/audit-sql.ts';
import { withCopies } from '../../data/checks/repeated-features.ts';
import { withUncertainty } from '../../data/uncertainty/uncertainty-report.ts';
import { assumedNotes } from '../../domain/audit/assumed-notes.ts';
import { measureAudited } from '../../domain/audit/audit-coastline.ts';
import { auditMeasured } from '../../domain/audit/audit-measured.ts';
import { effectiveSettings } from '../../domain/audit/audit-settings.ts';
import { auditIslands } from '../../domain/audit/islands.ts';
import { type Provenance, provenanceOf } from '../../domain/audit/provenance.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { REALMS, type RealmChoice } from '../../domain/coastline.ts';
import { coastlineDatum } from '../datum/audit-datum.ts';
import { givenFile } from '../files/geodata-files.ts';
import { exists, planIn, planReader } from '../files/plan-context.ts';
import { IMPORT_OPTIONS, IMPORT_USAGE, readOwnDataChoices } from '../import/import-choices.ts';
import { issueDigest } from '../issues/issue-digest.ts';
import { loadErrorText, oneLine } from '../issues/located-issue.ts';
import { openCommand } from '../terminal/open-command.ts';
import type { Options } from '../terminal/options.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { auditCsv } from './audit-csv.ts';
import { readInputs } from './audit-inputs.ts';
import { islandsMisfit, islandsText } from './audit-islands.ts';
import { auditSources } from './audit-sources.ts';
import { auditTable } from './audit-table.ts';
import { auditUncertainty, uncertaintyText } from './audit-uncertainty.ts';

const OPTIONS = {
  values: {
    coastline: [],
    zones: [],
    rule: [],
    plan: [],
    format: ['table', 'json', 'csv'],
    realm: [...REALMS, 'all'],
    lang: ['zh', 'en'],
    ...IMPORT_OPTIONS.values,
  },
  flags: ['set-aside', 'uncertainty', 'sql', 'islands', 'help', 'h', ...IMPORT_OPTIONS.flags],
  takesFiles: true,
};

/**
 * Runs the coastline audit on files. The exit code is 0 when the coast could be measured, whatever the
 * verdict, and 2 when it could not. An unreadable feature would be missing from the figures, so the command
 * refuses to run unless `--set-aside` is given.
 */
export async function auditCommand(terminal: Terminal): Promise<number> {
  const opened = openCommand(terminal, { name: 'audit', options: OPTIONS, usage: USAGE });
  if (!opened.ok) return opened.error;
  const { values, flags, language } = opened.value;
  const { directory, today, print, warn } = terminal;
  const wanted = values.get('plan');
  const folder = wanted === undefined ? undefined : givenFile(wanted, directory).path;
  if (folder !== undefined && !(await exists(resolve(folder, 'catalogue.json')))) {
    warn(`audit: ${noPlan(wanted ?? '')[language]}\n`);
    return 2;
  }
  const misfit = islandsMisfit(opened.value);
  if (misfit !== undefined) {
    warn(`audit: ${misfit[language]}\n`);
    return 2;
  }
  const planOf = planReader(folder);
  const choices = await readOwnDataChoices(opened.value, directory);
  const sources = choices.ok
    ? await auditSources(opened.value, choices.value, {
        ...{ directory, planOf },
        plan: await planIn(folder),
      })
    : choices;
  if (!sources.ok) {
    warn(`audit: ${oneLine(sources.error[language])}\n`);
    return 2;
  }
  const plan = await planOf(sources.value.coastline.named);
  const inputs = await readInputs(sources.value, plan);
  if (!inputs.ok) {
    for (const error of inputs.error) warn(`audit: ${loadErrorText(error, language)}`);
    return 2;
  }
  const { segments, copies, zones, rule, coastStatus, files, issues, unusable, reasons, judged } =
    inputs.value;
  const { coastline } = sources.value;
  const { leftOut, placing } = inputs.value;
  const shifted =
    isGiven(opened.value) && !inputs.value.isDatumSettled
      ? await coastlineDatum({ named: coastline.named, placing }, segments, plan, directory)
      : [];
  // Notes change no figure: `validate` tells them.
  const told = [...issues, ...shifted].filter(({ issue }) => issue.severity !== 'note');
  warn(issueDigest(told, language));
  const isEmptyHanded = segments.length === 0 && (unusable > 0 || coastline.kind === 'own');
  if (isEmptyHanded || (unusable > 0 && !flags.has('set-aside'))) {
    warn(`audit: ${(segments.length === 0 ? NOTHING_USABLE : REFUSED)[language]}\n`);
    return 2;
  }
  if (segments.length === 0) warn(`audit: ${EMPTY[language]}\n`);
  const realm = realmOf(values.get('realm'));
  if (flags.has('sql')) {
    print(auditSql({ segments, zones, rule, realm, files }));
    return 0;
  }
  const measured = measureAudited({ segments, zones, rule });
  if (flags.has('islands')) {
    const found = auditIslands(measured, { segments, rule, realm: 'island' });
    print(
      islandsText({ ...found, audit: withCopies(found.audit, copies) }, inputs.value, {
        ...{ format: values.get('format'), language },
      }),
    );
    return 0;
  }
  const audit = withCopies(auditMeasured(measured, { segments, rule, realm }), copies);
  const provenance = provenanceOf({
    settings: effectiveSettings(rule, { realm }),
    ...{ rule, judged, reasons, coverage: audit.coverage },
    assumed: assumedNotes(audit),
    read: files,
    made: [],
  });
  const report = auditReport({
    audit,
    segments,
    zones,
    coastStatus,
    files,
    setAside: unusable + leftOut,
    reasons,
    provenance,
    language,
  });
  const how = { format: values.get('format'), language, today };
  // JSON has it always; the table only when it is asked for.
  if (how.format !== 'json' && !flags.has('uncertainty')) {
    print(formatted(report, provenance, how));
    return 0;
  }
  if (how.format === 'csv') warn(`audit: ${NOT_IN_CSV[language]}\n`);
  const found = auditUncertainty(measured, { segments, rule, realm, reasons });
  const beside = withUncertainty(report, found, { segments, language });
  print(formatted(beside, provenance, how));
  if (how.format === undefined || how.format === 'table')
    print(`\n${uncertaintyText(found, { segments, zones, language })}`);
  return 0;
}

const NOT_IN_CSV: Bilingual = {
  zh: 'CSV 中没有不确定度的栏目，请用 --format table 或 json。',
  en: 'the CSV has no columns for the uncertainty; use --format table or json.',
};

/** Whether a call names files, so that their datum is in question. */
function isGiven({ values, files }: Options): boolean {
  return values.has('coastline') || files.length > 0;
}

function noPlan(folder: string): Bilingual {
  return {
    zh: `${folder} 里没有 catalogue.json，不是规划的文件夹。`,
    en: `there is no catalogue.json in ${folder}: it is not the folder of a plan.`,
  };
}

function realmOf(asked: string | undefined): RealmChoice {
  return asked === 'all' ? 'all' : (REALMS.find((realm) => realm === asked) ?? 'mainland');
}

function formatted(
  report: AuditReport,
  provenance: Provenance,
  how: {
    readonly format: string | undefined;
    readonly language: Language;
    readonly today: string;
  },
): string {
  if (how.format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return how.format === 'csv'
    ? auditCsv(report, how.language)
    : auditTable(report, provenance, how);
}

const REFUSED: Bilingual = {
  zh: '有要素无法使用，其岸线会从数字中缺失，因此未量算。改正后重试，或加 --set-aside 搁置它们（结果为暂定）。',
  en: 'not measured: features that cannot be used would be missing from the figures. Mend them, or give --set-aside to leave them out (the result is then provisional).',
};

const NOTHING_USABLE: Bilingual = {
  zh: '岸线文件中没有可用的岸线段。',
  en: 'the coastline file holds no segment that can be used.',
};

const EMPTY: Bilingual = {
  zh: '岸线文件中没有要素：没有可量算的岸线。',
  en: 'the coastline file holds no features: there is no coast to measure.',
};

const USAGE: Bilingual = {
  zh: `用法：npm run --silent audit -- [文件…] [选项]

  文件            自己的岸线或区段，格式同 import；也可是 GeoJSON 的岸线、区段或规则
  --plan 文件夹   另一份规划（内有 catalogue.json）；默认为内置数据
  --coastline F   岸线；默认为规划的岸线图层
  --zones F       岸线保护区段；默认为规划的区段图层
  --rule F        计算规则（audit.json）；默认为规划的规则
  --format 格式   table（默认）、json 或 csv
  --realm 范围    mainland（默认，大陆岸线）、island（海岛）或 all（全部）
  --lang 语言     zh 或 en；默认按系统语言
  --islands       不按区段而逐岛列出海岛岸线，不作判定
  --uncertainty   表格之后另列分类、量算与规则三方面的不确定度（json 总是包含）
  --sql           不量算，输出 PostGIS 3.2 以上的 SQL 脚本，在数据库中作同样的量算（psql -f）
  --set-aside     搁置无法使用的要素后继续，结果为暂定
  --help          显示本说明

自己的文件（SHP、GDB、GPKG、KML、TXT、表格等）另有：
${IMPORT_USAGE.zh}
坐标系未声明的文件须确认后才量算；纠偏而来的岸线只有写明 --crs GCJ-02 或 BD-09 才参与，结果为暂定。

相对路径从调用命令的目录算起。能够量算时退出码为 0（不论是否达标），否则为 2。
`,
  en: `Usage: npm run --silent audit -- [FILE…] [options]

  FILE            one's own coast or zones, in any format of import; GeoJSON of coast, zones or rule as well
  --plan DIR      another plan, the folder of its catalogue.json; default: the embedded data
  --coastline F   coastline; default: the plan's
  --zones F       coastline protection zones; default: the plan's
  --rule F        counting rule (audit.json); default: the plan's
  --format W      table (default), json or csv
  --realm W       mainland (default), island or all
  --lang W        zh or en; default: the locale's
  --islands       the shores of islands, island by island in place of zones, without a verdict
  --uncertainty   how sure the ratio is, below the table: classes, measurement and rule (json has it always)
  --sql           measure nothing; print the same audit as a script for PostGIS 3.2 or later (psql -f)
  --set-aside     leave out features that cannot be used; the result is then provisional
  --help          this text

For files of other kinds (SHP, GDB, GPKG, KML, TXT, tables …):
${IMPORT_USAGE.en}
Coordinates whose system is not declared are measured only once it is confirmed; coast corrected from a shifted
system takes part only with --crs GCJ-02 or BD-09, and the result is then provisional.

Relative paths start where the command was called. Exit 0 when it could measure, whatever the
verdict; 2 when it could not.
`,
};
