import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { readFiles } from '../../../src/data/import/read-files.ts';

test('formulas without a saved result are told with their first cell, and read as empty', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '站位',
        rows: [
          ['名称', '经度', '纬度'],
          ['a', 119.9, 35.9],
          ['b', 119.9, 35.8],
          ['c', 119.9, 35.7],
        ],
      },
    ],
  });
  const files = unzipSync(new Uint8Array(bytes));
  const path = Object.keys(files).find((name) => name.endsWith('sheet1.xml')) ?? '';
  const xml = strFromU8(files[path] ?? new Uint8Array());
  // C3 has its result, C4 has none; that of D4 is an empty text.
  const changed = xml
    .replace(/<v>35\.8<\/v>/, '<f>B3-84.1</f><v>35.8</v>')
    .replace(/<v>35\.7<\/v><\/c>/, '<f>B4-84.2</f></c><c r="D4" t="str"><f>""</f><v></v></c>');
  expect(changed.match(/<f>/g)).toHaveLength(3);
  const book = zipSync({ ...files, [path]: strToU8(changed) });
  const { datasets } = await readFiles([{ name: 'stations.xlsx', bytes: book }], {});
  const [dataset] = datasets;
  const told = dataset?.issues.filter(({ code }) => code === 'formula-without-value') ?? [];
  expect(told.map(({ message }) => message.en)).toEqual([
    'in the sheet "站位", formulas without a saved result were read as empty: C4.',
  ]);
  expect(dataset?.features.map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [119.9, 35.9] },
    { type: 'Point', coordinates: [119.9, 35.8] },
  ]);
});
