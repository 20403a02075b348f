import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { fieldSheetRows } from '../../../src/data/audit/field-sheet-rows.ts';
import { csvText } from '../../../src/data/csv-text.ts';
import { readFieldSheet } from '../../../src/data/import/read-field-sheet.ts';
import { parseDay } from '../../../src/data/import/text/parse-day.ts';
import { surveyTable, visitFile } from '../../../src/data/uncertainty/visit-lists.ts';
import type { FieldRow, FieldSheet } from '../../../src/domain/audit/field-sheet.ts';
import { COASTLINE_CLASSES } from '../../../src/domain/coastline.ts';
import { COASTLINE_SYMBOLS } from '../../../src/domain/symbology.ts';
import { closeTo } from '../../close-to.ts';
import { EQUATOR_DEGREE, equatorSegment } from '../../domain/build.ts';

async function readBytes(bytes: Uint8Array, name = 'walk.csv'): Promise<FieldSheet> {
  const read = await readFieldSheet({ name, bytes });
  if (!read.ok) throw new Error(read.error.message.en);
  return read.value;
}
const readRows = async (...lines: readonly string[]): Promise<readonly FieldRow[]> =>
  (await readBytes(strToU8(lines.join('\n')))).rows;

/** Codes of GB18030 for the texts of these tests, from its code chart (GB 2312 rows). */
const GB18030 = new Map([
  ...[
    ['编', [0xb1, 0xe0]],
    ['号', [0xba, 0xc5]],
    ['类', [0xc0, 0xe0]],
    ['型', [0xd0, 0xcd]],
  ],
  ...[
    ['砂', [0xc9, 0xb0]],
    ['质', [0xd6, 0xca]],
  ],
] as [string, number[]][]);
const inGb18030 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((sign) => GB18030.get(sign) ?? sign.charCodeAt(0)));

test.each([
  ['2026-05-03', '2026-05-03'],
  ['2026/5/3', '2026-05-03'],
  ['2026.5.3', '2026-05-03'],
  ['2026年5月3日', '2026-05-03'],
  ['２０２６年５月３日', '2026-05-03'],
  ['2026-05-03T08:30:00.000Z', '2026-05-03'],
  ['2026/5/3 14:20', '2026-05-03'],
  ['20260503', '2026-05-03'],
  // 2000-01-01 is day 36526 of Excel (Microsoft, DATEVALUE), and 2024-02-29 day 45351.
  [36526, '2000-01-01'],
  ['45351.75', '2024-02-29'],
  ['2024-02-29', '2024-02-29'],
])('the day %s', (cell, day) => {
  expect(parseDay(cell)).toBe(day);
});

test.each(['5/3/2026', '2026-02-30', '2025-02-29', '2026-13-01', '26/5/3', '5月3日', '2026', ''])(
  '%s is no day',
  (text) => {
    expect(parseDay(text)).toBeUndefined();
  },
);

