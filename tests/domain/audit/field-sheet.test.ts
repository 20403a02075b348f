import { describe, expect, test } from 'vitest';
import {
  type FieldRow,
  type FieldVisit,
  fieldEntries,
  matchFieldSheet,
} from '../../../src/domain/audit/field-sheet.ts';
import { reclassified } from '../../../src/domain/audit/reclassification.ts';
import type { CoastlineClass, CoastlineUse } from '../../../src/domain/coastline.ts';
import { equatorSegment } from '../build.ts';

const ROCK = equatorSegment('rock', 'bedrock', [0, 1], { confidence: 'low' });
const QUAY = equatorSegment('quay', 'artificial', [1, 2], { use: 'port', confidence: 'medium' });
const BARE = equatorSegment('bare', undefined, [2, 3], { confidence: 'low' });
const COAST = { segments: [ROCK, QUAY, BARE], setAsideIds: new Set(['broken']) };

function row(number: number, id: string, found?: CoastlineClass, other: Partial<FieldRow> = {}) {
  return {
    ...{ row: number, id, segmentId: '', remark: '', by: '' },
    found:
      found === undefined ? { kind: 'blank' as const } : { kind: 'class' as const, class: found },
    ...other,
  } satisfies FieldRow;
}
const as = (shoreClass: CoastlineClass, use: CoastlineUse) => ({
  found: { kind: 'class' as const, class: shoreClass, use },
});
const refusals = (rows: readonly FieldRow[]) =>
  matchFieldSheet(rows, COAST).refused.map(({ row: { row: number }, why, others = [] }) => [
    number,
    why,
    ...others.map((other) => other.row),
  ]);
const changes = (rows: readonly FieldRow[]) =>
  matchFieldSheet(rows, COAST).visits.map(({ subject, isChange, confidence }) => [
    subject.id,
    isChange,
    confidence,
  ]);

