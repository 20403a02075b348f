import { crsOfWkt } from '../crs/crs-text.ts';
import {
  type DeclaredCrs,
  type EncodingDecision,
  type FieldValues,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadFeature,
} from '../raw-dataset.ts';
import { counted, type OnFeatures } from '../read-progress.ts';
import { encodingLabel, isUtf8Instead, strictly } from '../text/decode-import-text.ts';
import { type DbfTable, dbfType, dbfValue, readDbf, type TextBytes, textBytes } from './dbf.ts';
import { readShp, type ShpRecord } from './shp.ts';

/** The parts of a shapefile; only the main file is needed. */
export type ShapefileParts = {
  /** The name shown, and the name of the dataset. */
  readonly file: string;
  readonly name: string;
  readonly shp: Uint8Array;
  readonly dbf?: Uint8Array;
  readonly prj?: Uint8Array;
  readonly cpg?: Uint8Array;
  readonly shx?: Uint8Array;
};

/** Reads a shapefile; undefined when its main file is none. `encoding` is what the user chose for its table. */
export function readShapefile(
  parts: ShapefileParts,
  encoding?: string,
  onFeatures?: OnFeatures,
): RawDataset | undefined {
  const main = readShp(parts.shp);
  if (main === undefined) return undefined;
  const table = parts.dbf === undefined ? undefined : readDbf(parts.dbf);
  const decided = table === undefined ? undefined : decideEncoding(table, parts.cpg, encoding);
  const decoder = decided === undefined ? undefined : new TextDecoder(decided.name);
  const decode = (bytes: Uint8Array): string => decoder?.decode(bytes) ?? '';
  const names = uniqueNames((table?.fields ?? []).map(({ name }) => withoutCutEnd(decode(name))));
  const features: ReadFeature[] = [];
  const setAside: ImportIssue[] = [];
  for (const [index, record] of counted(main.records.entries(), onFeatures)) {
    const row = table?.rows[index];
    if (row?.isDeleted === true) {
      setAside.push(deleted(index + 1));
      continue;
    }
    const fault = faultOf(record, index + 1);
    if (fault !== undefined) {
      setAside.push(fault);
      continue;
    }
    const properties: FieldValues =
      row === undefined
        ? {}
        : Object.fromEntries(
            (table?.fields ?? []).map((field, column) => [
              names[column] ?? '',
              dbfValue(row, field, decode),
            ]),
          );
    features.push({
      ...(record.kind === 'geometry' && { geometry: record.geometry }),
      properties,
      row: index + 1,
    });
  }
  return {
    file: parts.file,
    name: parts.name,
    format: 'Shapefile',
    fields: (table?.fields ?? []).map((field, column) => ({
      name: names[column] ?? '',
      type: dbfType(field),
    })),
    features,
    setAside,
    encoding: decided ?? { name: 'binary', how: 'declared' },
    crs: crsOf(parts.prj),
    issues: [
      ...partIssues(parts, table),
      ...indexIssues(parts.shx, main.starts),
      ...(main.isCut ? [cutOff(main.records.length)] : []),
      ...(table !== undefined && table.rows.length !== main.records.length
        ? [uneven(main.records.length, table.rows.length)]
        : []),
    ],
  };
}

function crsOf(prj: Uint8Array | undefined): DeclaredCrs {
  return prj === undefined ? { kind: 'none' } : crsOfWkt(new TextDecoder().decode(prj));
}

/**
 * The user's choice, then what `.cpg` or the language driver declare if the bytes obey it, then strict
 * UTF-8, then strict GB18030. A text that a column has cut within a character may end in half of one.
 */
function decideEncoding(
  table: DbfTable,
  cpg: Uint8Array | undefined,
  chosen: string | undefined,
): EncodingDecision {
  const confirmed = chosen === undefined ? undefined : encodingLabel(chosen);
  if (confirmed !== undefined) return { name: confirmed, how: 'confirmed' };
  const texts = textBytes(table);
  const declared =
    cpg === undefined ? table.languageDriver : encodingLabel(new TextDecoder().decode(cpg));
  const obeys = (label: string): boolean => texts.every((text) => isText(label, text));
  const isSpecific = declared !== undefined && !declared.startsWith('windows-');
  const isUtf8 =
    declared !== undefined &&
    texts.some(({ bytes }) => isUtf8Instead(declared, bytes)) &&
    obeys('utf-8');
  if (isSpecific && !isUtf8 && obeys(declared)) return { name: declared, how: 'declared' };
  const nearlyObeys = (label: string): boolean => {
    const other = texts.filter(({ bytes }) => bytes.some((byte) => byte > 0x7f));
    const broken = other.filter((text) => !isText(label, text)).length;
    return broken < other.length && broken * 10 <= other.length;
  };
  // A few broken cells do not turn UTF-8 into GB18030, nor a Chinese table into a western one.
  const found = ['utf-8', 'gb18030'].find((label) => obeys(label) || nearlyObeys(label));
  if (isSpecific && found === declared) return { name: declared, how: 'declared' };
  const contradicted = isSpecific ? { contradicted: declared } : {};
  return { name: found ?? declared ?? 'windows-1252', how: 'proposed', ...contradicted };
}

