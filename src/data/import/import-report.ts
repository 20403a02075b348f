import type { Geometry } from 'geojson';
import type { DatasetIssue, DatasetReport } from '../../domain/own-data/dataset-card.ts';
import type { CrsReading } from './crs/to-degrees.ts';
import type { ImportedDataset } from './import-dataset.ts';
import { type FieldValue, fieldOf, type ImportIssue, type RefusedFile } from './raw-dataset.ts';

/** The object that `import --format json` prints. */
export type ImportReport = {
  readonly datasets: readonly DatasetReport[];
  readonly refused: readonly RefusedFile[];
};

/** How many values of a field are shown. */
const SAMPLES = 5;

/**
 * Returns a dataset as plain JSON.
 * @param ofRole what its role leaves out, see `roleIssues`
 */
export function datasetReport(
  { raw, crs, role, lengthM, areaM2, byClass, bounds, issues }: ImportedDataset,
  ofRole: readonly ImportIssue[] = [],
): DatasetReport {
  const left = raw.setAside.filter(({ code }) => !IS_NO_RECORD.has(code)).length;
  return {
    file: raw.file,
    name: raw.name,
    format: raw.format,
    geometry: kindsOf(raw.features.map(({ geometry }) => geometry)),
    read: raw.features.length + left,
    kept: raw.features.length,
    setAside: left,
    role: { proposed: role },
    encoding: { name: raw.encoding.name, how: raw.encoding.how },
    crs: {
      code: crs.reading?.code ?? null,
      how: crs.how,
      candidates: crs.candidates.map(candidate),
    },
    fields: raw.fields.map(({ name, type }) => ({
      name,
      type,
      samples: samplesOf(raw.features.map(({ properties }) => fieldOf(properties, name))),
    })),
    lengthM: lengthM ?? null,
    areaM2: areaM2 ?? null,
    byClass: byClass ?? null,
    bounds: bounds ?? null,
    issues: [...allIssues({ raw, issues }), ...ofRole].map(reportIssue),
  };
}

/** Everything that is said of a dataset: of its fields and coordinates, its encoding, and what was left out. */
export function allIssues({
  raw,
  issues,
}: Pick<ImportedDataset, 'raw' | 'issues'>): readonly ImportIssue[] {
  return [...issues, ...encodingIssues(raw.encoding), ...characterIssues(raw), ...raw.setAside];
}

/** Issues of things left out that are no records: parts of a text, entities of a drawing counted by type. */
const IS_NO_RECORD = new Set(['entity-unsupported', 'point-unread', 'point-without-plot']);

function candidate({ code, isSwapped }: CrsReading): DatasetReport['crs']['candidates'][number] {
  return isSwapped === true ? { code, swapped: true } : { code };
}

function reportIssue({ code, severity, message, cure, row }: ImportIssue): DatasetIssue {
  return { code, severity, message, cure, ...(row !== undefined && { row }) };
}

function encodingIssues({
  name,
  contradicted,
}: ImportedDataset['raw']['encoding']): readonly ImportIssue[] {
  if (contradicted === undefined || contradicted === name) return [];
  return [
    {
      code: 'encoding-contradicts',
      severity: 'warning',
      message: {
        zh: `文件声明 ${contradicted}，字节却是 ${name}，按后者读取。`,
        en: `the file declares ${contradicted}, but its bytes are ${name}; it was read as such.`,
      },
      cure: {
        zh: '比对两种读法，必要时用 --encoding 指定。',
        en: 'Compare both, and name the encoding if need be.',
      },
    },
  ];
}

/** What decoding puts in place of bytes that are no character of the encoding. */
const NO_CHARACTER = '\uFFFD';
/** One that a column has not merely cut at its end. */
const LOST = /\uFFFD[^\uFFFD]/;

/** Tells values and names of fields that have lost a character. */
function characterIssues({
  fields,
  features,
  encoding,
}: ImportedDataset['raw']): readonly ImportIssue[] {
  const names = fields.filter(({ name }) => LOST.test(name)).length;
  const rows = features.filter(({ properties }) =>
    Object.values(properties).some((value) => typeof value === 'string' && LOST.test(value)),
  );
  const [first] = rows;
  if (first === undefined && names === 0) return [];
  const where = first === undefined ? { zh: '', en: '' } : placeOf(rows.length, first.row);
  return [
    {
      code: 'characters-lost',
      severity: 'warning',
      message: {
        zh: `按 ${encoding.name} 解码有乱码（${NO_CHARACTER}）${where.zh}，原字无法还原，类型可能因此认不出。`,
        en: `read as ${encoding.name}, some characters are lost (${NO_CHARACTER})${where.en}; classes may not be recognised for it.`,
      },
      cure: {
        zh: '换一种编码（--encoding gb18030 或 utf-8）再读；仍有乱码就向来源方重新索取。',
        en: 'Read it in another encoding (--encoding gb18030 or utf-8); if some are still lost, ask for the file again.',
      },
      ...(first !== undefined && { row: first.row }),
    },
  ];
}

function placeOf(count: number, row: number): { readonly zh: string; readonly en: string } {
  return {
    zh: `，涉及 ${count} 条（如第 ${row} 条）`,
    en: ` in ${count} records, such as record ${row}`,
  };
}

function kindsOf(geometries: readonly (Geometry | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const geometry of geometries) {
    if (geometry === undefined) continue;
    counts.set(geometry.type, (counts.get(geometry.type) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([type]) => type);
  return kinds.length === 0 ? 'none' : kinds.join('/');
}

function samplesOf(values: readonly FieldValue[]): readonly FieldValue[] {
  const distinct = new Set<FieldValue>();
  for (const value of values) {
    if (value !== null) distinct.add(value);
    if (distinct.size >= SAMPLES) break;
  }
  return [...distinct];
}
