import type {
  FieldFinding,
  FieldNote,
  FieldRow,
  FieldSheet,
} from '../../domain/audit/field-sheet.ts';
import { CONFIDENCES, type Confidence } from '../../domain/coastline.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { classOfValue } from './mapping/class-words.ts';
import type { FieldValue, ImportFile, RefusedFile } from './raw-dataset.ts';
import { readCells } from './table/read-cells.ts';
import { plainColumn } from './table/table-columns.ts';
import { type Cells, headerOf, isEmpty } from './table/table-header.ts';
import { parseDay } from './text/parse-day.ts';

/** What a column of a field sheet holds; `drawn` is what the map says, which is not read. */
type FieldColumn =
  | 'id'
  | 'segment'
  | 'found'
  | 'class'
  | 'date'
  | 'remark'
  | 'by'
  | 'confidence-found'
  | 'confidence';

const ON_SITE = '(?:实地|实际|现场|查勘|核实|核查|调查|踏勘|外业|实测)';

const PATTERNS: readonly (readonly [FieldColumn, RegExp])[] = [
  [
    'segment',
    /^(?:岸段|岸线|岸线段)(?:编号|代码|号|id)$|^岸段$|^(?:segment|stretch)(?:id|no|code)?$/,
  ],
  ['id', /^(?:编号|点号|样点|样点编号|点位编号|id|code|point|pointid)$/],
  [
    'found',
    new RegExp(
      `^${ON_SITE}(?:的)?(?:岸线|岸段|海岸)?(?:类型|类别)$|^(?:class|type)found$|^(?:found|field|surveyed)(?:class|type)$`,
    ),
  ],
  ['class', /^(?:岸线|岸段|海岸)?(?:类型|类别)$|^(?:coast|shore)?(?:line)?(?:class|type)$/],
  [
    'date',
    new RegExp(
      `^${ON_SITE}?(?:日期|时间)$|^(?:date|day|foundon|visited|visitedon)$|^(?:survey|visit|field)date$`,
    ),
  ],
  ['remark', /^(?:备注|说明|描述)$|^(?:remark|note|comment)s?$/],
  ['by', new RegExp(`^${ON_SITE}(?:人|人员|者)$|^(?:by|foundby|surveyor|observer|surveyedby)$`)],
  [
    'confidence-found',
    new RegExp(`^${ON_SITE}(?:置信度|可信度)$|^(?:confidencefound|foundconfidence)$`),
  ],
  ['confidence', /^(?:置信度|可信度|confidence)$/],
];

/** Where the columns of a field sheet stand; undefined for those that it lacks. */
type FieldColumns = Readonly<
  Partial<Record<Exclude<FieldColumn, 'class' | 'confidence-found'>, number>>
>;

/** The columns by their names; undefined without ids or without classes found. */
function columnsOf(names: readonly string[]): FieldColumns | undefined {
  const columns = names
    .map(plainColumn)
    .map((name) => PATTERNS.find(([, is]) => is.test(name))?.[0]);
  const at = (column: FieldColumn): number | undefined => {
    const index = columns.indexOf(column);
    return index < 0 ? undefined : index;
  };
  const [ownFound, plain] = [at('found'), at('class')];
  const found = ownFound ?? plain;
  if (found === undefined || (at('id') === undefined && at('segment') === undefined))
    return undefined;
  // Beside a class found, a plain class is that on the map, and so is its confidence.
  const isOfMap = ownFound !== undefined && plain !== undefined;
  const confidence = at('confidence-found') ?? (isOfMap ? undefined : at('confidence'));
  const others = (['id', 'segment', 'date', 'remark', 'by'] as const).map((column) => [
    column,
    at(column),
  ]);
  return Object.fromEntries(
    [['found', found], ['confidence', confidence], ...others].filter(
      ([, index]) => index !== undefined,
    ),
  );
}

/**
 * Reads a field sheet: a CSV or a workbook with a column of ids, one of classes found and, if it has them, dates, remarks,
 * who was there and how sure they are. Every row that is not empty is in the result; a file without such columns is refused.
 */
