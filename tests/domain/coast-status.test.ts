import { expect, test } from 'vitest';
import { type CoastStatus, jointStatus } from '../../src/domain/coast-status.ts';
import { statedInWords } from '../../src/domain/stated-in-words.ts';

const FIRST = { survey: 'Survey A', date: '2024-06', unit: 'Office', waterLevel: 'MHWS' };
const SECOND = { ...FIRST, survey: 'Survey B' };
const ILLUSTRATION: CoastStatus = { kind: 'illustration' };
const SURVEYED: CoastStatus = { kind: 'surveyed' };
const stated = (...statements: readonly (typeof FIRST)[]): CoastStatus => ({
  kind: 'stated',
  statements,
});

test.each([
  ['nothing', [], ILLUSTRATION],
  ['a stated and an unstated part', [stated(FIRST), ILLUSTRATION], ILLUSTRATION],
  ['a surveyed and an unstated part', [SURVEYED, ILLUSTRATION], ILLUSTRATION],
  ['surveyed parts', [SURVEYED, SURVEYED], SURVEYED],
  ['a surveyed and a stated part', [SURVEYED, stated(FIRST)], stated(FIRST)],
  ['parts of two surveys', [stated(FIRST), stated(SECOND, FIRST)], stated(FIRST, SECOND, FIRST)],
])('a coast of %s', (_, parts, status) => {
  expect(jointStatus(parts)).toEqual(status);
});

test('statements are one sentence, each once, whatever the user wrote', () => {
  const parts = [FIRST, { ...SECOND, unit: ' The\n Office ' }, { ...FIRST, unit: 'Office ' }];
  const { en, zh } = statedInWords(stated(...parts)) ?? {};
  expect(en).toBe(
    'Coastline as stated by the importer: Survey A, 2024-06, Office, MHWS; Survey B, 2024-06, The Office, MHWS.',
  );
  expect(zh).toBe(
    '岸线由导入者声明：Survey A，2024-06，Office，MHWS；Survey B，2024-06，The Office，MHWS。',
  );
  expect([statedInWords(ILLUSTRATION), statedInWords(SURVEYED)]).toEqual([undefined, undefined]);
});
