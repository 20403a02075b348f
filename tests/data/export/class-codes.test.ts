import { describe, expect, test } from 'vitest';
import { classCode, codedWord, parseClassCodes } from '../../../src/data/export/class-codes.ts';
import type { CoastlineClass } from '../../../src/domain/coastline.ts';

const NEEDED: ReadonlySet<CoastlineClass> = new Set(['bedrock', 'artificial']);

describe('a list of codes', () => {
  test.each([
    ['JSON', '{"bedrock": "0101", "artificial": 2}'],
    ['lines', 'bedrock = 0101\nartificial=2\n'],
    ['Chinese names, in full and in short', '基岩岸线：0101\r\n人工，2'],
    ['a table', '\uFEFFbedrock\t0101\nartificial\t2'],
  ])('is read as %s', (_, text) => {
    const read = parseClassCodes(text, NEEDED);
    if (!read.ok) throw new Error(read.error.message.en);
    expect(classCode('bedrock', read.value)).toBe('0101');
    expect(classCode('artificial', read.value)).toBe('2');
    expect(classCode(undefined, read.value)).toBe(null);
  });

  test('may give coast without a class a code', () => {
    const read = parseClassCodes('bedrock=1\nartificial=2\nunclassified=9', NEEDED);
    if (!read.ok) throw new Error(read.error.message.en);
    expect(classCode(undefined, read.value)).toBe('9');
  });

  test.each([
    ['', /no list/],
    ['hello', /no list/],
    ['{"bedrock": ', /no list/],
    ['rocky = 1', /“rocky”/],
    ['__proto__ = 1', /“__proto__”/],
    ['{"bedrock": null, "artificial": 1}', /no code after “bedrock”/],
    ['bedrock = 1\nbedrock = 2\nartificial = 3', /two codes/],
    ['bedrock = 1', /no code for artificial, which the coastline has/],
  ])('is refused with the reason: %j', (text, reason) => {
    const read = parseClassCodes(text, NEEDED);
    if (read.ok) throw new Error('it was taken');
    expect(read.error.message.en).toMatch(reason);
    expect(read.error.message.zh.length * read.error.cure.zh.length).toBeGreaterThan(0);
  });
});

test('Chinese names stand for classes and for other words', () => {
  const codes = { kind: 'chinese', words: new Map([['use_port', '港口']]) } as const;
  expect(classCode('restored', codes)).toBe('整治修复岸线');
  expect(codedWord('use', 'port', codes)).toBe('港口');
  expect(codedWord('use', 'other', codes)).toBe('other');
  expect(codedWord('use', 'port', { kind: 'own' })).toBe('port');
});
