import { expect, test } from 'vitest';
import { changeListCsv } from '../../../src/data/coast-change/change-list-csv.ts';
import {
  changedStretches,
  ratioMeans,
  stretchesBehind,
} from '../../../src/domain/coast-change/stretches-behind.ts';
import { AFTER, BEFORE, twoSurveys, ZONES } from '../../domain/coast-change/two-surveys.ts';

const { change, scope } = twoSurveys();
const means = ratioMeans(change.overall.before, change.overall.after);
const names = {
  before: new Map(BEFORE.map(({ id, name }) => [id, name])),
  after: new Map(AFTER.map(({ id, name }) => [id, name])),
};
const given = {
  scope,
  nameOf: (side: 'before' | 'after', id: string) => names[side].get(id),
  zones: ZONES.map(({ name }) => name),
  notice: 'Not surveyed, "so far".',
};

function read(text: string): readonly (readonly string[])[] {
  return text
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}

test('a list has a row a stretch: line, classes, chainages, what it adds, and the notice', () => {
  const rows = stretchesBehind({ kind: 'reason', of: 'restored' }, change.stretches, {
    scope,
    means,
  });
  const [head = [], row = [], ...more] = read(changeListCsv({ ...given, rows, isOfFigure: true }));
  expect(more).toEqual([]);
  const cell = (name: string): string | undefined => row[head.indexOf(name)];
  expect(cell('WKT')).toBe('LINESTRING (0.09 0,0.1 0)');
  expect(['kind', 'reason', 'class_before', 'class_after'].map(cell)).toEqual([
    ...['matched', 'restored', 'artificial', 'restored'],
  ]);
  // 0.01° of the equator, 0.03° after the start of the quay.
  expect(Number(cell('adds_m'))).toBeCloseTo(1113.195, 2);
  expect(Number(cell('from_before_m'))).toBeCloseTo(3339.585, 2);
  expect(Number(cell('from_after_m'))).toBeCloseTo(0, 6);
  expect(cell('zones_en')).toBe('east');
  expect(cell('notice')).toBe('Not surveyed, "so far".');
});

test('all changes are listed once, without what they add to one figure, and their points add up', () => {
  const rows = changedStretches(change.stretches, { scope, means });
  const [head = [], ...body] = read(changeListCsv({ ...given, rows, isOfFigure: false }));
  expect(head).not.toContain('adds_m');
  const points = body.map((row) => Number(row[head.indexOf('points')]));
  const sum = points.reduce((all, each) => all + each, 0);
  expect(sum).toBeCloseTo((change.overall.change.ratio ?? Number.NaN) * 100, 7);
  const [gained] = body.filter((row) => row[head.indexOf('kind')] === 'gained');
  expect(gained?.[head.indexOf('segment_before')]).toBe('');
  expect(gained?.[head.indexOf('segment_after')]).toBe('east');
});
