import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { knownCrs } from '../../data/import/crs/crs-definition.ts';
import { type ImportedDataset, importDataset } from '../../data/import/import-dataset.ts';
import { datasetReport, type ImportReport } from '../../data/import/import-report.ts';
import { readFiles } from '../../data/import/read-files.ts';
import { encodingLabel } from '../../data/import/text/decode-import-text.ts';
import { getOwn, isRecord } from '../../data/record.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import { MAP_BOUNDS } from '../../domain/map-bounds.ts';
import { OWN_DATA_ROLES } from '../../domain/own-data/own-dataset.ts';
import { reasonOf } from '../../domain/result.ts';
import { embeddedFile } from '../files/geodata-files.ts';
import { readText } from '../files/read-text.ts';
import { openCommand } from '../terminal/open-command.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { gatherFiles } from './gather-files.ts';
import { importText } from './import-text.ts';
import { readMapping } from './read-mapping.ts';

const OPTIONS = {
  values: {
    format: ['text', 'json'],
    dataset: [],
    as: [...OWN_DATA_ROLES],
    crs: [],
    encoding: [],
    mapping: [],
    out: [],
    lang: ['zh', 'en'],
  },
  flags: ['accept-proposals', 'help', 'h'],
  takesFiles: true,
};

/**
 * Reads people's own files. The exit code is 0 when something was read, 2 when nothing was, or when the call is
 * wrong. Coordinates whose system needs confirmation give no figure.
 */
export async function importCommand(terminal: Terminal): Promise<number> {
  const opened = openCommand(terminal, { name: 'import', options: OPTIONS, usage: USAGE });
  if (!opened.ok) return opened.error;
  const { values, flags, files: names, language } = opened.value;
  const { directory, print, warn } = terminal;
  const fault = faultOf(values, names);
  if (fault !== undefined) {
    warn(`import: ${fault[language]}\n`);
    return 2;
  }
  const mapping = await readMapping(values.get('mapping'), directory);
  if (!mapping.ok) {
    warn(`import: ${mapping.error[language]}\n`);
    return 2;
  }
  const gathered = await gatherFiles(names, directory);
  const encoding = values.get('encoding');
  const read = await readFiles(gathered.files, encoding === undefined ? {} : { encoding });
  const frame = await planFrame(directory);
  const [crs, role] = [values.get('crs'), OWN_DATA_ROLES.find((name) => name === values.get('as'))];
  const wanted = values.get('dataset');
  const datasets = read.datasets
    .filter(({ name }) => wanted === undefined || name === wanted)
    .map((raw) =>
      importDataset(raw, frame, {
        acceptsProposals: flags.has('accept-proposals'),
        ...(crs !== undefined && { crs }),
        ...(role !== undefined && { role }),
        ...(mapping.value !== undefined && { mapping: mapping.value }),
      }),
    );
  const refused = [...gathered.refused, ...read.refused];
  const report: ImportReport = { datasets: datasets.map(datasetReport), refused };
  if (values.get('format') === 'json') print(`${JSON.stringify(report, undefined, 2)}\n`);
  else print(importText(report, language));
  if (wanted !== undefined && datasets.length === 0)
    warn(
      `import: ${
        noDataset(
          wanted,
          read.datasets.map(({ name }) => name),
        )[language]
      }\n`,
    );
  const out = values.get('out');
  if (out !== undefined) await writeOut(out, { terminal, datasets, language });
  return datasets.length > 0 ? 0 : 2;
}

function faultOf(
  values: ReadonlyMap<string, string>,
  names: readonly string[],
): Bilingual | undefined {
  if (names.length === 0)
    return { zh: '请给出文件。用 --help 看用法。', en: 'Name the files. --help shows how.' };
  const crs = values.get('crs');
  if (crs !== undefined && knownCrs(crs) === undefined)
    return {
      zh: `不认识坐标系“${crs}”。可用：EPSG:4326、EPSG:4490、EPSG:4491–4554、EPSG:3857、GCJ-02、BD-09。`,
      en: `The system "${crs}" is not known. Use EPSG:4326, EPSG:4490, EPSG:4491 to 4554, EPSG:3857, GCJ-02 or BD-09.`,
    };
  const encoding = values.get('encoding');
  if (encoding !== undefined && encodingLabel(encoding) === undefined)
    return {
      zh: `不认识编码“${encoding}”。可用：UTF-8、GB18030、GBK、UTF-16LE、Big5。`,
      en: `The encoding "${encoding}" is not known. Use UTF-8, GB18030, GBK, UTF-16LE or Big5.`,
    };
  return undefined;
}

