import { expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import { datasetReport } from '../../../src/data/import/import-report.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { decodeImportText } from '../../../src/data/import/text/decode-import-text.ts';

/** Forty rows of a table of stretches, with longitude and latitude. */
const ROWS = Array.from(
  { length: 40 },
  (_, row) => `岸段${row},砂质岸线,${(119.8 + row / 1000).toFixed(3)},35.7`,
);
const TABLE = `名称,类型,经度,纬度\n${ROWS.join('\n')}\n`;

/** The table in UTF-8, the middle byte of 砂 (e7 a0 82) in one row replaced by another. */
function broken(row: number): Uint8Array {
  const before = new TextEncoder().encode(
    `名称,类型,经度,纬度\n${ROWS.slice(0, row).join('\n')}\n岸段${row},`,
  );
  const bytes = new TextEncoder().encode(TABLE);
  expect([...bytes.subarray(before.length, before.length + 3)]).toEqual([0xe7, 0xa0, 0x82]);
  bytes[before.length + 1] = 0x41;
  return bytes;
}

test('a text with one broken byte stays UTF-8, and the record is told', async () => {
  const { datasets, refused } = await readFiles([{ name: 'a.csv', bytes: broken(7) }], {});
  expect(refused).toEqual([]);
  const [raw] = datasets;
  if (raw === undefined) throw new Error('nothing was read');
  expect(raw.encoding).toEqual({ name: 'utf-8', how: 'proposed' });
  expect(raw.features).toHaveLength(40);
  const { issues } = datasetReport(importDataset(raw, [119.5, 35.53, 120.36, 36.18]));
  const lost = issues.filter(({ code }) => code === 'characters-lost');
  // Rows count from the header.
  expect(lost.map(({ row }) => row)).toEqual([9]);
});

test('a declared encoding that all but one byte obeys is the declared one', () => {
  expect(decodeImportText(broken(7), { declared: 'UTF-8' })?.encoding).toEqual({
    name: 'utf-8',
    how: 'declared',
  });
});

test('a degree sign of a western code page leaves numbers readable', () => {
  const text = `name,lat\n${'harbour light,35.7\n'.repeat(20)}`;
  // 36°35'12" with the sign as one byte, b0: GB18030 would begin a character of four bytes with b0 33.
  const bytes = Uint8Array.from([...`${text}last,36`, '\xb0', `35'12"\n`.slice(0)].join(''), (c) =>
    c.charCodeAt(0),
  );
  expect(decodeImportText(bytes)).toEqual({
    text: `${text}last,36°35'12"\n`,
    encoding: { name: 'windows-1252', how: 'proposed' },
  });
});

test('Chinese in GB18030 is not taken for broken UTF-8', () => {
  // 岸线 by python3: b0b6 cfdf.
  const bytes = Uint8Array.from(Array.from({ length: 100 }, () => [0xb0, 0xb6, 0xcf, 0xdf]).flat());
  expect(decodeImportText(bytes)).toEqual({
    text: '岸线'.repeat(100),
    encoding: { name: 'gb18030', how: 'proposed' },
  });
});

test('bytes of no text are refused', () => {
  const noise = Uint8Array.from({ length: 500 }, (_, at) => (at * 97 + 13) % 256);
  expect(decodeImportText(noise)).toBeUndefined();
});
