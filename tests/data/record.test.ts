import { describe, expect, test } from 'vitest';
import { getOwn, isRecord, numberOf, textOf, wordOf } from '../../src/data/record.ts';

describe('names that come from data', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'never reach the prototype: %s',
    (name) => {
      expect(getOwn({}, name)).toBeUndefined();
      expect(textOf({}, name)).toBeUndefined();
      expect(numberOf({}, name)).toBeUndefined();
    },
  );

  test('may be any own property, "__proto__" as well', () => {
    const record: unknown = JSON.parse('{"__proto__": "mine"}');
    expect(isRecord(record) && getOwn(record, '__proto__')).toBe('mine');
  });
});

test.each([
  [null, false],
  [[], false],
  ['text', false],
  [1, false],
  [undefined, false],
  [{}, true],
])('%o is an object: %s', (value, expected) => {
  expect(isRecord(value)).toBe(expected);
});

test('a text is absent where it is blank or no text', () => {
  const record = { blank: ' \t', number: 3, text: ' 岸线 ' };
  expect(textOf(record, 'blank')).toBeUndefined();
  expect(textOf(record, 'number')).toBeUndefined();
  expect(textOf(record, 'text')).toBe(' 岸线 ');
});

test('a number is absent where it is not finite or a text', () => {
  const record = { infinite: Number.POSITIVE_INFINITY, nan: Number.NaN, text: '3', zero: 0 };
  expect(['infinite', 'nan', 'text', 'missing'].map((name) => numberOf(record, name))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(numberOf(record, 'zero')).toBe(0);
});

test('a word is absent where it is not one of those allowed', () => {
  const words = ['sandy', 'muddy'] as const;
  expect(wordOf({ class: 'muddy' }, 'class', words)).toBe('muddy');
  expect(wordOf({ class: 'Muddy' }, 'class', words)).toBeUndefined();
  expect(wordOf({ class: ['muddy'] }, 'class', words)).toBeUndefined();
});