describe('a field sheet against the coast', () => {
  test('changes what was found otherwise, confirms what was found as drawn, and is sure of both', () => {
    expect(changes([row(2, 'rock', 'sandy'), row(3, 'quay', 'artificial')])).toEqual([
      ['rock', true, 'high'],
      ['quay', false, 'high'],
    ]);
    expect(changes([row(2, 'bare', 'muddy')])).toEqual([['bare', true, 'high']]);
  });

  test('takes the confidence that a row states, and keeps that of the data where it cannot be read', () => {
    expect(
      changes([
        row(2, 'rock', 'sandy', { confidence: 'medium' }),
        row(3, 'quay', 'artificial', { unreadConfidence: '??' }),
      ]),
    ).toEqual([
      ['rock', true, 'medium'],
      ['quay', false, 'medium'],
    ]);
  });

  test('another use of artificial coast is a change; no use stated is none', () => {
    expect(changes([row(2, 'quay', 'artificial', as('artificial', 'shipyard'))])).toEqual([
      ['quay', true, 'high'],
    ]);
    expect(changes([row(2, 'quay', 'artificial', as('artificial', 'port'))])).toEqual([
      ['quay', false, 'high'],
    ]);
  });

  test('natural without the kind confirms a natural kind, which stays; it changes built coast', () => {
    const { visits } = matchFieldSheet(
      [row(2, 'rock', 'natural'), row(3, 'quay', 'natural')],
      COAST,
    );
    expect(visits.map(({ isChange, isKindKept }) => [isChange, isKindKept])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('every row is in one list, each refused one with its reason', () => {
    const rows = [
      row(2, 'rock', 'sandy'),
      row(3, 'rocks', 'sandy'),
      row(4, '', 'sandy'),
      row(5, 'broken', 'sandy'),
      row(6, 'quay', undefined, { found: { kind: 'unread', text: 'x' } }),
      row(7, 'bare', undefined, { found: { kind: 'open', text: 'other' } }),
      row(8, 'bare'),
    ];
    const { visits, blanks, refused } = matchFieldSheet(rows, COAST);
    expect([visits.length, blanks.length, refused.length]).toEqual([1, 1, 5]);
    expect(refusals(rows)).toEqual([
      [3, 'unknown-id'],
      [4, 'no-id'],
      [5, 'set-aside'],
      [6, 'class-unread'],
      [7, 'class-open'],
    ]);
  });

  test('of rows that contradict each other none is taken, and each names the others', () => {
    const rows = [row(2, 'rock', 'sandy'), row(3, 'quay', 'artificial'), row(9, 'rock', 'muddy')];
    expect(changes(rows)).toEqual([['quay', false, 'high']]);
    expect(refusals(rows)).toEqual([
      [2, 'contradicted', 9],
      [9, 'contradicted', 2],
    ]);
    const uses = [
      row(2, 'quay', 'artificial', as('artificial', 'port')),
      row(3, 'quay', 'artificial', as('artificial', 'road')),
    ];
    expect(refusals(uses)).toEqual([
      [2, 'contradicted', 3],
      [3, 'contradicted', 2],
    ]);
  });

  test('of rows that agree the latest is taken, and the others are told', () => {
    const rows = [
      row(2, 'rock', 'sandy', { date: '2026-05-04' }),
      row(3, 'rock', 'sandy', { date: '2026-05-03' }),
    ];
    expect(matchFieldSheet(rows, COAST).visits.map(({ row: { row: number } }) => number)).toEqual([
      2,
    ]);
    expect(refusals(rows)).toEqual([[3, 'repeated', 2]]);
    // Of the same day, the one that names a use, and then the last.
    const alike = [
      row(2, 'quay', 'artificial', as('artificial', 'port')),
      row(3, 'quay', 'artificial'),
    ];
    expect(refusals(alike)).toEqual([[3, 'repeated', 2]]);
    expect(refusals([row(2, 'rock', 'sandy'), row(3, 'rock', 'sandy')])).toEqual([
      [2, 'repeated', 3],
    ]);
  });

  test('many rows that contradict one are named up to three', () => {
    const rows = [row(2, 'rock', 'sandy'), ...[3, 4, 5, 6].map((at) => row(at, 'rock', 'muddy'))];
    expect(refusals(rows)[0]).toEqual([2, 'contradicted', 3, 4, 5]);
  });

  test('an id is found in full width, another case and with blanks, unless that names two', () => {
    expect(changes([row(2, ' ＲＯＣＫ ', 'sandy')])).toEqual([['rock', true, 'high']]);
    const twins = { ...COAST, segments: [ROCK, { ...ROCK, id: 'Rock' }] };
    expect(matchFieldSheet([row(2, 'ROCK', 'sandy')], twins).refused[0]?.why).toBe('unknown-id');
    expect(matchFieldSheet([row(2, 'Rock', 'sandy')], twins).visits[0]?.subject.id).toBe('Rock');
  });

  test('numbered rows name their stretch in its own column; sample points speak for no stretch', () => {
    expect(changes([row(2, '1', 'sandy', { segmentId: 'rock' })])).toEqual([
      ['rock', true, 'high'],
    ]);
    expect(refusals([row(2, 'P001', 'sandy', { segmentId: 'rock' })])).toEqual([
      [2, 'sample-point'],
    ]);
  });
});

describe('the entries of a field sheet', () => {
  const reasonOf = ({ row: { date, remark } }: FieldVisit) => `sheet ${date}: ${remark}`;
  const seen = { date: '2026-05-03', remark: 'a' };

  test('put together what has the same result and reason, changes first', () => {
    const { visits } = matchFieldSheet(
      [
        row(2, 'quay', 'artificial', seen),
        row(3, 'rock', 'sandy', seen),
        row(4, 'bare', 'sandy', seen),
      ],
      COAST,
    );
    const entries = fieldEntries(visits, { date: '2026-06-01T00:00:00Z', reasonOf });
    const alike = {
      confidence: 'high',
      reason: 'sheet 2026-05-03: a',
      date: '2026-06-01T00:00:00Z',
    };
    expect(entries).toEqual([
      { segmentIds: ['rock', 'bare'], class: 'sandy', ...alike },
      { segmentIds: ['quay'], ...alike },
    ]);
  });

  test('leave the class and use of a confirmed stretch, and give it the sheet as its source', () => {
    const { visits } = matchFieldSheet([row(2, 'quay', 'artificial', seen)], COAST);
    const entries = fieldEntries(visits, { date: '2026-06-01', reasonOf });
    const [, quay] = reclassified(COAST.segments, entries);
    expect(quay).toEqual({ ...QUAY, confidence: 'high', classSource: 'sheet 2026-05-03: a' });
  });

  test('give a new use to artificial coast', () => {
    const { visits } = matchFieldSheet(
      [row(2, 'quay', 'artificial', as('artificial', 'road'))],
      COAST,
    );
    const [, quay] = reclassified(COAST.segments, fieldEntries(visits, { date: '', reasonOf }));
    expect([quay?.class, quay?.use]).toEqual(['artificial', 'road']);
  });
});