/** The extent of the embedded plan; the frame of the map when its catalogue cannot be read. */
async function planFrame(directory: string): Promise<BoundingBox> {
  const read = await readText(embeddedFile('catalogue.json', directory));
  if (!read.ok) return MAP_BOUNDS;
  try {
    const value: unknown = JSON.parse(read.value.text.replace(/^\uFEFF/, ''));
    const extent = isRecord(value) ? getOwn(value, 'extent') : undefined;
    if (
      Array.isArray(extent) &&
      extent.length === 4 &&
      extent.every((number) => typeof number === 'number')
    ) {
      const [west = 0, south = 0, east = 0, north = 0] = extent;
      return [west, south, east, north];
    }
  } catch {
    // `validate` says what is wrong with the catalogue.
  }
  return MAP_BOUNDS;
}

async function writeOut(
  out: string,
  {
    terminal: { directory, warn },
    datasets,
    language,
  }: {
    readonly terminal: Terminal;
    readonly datasets: readonly ImportedDataset[];
    readonly language: Language;
  },
): Promise<void> {
  const features = datasets.flatMap(({ features: own }) =>
    own.map(({ geometry, properties, mapped: { class: shoreClass, use, realm, grade } }) => ({
      type: 'Feature',
      properties: {
        ...properties,
        ...(shoreClass !== undefined && { class: shoreClass }),
        ...(use !== undefined && { use }),
        ...(realm !== undefined && { realm }),
        ...(grade !== undefined && { grade }),
      },
      geometry: geometry ?? null,
    })),
  );
  try {
    await writeFile(
      resolve(directory, out),
      `${JSON.stringify({ type: 'FeatureCollection', features })}\n`,
    );
  } catch (cause) {
    warn(
      `import: ${{ zh: '无法写入', en: 'cannot write' }[language]} ${out}: ${reasonOf(cause)}\n`,
    );
  }
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

  文件               SHP（zip 或散件）、GDB（zip 或文件夹）、GPKG、KML/KMZ/OVKML、界址点 TXT、CASS DAT、
                     CSV/TSV/XLSX、DXF、GeoJSON（含逐行、gzip、TopoJSON）、GPX
  --dataset 名称     只读这个图层
  --as 角色          coastline | zones | projects | shown；默认按内容提出
  --crs 代码         确认坐标系：EPSG:4490、EPSG:4549、GCJ-02 …
  --encoding 名称    指定文字编码：UTF-8、GB18030 …
  --mapping F        字段与取值的对应（JSON）
  --accept-proposals 接受提出的坐标系
  --out F            写出 GeoJSON（经纬度）
  --format text|json  --lang zh|en
`,
  en: `Usage: npm run --silent import -- FILE… [options]

  FILE               SHP (zip or parts), GDB (zip or folder), GPKG, KML/KMZ/OVKML, boundary-point TXT, CASS DAT,
                     CSV/TSV/XLSX, DXF, GeoJSON (also line-wise, gzip, TopoJSON), GPX
  --dataset NAME     reads this layer alone
  --as ROLE          coastline | zones | projects | shown; by default as proposed after the content
  --crs CODE         confirms the system: EPSG:4490, EPSG:4549, GCJ-02 …
  --encoding NAME    names the encoding of text: UTF-8, GB18030 …
  --mapping F        what fields and values mean (JSON)
  --accept-proposals accepts the proposed system
  --out F            writes GeoJSON (longitude and latitude)
  --format text|json  --lang zh|en
`,
};