/** Whether bytes are text of an encoding; the last character may be cut where they fill their place. */
function isText(label: string, { bytes, isFull }: TextBytes): boolean {
  const most = isFull ? (label === 'utf-8' ? 3 : 1) : 0;
  for (let cut = 0; cut <= most; cut += 1) {
    if (strictly(label, bytes.subarray(0, bytes.length - cut)) !== undefined) return true;
  }
  return false;
}

/** A name that was cut within a character ends in U+FFFD. */
function withoutCutEnd(name: string): string {
  return name.replace(/\uFFFD+$/, '').trim();
}

/** Two columns of one name would be one property. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name, column) => {
    const plain = name === '' ? `field_${column + 1}` : name;
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : `${plain}_${count}`;
  });
}

function partIssues(
  { dbf, prj }: ShapefileParts,
  table: DbfTable | undefined,
): readonly ImportIssue[] {
  const issues: ImportIssue[] = [];
  if (dbf === undefined) {
    issues.push(
      issue(
        'shapefile-part-missing',
        'warning',
        { zh: '缺少 .dbf：没有任何属性。', en: 'the .dbf is missing: there are no attributes.' },
        { zh: '把同名的 .dbf 一起选入。', en: 'Add the .dbf of the same name.' },
      ),
    );
  } else if (table === undefined) {
    issues.push(
      issue(
        'dbf-damaged',
        'warning',
        { zh: '.dbf 已损坏，读不出属性。', en: 'the .dbf is damaged: no attribute can be read.' },
        { zh: '从原软件重新导出。', en: 'Export it again.' },
      ),
    );
  }
  if (prj === undefined) {
    issues.push(
      issue(
        'crs-missing',
        'warning',
        {
          zh: '缺少 .prj：没有声明坐标系。',
          en: 'the .prj is missing: no coordinate reference system is declared.',
        },
        {
          zh: '把同名的 .prj 一起选入，或指明坐标系。',
          en: 'Add the .prj of the same name, or name the system.',
        },
      ),
    );
  }
  return issues;
}

/** Tells an index that does not list the records of the main file: programs that go by it see others. */
function indexIssues(
  shx: Uint8Array | undefined,
  starts: readonly number[],
): readonly ImportIssue[] {
  if (shx === undefined || shx.length < 100) return [];
  const view = new DataView(shx.buffer, shx.byteOffset, shx.byteLength);
  const listed = Array.from(
    { length: Math.floor((shx.length - 100) / 8) },
    (_, index) => view.getInt32(100 + index * 8) * 2,
  );
  const isSame =
    listed.length === starts.length && listed.every((start, index) => start === starts[index]);
  if (isSame) return [];
  return [
    issue(
      'shx-disagrees',
      'warning',
      {
        zh: `.shx 列出 ${listed.length} 条，.shp 有 ${starts.length} 条，两者不一致；按 .shp 读取。`,
        en: `the .shx lists ${listed.length} records and does not agree with the ${starts.length} of the .shp, which were read.`,
      },
      {
        zh: '核对两个文件是否出自同一次导出，或在 GIS 中修复后重新导出。',
        en: 'Check that both are of one export, or repair and export it again.',
      },
    ),
  ];
}

function faultOf(record: ShpRecord, row: number): ImportIssue | undefined {
  switch (record.kind) {
    case 'unsupported':
      return issue(
        'geometry-unsupported',
        'error',
        {
          zh: `第 ${row} 条的几何类型 ${record.shapeType} 不能读取。`,
          en: `record ${row} has the shape type ${record.shapeType}, which is not read.`,
        },
        { zh: '导出为点、线或面。', en: 'Export it as points, lines or polygons.' },
        row,
      );
    case 'damaged':
      return issue(
        'geometry-damaged',
        'error',
        { zh: `第 ${row} 条的几何已损坏。`, en: `the geometry of record ${row} is damaged.` },
        { zh: '从原软件重新导出。', en: 'Export it again.' },
        row,
      );
    case 'geometry':
    case 'empty':
      return undefined;
  }
}

function deleted(row: number): ImportIssue {
  return issue(
    'record-deleted',
    'note',
    {
      zh: `第 ${row} 条已标记删除，未读入。`,
      en: `record ${row} is marked as deleted and was left out.`,
    },
    {
      zh: '无需处理；要保留就在原软件中恢复。',
      en: 'Nothing needs doing, unless it was meant to stay.',
    },
    row,
  );
}

function cutOff(records: number): ImportIssue {
  return issue(
    'file-truncated',
    'error',
    {
      zh: `文件不完整：只读出 ${records} 条，其后的内容缺失。`,
      en: `the file is cut off: ${records} records could be read, what follows is missing.`,
    },
    { zh: '重新复制或导出该文件。', en: 'Copy or export the file again.' },
  );
}

function uneven(shapes: number, rows: number): ImportIssue {
  return issue(
    'records-unequal',
    'warning',
    {
      zh: `.shp 有 ${shapes} 条，.dbf 有 ${rows} 条，属性可能错位。`,
      en: `the .shp has ${shapes} records and the .dbf ${rows}: attributes may belong to other shapes.`,
    },
    { zh: '核对两个文件是否出自同一次导出。', en: 'Check that both files are of one export.' },
  );
}
