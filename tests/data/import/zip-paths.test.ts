import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unzip } from '../../../src/data/import/readers/zip.ts';

test('an archive whose paths lead out in any spelling is refused', () => {
  for (const name of [
    '../a.json',
    'x/../../a.json',
    '/etc/a.json',
    'C:\\a.json',
    '..\\a.json',
    '\\a.json',
    '\\\\host\\a.json',
  ])
    expect(unzip(zipSync({ [name]: new Uint8Array([1]) })), name).toMatchObject({
      kind: 'refused',
      refused: { code: 'zip-path' },
    });
});