export async function readFieldSheet(file: ImportFile): Promise<Result<FieldSheet, RefusedFile>> {
  const sheets = await readCells(file);
  if ('code' in sheets) return failed({ file: file.name, ...sheets });
  const found = sheets.flatMap((sheet) => {
    const header = headerOf(sheet.cells, (names) => columnsOf(names) !== undefined);
    const columns = header && columnsOf(header.names);
    return columns === undefined || header === undefined ? [] : [{ ...sheet, header, columns }];
  });
  if (found.length === 0)
    return failed({ file: file.name, ...withoutColumns(sheets.map(({ cells }) => cells)) });
  const rows = found.flatMap(({ name, cells, header, columns }) =>
    cells.slice(header.at + 1).flatMap((row, index): readonly FieldRow[] =>
      row.every(isEmpty)
        ? []
        : [
            {
              row: header.at + index + 2,
              ...(found.length > 1 && { sheet: name }),
              ...fieldsOf(row, columns),
            },
          ],
    ),
  );
  const issues = found.flatMap(({ issues: own }) => own);
  return ok({ file: file.name, rows, notes: [...issues, ...lostCharacters(rows)] });
}

function fieldsOf(
  row: readonly FieldValue[],
  columns: FieldColumns,
): Omit<FieldRow, 'row' | 'sheet'> {
  const cell = (column: keyof FieldColumns): string => textOf(row[columns[column] ?? -1]);
  const [date, confidence] = [cell('date'), cell('confidence')];
  const [day, sure] = [parseDay(date), confidenceOf(confidence)];
  return {
    ...{ id: cell('id'), segmentId: cell('segment'), found: findingOf(cell('found')) },
    ...(date !== '' && (day === undefined ? { unreadDate: date } : { date: day })),
    ...{ remark: cell('remark'), by: cell('by') },
    ...(confidence !== '' &&
      (sure === undefined ? { unreadConfidence: confidence } : { confidence: sure })),
  };
}

/** The text of a cell, without the apostrophe that guards what a spreadsheet would run (`csvText`). */
function textOf(cell: FieldValue | undefined): string {
  return String(cell ?? '')
    .trim()
    .replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');
}

function findingOf(text: string): FieldFinding {
  if (text === '') return { kind: 'blank' };
  const meant = classOfValue(text);
  if (meant?.class !== undefined && !namesSeveral(text))
    return {
      kind: 'class',
      class: meant.class,
      ...(meant.use !== undefined && { use: meant.use }),
    };
  return { kind: meant?.isOpen === true ? 'open' : 'unread', text };
}

/** Whether a text lists several kinds of shore, such as "rock and sand", of which it cannot be said which counts. */
function namesSeveral(text: string): boolean {
  const kinds = text.split(/[/、,，;；+＋→>或和及与]|\b(?:and|or)\b/i).flatMap((part) => {
    const meant = classOfValue(part);
    return meant?.class === undefined || meant.class === 'natural' ? [] : [meant.class];
  });
  return new Set(kinds).size > 1;
}

const CONFIDENCE_WORDS: Readonly<Record<Confidence, RegExp>> = {
  high: /^(?:高|较高|确定|high|sure|certain)$/i,
  medium: /^(?:中|中等|一般|medium|moderate)$/i,
  low: /^(?:低|较低|不确定|low|unsure|uncertain)$/i,
};

function confidenceOf(text: string): Confidence | undefined {
  return CONFIDENCES.find((confidence) => CONFIDENCE_WORDS[confidence].test(text));
}

function lostCharacters(rows: readonly FieldRow[]): readonly FieldNote[] {
  const places = rows.flatMap(({ row, ...cells }) =>
    JSON.stringify(cells).includes('\uFFFD') ? [row] : [],
  );
  if (places.length === 0) return [];
  return [
    {
      message: {
        zh: `有字没有读出，显示为“\uFFFD”：第 ${places.join('、')} 行。`,
        en: `characters were lost and show as "\uFFFD": row ${places.join(', ')}.`,
      },
      cure: {
        zh: '用原程序另存为 UTF-8 或 XLSX 后再打开。',
        en: 'Save the table again as UTF-8 or XLSX and open that.',
      },
    },
  ];
}

/** Names the columns that the file has instead. */
function withoutColumns(tables: readonly Cells[]): Omit<RefusedFile, 'file'> {
  const names = tables.flatMap(
    (cells) => headerOf(cells)?.names.filter((name) => name !== '') ?? [],
  );
  const [listZh, listEn] = [names.join('、'), names.join(', ')];
  return {
    code: 'field-sheet-columns',
    message: {
      zh: `没有找到“编号”列和“实地类型”列${names.length === 0 ? '' : `；表里的列是：${listZh}`}。`,
      en: `no column of ids together with one of classes found${names.length === 0 ? '' : `; its columns are: ${listEn}`}.`,
    },
    cure: {
      zh: '把这两列的列名写成“编号”和“实地类型”（或“类型”），或先存一份外业表再填写。',
      en: 'Name them "id" and "class found" (or "class"), or save a field sheet here and fill that in.',
    },
  };
}
