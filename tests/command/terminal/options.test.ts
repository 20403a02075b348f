import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../src/command/terminal/options.ts';
import { chooseLanguage } from '../../../src/command/terminal/terminal.ts';

const TABLE = { values: { format: ['json', 'csv'], zones: [] }, flags: ['help'], takesFiles: true };

describe('options', () => {
  test('take their value after a space or an equals sign', () => {
    for (const args of [
      ['--format', 'csv', '--zones=a=b.geojson'],
      ['--zones', 'a=b.geojson', '--format=csv'],
    ]) {
      const options = readOptions(args, TABLE);
      expect(options.ok && [...options.value.values].toSorted()).toEqual([
        ['format', 'csv'],
        ['zones', 'a=b.geojson'],
      ]);
    }
  });

  test('end at two dashes: what follows is files, even with dashes', () => {
    const options = readOptions(['a', '--help', '--', '--format', '-x'], TABLE);
    expect(options.ok && options.value).toMatchObject({ files: ['a', '--format', '-x'] });
  });

  test.each([
    [['--format', 'xml']],
    [['--format']],
    [['--format=']],
    [['--zones', '--format', 'csv']],
    [['--format=csv', '--format=csv']],
    [['--__proto__', 'x']],
    [['--constructor=x']],
    [['--help=1']],
    [['-z']],
  ])('are refused when not understood: %j', (args) => {
    expect(readOptions(args, TABLE).ok).toBe(false);
  });

  test('are all that some commands take', () => {
    expect(readOptions(['a.geojson'], { ...TABLE, takesFiles: false }).ok).toBe(false);
  });
});

test.each([
  ['zh', {}, 'zh'],
  ['en', { LANG: 'zh_CN.UTF-8' }, 'en'],
  [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh'],
  [undefined, { LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [undefined, { LANG: 'zh_CN.UTF-8', LC_ALL: '' }, 'zh'],
  [undefined, { LANG: 'C.UTF-8' }, 'en'],
  [undefined, {}, 'en'],
])('the language asked for (%s) or that of the locale %j is %s', (asked, env, language) => {
  expect(chooseLanguage(asked, env)).toBe(language);
});