describe('a field sheet', () => {
  test('is read with Chinese names of columns below a title, with the rows of the file', async () => {
    const rows = await readRows(
      '2026年五月查勘,,,,',
      '岸段编号,岸线类型,调查日期,备注,置信度',
      'a-1,砂质岸线,2026年5月3日,退潮时,高',
      '',
      'a-2,渔港,2026/5/4,,中',
    );
    expect(rows).toEqual([
      {
        ...{ row: 3, id: '', segmentId: 'a-1', found: { kind: 'class', class: 'sandy' } },
        ...{ date: '2026-05-03', remark: '退潮时', by: '', confidence: 'high' },
      },
      {
        ...{ row: 5, id: '', segmentId: 'a-2', date: '2026-05-04', remark: '', by: '' },
        found: { kind: 'class', class: 'artificial', use: 'fishing-harbour' },
        confidence: 'medium',
      },
    ]);
  });

  test('is read in GB18030', async () => {
    const { rows } = await readBytes(inGb18030('编号,类型\nk1,砂质\n'));
    expect(rows.map(({ id, found }) => [id, found])).toEqual([
      ['k1', { kind: 'class', class: 'sandy' }],
    ]);
  });

  test('is read from a workbook with real dates, from each sheet that is one', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'notes', rows: [['what to do'], ['walk']] },
        {
          name: 'north',
          rows: [
            ['id', 'class found', 'date'],
            [12, 'rock', new Date(Date.UTC(2026, 4, 3))],
            ['b', 'mud', 46145],
          ],
        },
        {
          name: 'south',
          rows: [
            ['id', 'class found', 'remark'],
            ['c', 'sandy', 'calm'],
          ],
        },
      ],
    });
    const { rows } = await readBytes(new Uint8Array(bytes), 'walk.xlsx');
    expect(rows.map(({ sheet, row, id, date }) => [sheet, row, id, date])).toEqual([
      ['north', 2, '12', '2026-05-03'],
      ['north', 3, 'b', '2026-05-03'],
      ['south', 2, 'c', undefined],
    ]);
  });

  test('tells blank, open and unread classes apart, and keeps what cannot be read as written', async () => {
    const rows = await readRows(
      'id,class,date,confidence',
      'a,,3 May,fair',
      'b,other,,',
      'c,B3,,',
      'd,rock and sand,,',
      'e,人工沙滩,,',
    );
    expect(rows.map(({ found }) => found.kind)).toEqual([
      ...['blank', 'open', 'unread', 'unread', 'unread'],
    ]);
    expect([rows[0]?.unreadDate, rows[0]?.unreadConfidence]).toEqual(['3 May', 'fair']);
    expect(rows[0]).not.toHaveProperty('date');
  });

  test('takes a plain class for that of the map where another column says what was found', async () => {
    const [row] = await readRows('id,class,confidence,class_found,found_by', 'a,rock,low,sand,Li');
    expect(row?.found).toEqual({ kind: 'class', class: 'sandy' });
    expect(row).not.toHaveProperty('confidence');
    expect(row?.by).toBe('Li');
  });

  test('reads each class by the name that the map shows', async () => {
    for (const language of ['zh', 'en'] as const) {
      const rows = await readRows(
        'id,class found',
        ...COASTLINE_CLASSES.map((name) => `x,${COASTLINE_SYMBOLS[name].label[language]}`),
      );
      expect(rows.map(({ found }) => found.kind === 'class' && found.class)).toEqual([
        ...COASTLINE_CLASSES,
      ]);
    }
  });

  test('without its columns is refused with those that it has; so are archives and pictures', async () => {
    const refused = async (bytes: Uint8Array, name = 'a.csv') => {
      const read = await readFieldSheet({ name, bytes });
      return read.ok ? undefined : [read.error.code, read.error.message.en];
    };
    expect(await refused(strToU8('name,longitude,latitude\nx,120,36'))).toEqual([
      'field-sheet-columns',
      'no column of ids together with one of classes found; its columns are: name, longitude, latitude.',
    ]);
    expect((await refused(zipSync({ 'a.csv': strToU8('id,class') }), 'a.zip'))?.[0]).toBe(
      'table-archived',
    );
    expect((await refused(strToU8('%PDF-1.7'), 'a.pdf'))?.[0]).toBe('format-pdf');
    expect((await refused(new Uint8Array()))?.[0]).toBe('file-empty');
  });

  test('tells rows that lost a character', async () => {
    const bytes = strToU8(
      '编号,实地类型,备注\nk1,砂质岸线,退潮时查勘，沙滩宽约二十米，有礁石出露\nk2,砂质岸线,X\n',
    );
    bytes[bytes.lastIndexOf(0x58)] = 0xff;
    const { notes } = await readBytes(bytes);
    expect(notes.map(({ message }) => message.en)).toEqual([
      'characters were lost and show as "\uFFFD": row 3.',
    ]);
  });
});

describe('a field sheet that is saved here', () => {
  const segments = [
    equatorSegment('rock', 'bedrock', [0, 1], { name: { zh: '岩岸', en: 'Rock, "old"' } }),
    equatorSegment('=1+1', undefined, [1, 3]),
  ];

  test.each(['zh', 'en'] as const)(
    'comes back with its ids and nothing found (%s)',
    async (language) => {
      const text = csvText(fieldSheetRows(segments, language));
      const { rows, notes } = await readBytes(strToU8(text));
      expect(rows.map(({ id, found }) => [id, found.kind])).toEqual([
        ['rock', 'blank'],
        ['=1+1', 'blank'],
      ]);
      expect(notes).toEqual([]);
    },
  );

  test('names class, length and middle of each stretch', () => {
    const [head, rock, bare] = fieldSheetRows(segments, 'en');
    expect(head).toEqual([
      ...['id', 'name', 'class on the map', 'length (m)', 'longitude', 'latitude'],
      ...['class found', 'date', 'remark'],
    ]);
    expect(rock?.slice(0, 3)).toEqual(['rock', 'Rock, "old"', 'Bedrock']);
    // A degree of the equator, to the metre.
    closeTo(Number(rock?.[3]), EQUATOR_DEGREE.ellipsoid, 0.5);
    expect(rock?.slice(4, 6)).toEqual(['0.500000', '0.000000']);
    expect(bare?.[2]).toBe('Not classified');
  });

  test('the list of stretches to survey first is one too', async () => {
    const stretches = [
      { segmentId: 'rock', class: 'bedrock' as const, confidence: 'low' as const },
    ].map((stretch) => ({ ...stretch, lengthM: 1, narrowing: 0.1, narrowingPerKm: 0.1 }));
    const table = surveyTable({ survey: { stretches, widthBefore: 0, widthAfter: 0 } }, segments);
    const filled = visitFile(table, 'csv').text.replace(/,,,?\r\n$/, ',sandy,2026-05-03,Li\r\n');
    const { rows } = await readBytes(strToU8(filled));
    expect(rows.map(({ segmentId, found, date, by }) => [segmentId, found, date, by])).toEqual([
      ['rock', { kind: 'class', class: 'sandy' }, '2026-05-03', 'Li'],
    ]);
  });
});
