import { strFromU8, unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  localDay,
  localTime,
  type SheetTable,
  tableSheet,
  withSheetNames,
} from '../../../src/app/persistence/workbook-sheet.ts';
import type { Language } from '../../../src/domain/bilingual.ts';
import { xmlFaults } from '../../xml.ts';

const TABLE: SheetTable = {
  name: 'Zones & all',
  columns: [
    { title: 'Zone' },
    { title: 'Ratio', kind: 'percent', decimals: 2 },
    { title: 'Length', kind: 'metres' },
    { title: 'Area', kind: 'hectares' },
    { title: 'Saved', kind: 'time' },
    { title: 'Note' },
  ],
  rows: [
    ['North Bay', 0.349_97, 12_345.6, 250.125, localTime('2026-12-01T00:30:00Z'), 'one\ntwo'],
    ['All', 0.35, 99, 1, null, 'x'.repeat(200)],
  ],
  totals: 1,
};

async function parts(table: SheetTable = TABLE, language: Language = 'en') {
  const files = unzipSync(await writeXlsx({ sheets: [tableSheet(table, language)] }));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  return {
    sheet: text('xl/worksheets/sheet1.xml'),
    book: text('xl/workbook.xml'),
    styles: text('xl/styles.xml'),
  };
}

/** The children of a worksheet in the order of the schema: ECMA-376, part 1, CT_Worksheet (18.3.1.99). */
const SCHEMA_ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData'],
  ...['sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting'],
  ...['dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter'],
  ...['rowBreaks', 'colBreaks', 'drawing', 'tableParts', 'extLst'],
];

/** The names of the elements directly below the root, in their order. */
function childrenOf(xml: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, end, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (end === '/') depth -= 1;
    else {
      if (depth === 1) names.push(name);
      if (empty !== '/') depth += 1;
    }
  }
  return names;
}

describe('a sheet with a table', () => {
  test('has its parts in the order of the schema, and all that are asked for', async () => {
    const { sheet } = await parts();
    expect(xmlFaults(sheet)).toEqual([]);
    const children = childrenOf(sheet);
    const places = children.map((name) => SCHEMA_ORDER.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(children).toEqual([
      ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData'],
      ...['autoFilter', 'pageMargins', 'pageSetup', 'headerFooter'],
    ]);
  });

  test('filters the rows but not the total, and keeps head and first column in sight', async () => {
    const { sheet } = await parts();
    expect(sheet).toContain('<autoFilter ref="A1:F2"');
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"/);
    expect((await parts({ ...TABLE, hasFilter: false })).sheet).not.toContain('autoFilter');
  });

  test('is printed landscape on A4, one page wide, with the head on each', async () => {
    const { sheet, book } = await parts();
    // 9 is A4; no height: as many pages as the rows need.
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('&amp;LZones &amp;&amp; all&amp;R&amp;P / &amp;N');
    expect(book).toMatch(/_xlnm\.Print_Titles"[^>]*>[^<]*\$1:\$1</);
    expect(book).toMatch(/_xlnm\.Print_Area"[^>]*>[^<]*\$A\$1:\$F\$3</);
  });

  test('that is too wide to be read on one page has several, with the first column on each', async () => {
    const columns = Array.from({ length: 30 }, (_, index) => ({ title: `Column ${index}` }));
    const rows = [columns.map(() => 'y'.repeat(80))];
    const { sheet, book } = await parts({ name: 'wide', columns, rows });
    // 30 columns of 56 characters over pages of 230: eight.
    expect(sheet).toContain('fitToWidth="8"');
    expect(book).toMatch(/\$A:\$A/);
  });

  test('writes numbers unrounded with formats of their kind', async () => {
    const { sheet, styles } = await parts();
    expect(sheet).toContain('<v>0.34997</v>');
    expect(sheet).toContain('<v>12345.6</v>');
    // Two decimals, as 34.997 % must not read as the target of 35 %... it still would with one.
    for (const format of ['0.00 %', '#,##0.0', '#,##0.00', 'yyyy-mm-dd hh:mm'])
      expect(styles).toContain(`formatCode="${format}"`);
    expect((await parts(TABLE, 'zh')).styles).toContain('formatCode="0.00%"');
  });

  test('has rows as high as their wrapped text', async () => {
    const { sheet } = await parts();
    // Two lines of 15 points; 200 characters on lines of 55: four.
    expect(sheet).toMatch(/<row r="2" ht="30"/);
    expect(sheet).toMatch(/<row r="3" ht="60"/);
  });

  test('has columns as wide as what they hold, within limits', async () => {
    const { sheet } = await parts();
    const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    // "North Bay" has 9 characters and 2 of space, which the filter's button takes no more than; the note is wrapped.
    expect(widths[0]).toBe(11);
    expect(widths[5]).toBe(56);
    const chinese = await parts({
      ...TABLE,
      columns: [{ title: '区段' }],
      rows: [['青岛西海岸新区岸线']],
    });
    // Nine Chinese characters take the room of eighteen.
    expect(chinese.sheet).toMatch(/<col [^>]*width="20"/);
  });
});

describe('times in a workbook', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each([
    // Days from 1899-12-30: 2026-12-01 is 46 357. Half past midnight in UTC is half past eight in China.
    ['China', -480, 46_357 + 8.5 / 24],
    // And half past seven of the evening before in New York.
    ['New York', 300, 46_356 + 19.5 / 24],
  ])('are dates on the clock of %s', async (_, offset, serial) => {
    // Minutes from local time to UTC; a thread cannot change its zone.
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(offset);
    const table = { ...TABLE, rows: [['', null, null, null, localTime('2026-12-01T00:30:00Z')]] };
    const { sheet } = await parts(table);
    const [, value] = /<c r="E2"[^>]*><v>([\d.]+)<\/v>/.exec(sheet) ?? [];
    expect(Math.abs(Number(value) - serial)).toBeLessThan(1e-6);
  });

  test('that cannot be read stay as written, and a day is the same day everywhere', () => {
    expect(localTime('soon')).toBe('soon');
    expect(localDay('soon')).toBe('soon');
    expect(localDay('2026-12-01')).toEqual({
      value: new Date('2026-12-01T00:00:00Z'),
      kind: 'date',
    });
  });
});

test('names of sheets are such as Excel opens', () => {
  const names = (given: readonly string[]) =>
    withSheetNames(given.map((name) => ({ name, rows: [] }))).map(({ name }) => name);
  expect(names(['Zones', 'zones', 'Zones'])).toEqual(['Zones', 'zones 2', 'Zones 3']);
  expect(names(["'A/B' [2025]: x?*\\", '', '://', '?'])).toEqual([
    "A B' 2025 x",
    '–',
    '– 2',
    '– 3',
  ]);
  const long = '青岛西海岸新区乡镇街道行政区划界线二〇二五年度更新成果数据';
  expect(names([`${long}甲乙丙丁`, `${long}甲乙丙戊`])).toEqual([
    `${long}甲乙丙`.slice(0, 31),
    `${`${long}甲乙丙`.slice(0, 29)} 2`,
  ]);
  // A character outside the basic plane is two units: it is kept whole or left out.
  expect(names([`${'a'.repeat(30)}𠀀`])).toEqual(['a'.repeat(30)]);
});
