import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText } from '../../../src/data/checks/check-text.ts';
import { repeatedKeys } from '../../../src/data/checks/repeated-keys.ts';

function names(text: string): readonly string[] {
  JSON.parse(text);
  return repeatedKeys(text).map(({ name }) => name);
}

describe('a name that stands twice in one object is found', () => {
  test.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', []],
    ['[{"a":1,"b":2},{"a":1,"b":2,"a":3}]', ['a']],
    ['[{"a":1,"b":2},{"b":1,"a":2},{"b":1,"a":2,"b":3}]', ['b']],
    ['{"class":1,"cl\\u0061ss":2}', ['class']],
    ['{"a":"}\\"{\\\\","a":2}', ['a']],
    ['{"a":"a\\":1","b":"a"}', []],
    ['{ "a" : 1 , "a"\n: 2 , "a"\t: 3}', ['a', 'a']],
    ['{"__proto__":1,"constructor":2,"__proto__":3}', ['__proto__']],
    ['{"":1,"":2}', ['']],
    ['["a","a",":"]', []],
    ['{}', []],
    ['"{\\"a\\":1,\\"a\\":2}"', []],
  ])('in %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('and none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(4), (text, indent) => {
        expect(names(JSON.stringify(JSON.parse(text), null, indent))).toEqual([]);
      }),
    );
  });
});

function issuesOf(file: string, role: 'coastline' | 'zones' | 'rule' = 'coastline') {
  const text = readFileSync(`tests/fixtures/cases/${file}`, 'utf8');
  return checkText({ text, value: JSON.parse(text), dataset: file, role });
}

test('both values are told with line and column, and the feature', () => {
  expect(issuesOf('B10-class-twice-coast.geojson')).toMatchObject([
    {
      code: 'key-repeated',
      featureId: 'a',
      path: ['features', 0, 'properties', 'class'],
      place: { line: 11, column: 5 },
      message: {
        en: expect.stringContaining('"bedrock" at line 10 column 5, "artificial" here'),
      },
    },
  ]);
});

test('of features that stand twice, too', () => {
  const [issue, ...others] = issuesOf('b10-features-twice-coast.geojson');
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ path: ['features'], place: { line: 1 } });
});

test('in a sound file nothing is told', () => {
  expect(issuesOf('ok-coast.geojson')).toEqual([]);
  expect(issuesOf('ok-zones.geojson', 'zones')).toEqual([]);
});

test('keys of a rule that nobody reads are told at every level', () => {
  expect(issuesOf('r-unknown-top.json', 'rule')).toMatchObject([
    { code: 'rule-key-unknown', path: ['tarjet'] },
  ]);
  const value = { target: 0.4, Counting: {}, sensitivity: { flipp: [] }, notice: { de: 'x' } };
  const text = JSON.stringify(value);
  const found = checkText({ text, value, dataset: 'audit.json', role: 'rule' });
  expect(found.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['rule-key-unknown', 'Counting'],
    ['rule-key-unknown', 'sensitivity.flipp'],
    ['rule-key-unknown', 'notice.de'],
  ]);
});
