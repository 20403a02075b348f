import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ImportedDataset } from '../../data/import/import-dataset.ts';
import { datasetReport, type ImportReport } from '../../data/import/import-report.ts';
import { planText } from '../../data/import/plan-text.ts';
import { roleIssues } from '../../data/import/role-issues.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { failed, ok, type Result, reasonOf } from '../../domain/result.ts';
import { givenFile } from '../files/geodata-files.ts';
import { planReader } from '../files/plan-context.ts';
import { openCommand } from '../terminal/open-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { IMPORT_OPTIONS, IMPORT_USAGE, readOwnDataChoices } from './import-choices.ts';
import { importText } from './import-text.ts';
import { planFrame } from './plan-frame.ts';
import { readOwnData } from './read-own-data.ts';

const OPTIONS = {
  values: { format: ['text', 'json'], out: [], lang: ['zh', 'en'], ...IMPORT_OPTIONS.values },
  flags: ['help', 'h', ...IMPORT_OPTIONS.flags],
  takesFiles: true,
};

/**
 * Reads people's own files. The exit code is 0 when something was read, 2 when nothing was, when the call is wrong,
 * or when what was asked for could not be written. Coordinates whose system needs confirmation give no figure.
 */
export async function importCommand(terminal: Terminal): Promise<number> {
  const opened = openCommand(terminal, { name: 'import', options: OPTIONS, usage: USAGE });
  if (!opened.ok) return opened.error;
  const { values, files: names, language } = opened.value;
  const { directory, print, warn } = terminal;
  const choices =
    names.length === 0 ? failed(NO_FILES) : await readOwnDataChoices(opened.value, directory);
  if (!choices.ok) {
    warn(`import: ${choices.error[language]}\n`);
    return 2;
  }
  const planOf = planReader();
  const frame = planFrame(await planOf(givenFile(names[0] ?? '', directory)));
  const read = await readOwnData(names, choices.value, { directory, frame });
  const { datasets, refused } = read;
  const reported = datasets.map(async (dataset) =>
    datasetReport(dataset, await roleIssues(dataset)),
  );
  const report: ImportReport = { datasets: await Promise.all(reported), refused };
  if (values.get('format') === 'json') print(`${JSON.stringify(report, undefined, 2)}\n`);
  else print(importText(report, language));
  const wanted = values.get('dataset');
  if (wanted !== undefined && datasets.length === 0)
    warn(`import: ${noDataset(wanted, read.names)[language]}\n`);
  const out = values.get('out');
  const written = out === undefined ? ok(undefined) : await writeOut(out, datasets, directory);
  if (!written.ok) warn(`import: ${written.error[language]}\n`);
  return datasets.length > 0 && written.ok ? 0 : 2;
}

const NO_FILES: Bilingual = {
  zh: '请给出文件。用 --help 看用法。',
  en: 'Name the files. --help shows how.',
};

/** Writes one dataset as a file of the plan's schema. */
async function writeOut(
  out: string,
  datasets: readonly ImportedDataset[],
  directory: string,
): Promise<Result<undefined, Bilingual>> {
  const [dataset, ...others] = datasets;
  if (dataset === undefined) return failed(nothingToWrite(out));
  if (others.length > 0)
    return failed(
      severalToWrite(
        out,
        datasets.map(({ raw }) => raw.name),
      ),
    );
  const { crs, raw, role } = dataset;
  if (crs.how !== 'declared' && crs.how !== 'confirmed') return failed(undecided(out, dataset));
  try {
    await writeFile(resolve(directory, out), planText(dataset, { id: raw.name, role }));
    return ok(undefined);
  } catch (cause) {
    return failed({
      zh: `无法写入 ${out}：${reasonOf(cause)}`,
      en: `cannot write ${out}: ${reasonOf(cause)}`,
    });
  }
}

function nothingToWrite(out: string): Bilingual {
  return {
    zh: `没有读到数据，未写 ${out}。`,
    en: `nothing was read, so ${out} was not written.`,
  };
}

function severalToWrite(out: string, names: readonly string[]): Bilingual {
  return {
    zh: `有多个数据集（${names.join('、')}），未写 ${out}：用 --dataset 选定一个。`,
    en: `there are several datasets (${names.join(', ')}), so ${out} was not written: choose one with --dataset.`,
  };
}

function undecided(out: string, { crs }: ImportedDataset): Bilingual {
  const codes = crs.candidates.map(({ code }) => code).join(', ');
  return {
    zh: `坐标系尚未确认，未写 ${out}：用 --crs 指明${codes === '' ? '' : `（${codes}）`}。`,
    en: `the coordinate reference system is not confirmed, so ${out} was not written: name it with --crs${codes === '' ? '' : ` (${codes})`}.`,
  };
}

function noDataset(name: string, known: readonly string[]): Bilingual {
  const list = known.join(', ');
  return {
    zh: `没有名为“${name}”的数据集；有：${list}。`,
    en: `There is no dataset "${name}"; there are: ${list}.`,
  };
}

const USAGE: Bilingual = {
  zh: `用法：npm run --silent import -- 文件… [选项]

  文件               SHP（zip 或散件）、GDB（zip 或文件夹）、GPKG、FGB、KML/KMZ/OVKML、界址点 TXT、CASS DAT、
                     CSV/TSV/XLSX、DXF、GeoJSON（含逐行、gzip、TopoJSON）、GPX
${IMPORT_USAGE.zh}
  --out F            按规划的格式写出 GeoJSON（经纬度）
  --format text|json  --lang zh|en
`,
  en: `Usage: npm run --silent import -- FILE… [options]

  FILE               SHP (zip or parts), GDB (zip or folder), GPKG, FGB, KML/KMZ/OVKML, boundary-point TXT, CASS DAT,
                     CSV/TSV/XLSX, DXF, GeoJSON (also line-wise, gzip, TopoJSON), GPX
${IMPORT_USAGE.en}
  --out F            writes GeoJSON in the plan's schema (longitude and latitude)
  --format text|json  --lang zh|en
`,
};
