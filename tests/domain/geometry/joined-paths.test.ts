import { expect, test } from 'vitest';
import { joinedPaths } from '../../../src/domain/geometry/joined-paths.ts';

/** Paths as words: `0 -1 2` for line 0, line 1 backwards, and line 2. */
const told = (...lines: readonly string[]) =>
  joinedPaths(lines.map(([start = '', end = '']) => [start, end])).map((path) =>
    path.map(({ line, isForward }) => `${isForward ? '' : '-'}${line}`).join(' '),
  );

test('lines that meet two by two are one path from its beginning, whatever their order and direction', () => {
  expect(told('bc', 'ab', 'dc', 'xy')).toEqual(['1 0 -2', '3']);
});

test('a fork ends the paths that meet there', () => {
  expect(told('ab', 'bc', 'bd')).toEqual(['0', '1', '2']);
});

test('a ring has each line once, and a line that returns to its start is one', () => {
  expect(told('ab', 'bc', 'ca')).toEqual(['1 2 0']);
  expect(told('aa', 'bc')).toEqual(['0', '1']);
});

test('no lines have no paths', () => {
  expect(told()).toEqual([]);
});
