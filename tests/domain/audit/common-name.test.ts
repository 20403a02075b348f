import { expect, test } from 'vitest';
import { commonName } from '../../../src/domain/audit/common-name.ts';

const named = (...names: readonly (readonly [zh: string, en: string])[]) =>
  commonName(names.map(([zh, en]) => ({ zh, en })));

test('is what the names begin with, in whole words and without the comma behind it', () => {
  expect(
    named(
      ['东岛南岸', 'East Island, south shore'],
      ['东岛码头', 'East Island, landing'],
      ['东岛西岸', 'East Island, south-west shore'],
    ),
  ).toEqual({ zh: '东岛', en: 'East Island' });
  expect(named(['北礁一', 'North Reef 12'], ['北礁二', 'North Reef 13'])).toEqual({
    zh: '北礁',
    en: 'North Reef',
  });
});

test('is the first name where they share nothing, and the only name as it is', () => {
  expect(named(['南岸', 'South shore'], ['北岸', 'Southern tip'])).toEqual({
    zh: '南岸',
    en: 'South shore',
  });
  expect(named(['小岛（东）', 'Islet (east)'])).toEqual({ zh: '小岛（东）', en: 'Islet (east)' });
  expect(commonName([])).toEqual({ zh: '', en: '' });
});

test('a name that is the whole of the others is what they share', () => {
  expect(named(['东岛', 'East Island'], ['东岛码头', 'East Island landing'])).toEqual({
    zh: '东岛',
    en: 'East Island',
  });
});
