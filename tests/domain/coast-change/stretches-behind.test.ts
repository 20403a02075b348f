import { describe, expect, test } from 'vitest';
import { CHANGE_KINDS, SHORE_KEYS } from '../../../src/domain/coast-change/change-ledger.ts';
import type { ScopeChange } from '../../../src/domain/coast-change/compare-coasts.ts';
import {
  type ChangeFigure,
  decisiveReason,
  displacements,
  mainReason,
  ratioMeans,
  stretchesBehind,
} from '../../../src/domain/coast-change/stretches-behind.ts';
import { closeTo } from '../../close-to.ts';
import { EQUATOR_DEGREE } from '../build.ts';
import { twoSurveys } from './two-surveys.ts';

/** The promise: lengths to 1 mm, ratios to 1e-9. */
const MILLIMETRE = 0.001;
const RATIO = 1e-9;
const along = (degrees: number): number => degrees * EQUATOR_DEGREE.ellipsoid;

function compared(judged: readonly string[] = []) {
  const answer = twoSurveys(judged);
  const behind = (figure: ChangeFigure, zone?: number) => {
    const figures: ScopeChange = answer.change.zones[zone ?? -1] ?? answer.change.overall;
    return stretchesBehind(figure, answer.change.stretches, {
      scope: { ...answer.scope, ...(zone !== undefined && { zone }) },
      means: ratioMeans(figures.before, figures.after),
    });
  };
  return { ...answer, behind };
}

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? Number.NaN), 0);

describe('the stretches behind a figure', () => {
  test('add up to each cell, to coast lost and gained, to areas and to each reason, whole and per zone', () => {
    const { change, behind } = compared();
    for (const zone of [undefined, 0, 1]) {
      const figures = zone === undefined ? change.overall : change.zones[zone];
      if (figures === undefined) throw new Error('a zone is missing');
      const metres = (figure: ChangeFigure): number =>
        sum(behind(figure, zone).map(({ lengthM }) => lengthM));
      for (const from of SHORE_KEYS) {
        for (const to of SHORE_KEYS) {
          closeTo(metres({ kind: 'matched', from, to }), figures.transitions[from][to], MILLIMETRE);
          closeTo(metres({ kind: 'replaced', from, to }), figures.replaced[from][to], MILLIMETRE);
        }
        closeTo(metres({ kind: 'lost', of: from }), figures.lostByClass[from], MILLIMETRE);
        closeTo(metres({ kind: 'gained', of: from }), figures.gainedByClass[from], MILLIMETRE);
      }
      for (const kind of ['reclaimed', 'eroded'] as const) {
        const listed = behind({ kind }, zone).map(({ stretch }) => stretch[`${kind}M2`]);
        closeTo(sum(listed), figures[`${kind}M2`], 0.01);
      }
      for (const { kind, ratio } of figures.change.parts) {
        const listed = behind({ kind: 'reason', of: kind }, zone);
        closeTo(sum(listed.map((each) => each.ratio)), ratio ?? Number.NaN, RATIO);
      }
    }
  });

  test('are told with the metres that they add, the longest first', () => {
    const { behind } = compared();
    const consumed = behind({ kind: 'reason', of: 'consumed' });
    expect(consumed.map(({ stretch }) => stretch.after?.segmentId)).toEqual(
      expect.arrayContaining(['built', 'new']),
    );
    // 0.01° matched and 0.01° replaced, the former cut at the border of the zones.
    closeTo(sum(consumed.map(({ lengthM }) => lengthM)), along(0.02), MILLIMETRE);
    const lengths = consumed.map(({ lengthM }) => lengthM);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    const [extent] = behind({ kind: 'reason', of: 'extent' });
    expect(extent?.stretch).toMatchObject({ kind: 'gained', after: { segmentId: 'east' } });
    closeTo(extent?.lengthM, along(0.02), MILLIMETRE);
    expect(behind({ kind: 'matched', from: 'bedrock', to: 'sandy' })).toEqual([]);
  });

  test('have no part of a ratio that one of the coasts has not', () => {
    const { change, scope } = compared();
    const means = ratioMeans({ ratio: undefined, totalM: 0 }, change.overall.after);
    const figure = { kind: 'reason', of: 'extent' } as const;
    const [first] = stretchesBehind(figure, change.stretches, { scope, means });
    expect(first?.ratio).toBeUndefined();
  });
});

test('a stretch is drawn by its change of class before that it moved; the same coast by none', () => {
  const { change, scope } = compared();
  const reasonOf = (id: string) =>
    change.stretches
      .filter((stretch) => stretch.after?.segmentId === id)
      .map((stretch) => mainReason(stretch, scope));
  expect(new Set(reasonOf('new'))).toEqual(new Set(['consumed']));
  expect(new Set(reasonOf('repaired'))).toEqual(new Set(['restored']));
  expect(new Set(reasonOf('east'))).toEqual(new Set(['extent']));
  expect(new Set(reasonOf('beach-w'))).toEqual(new Set([undefined]));
});

test('a class that the data say was judged anew is reclassified', () => {
  const { behind, change } = compared(['repaired']);
  expect(behind({ kind: 'reason', of: 'restored' })).toEqual([]);
  const [judged] = behind({ kind: 'reason', of: 'reclassified' });
  expect(judged?.stretch.after?.segmentId).toBe('repaired');
  expect(CHANGE_KINDS).toEqual(change.overall.change.parts.map(({ kind }) => kind));
});

test('coast that was built out moved seaward by its depth, the rest is within the tolerance', () => {
  const { change, scope } = compared();
  const { seaward, landward } = displacements(change.stretches, scope);
  // The front is as long as the beach was; its sides are 332 m deep, so the mean is a little less than the depth.
  closeTo(seaward.lengthM, along(0.01), 1);
  expect(seaward.meanM).toBeGreaterThan(200);
  expect(seaward.meanM).toBeLessThan(332);
  expect(landward).toEqual({ lengthM: 0, meanM: undefined });
});

describe('what decides a change', () => {
  const part = (kind: (typeof CHANGE_KINDS)[number], ratio: number) => ({
    ...{ kind, ratio, numeratorM: 0, totalM: 0, borderM: 0 },
  });
  test('is the largest part of its direction', () => {
    const parts = [part('consumed', -0.03), part('restored', 0.05), part('moved', -0.04)];
    expect(decisiveReason({ ratio: -0.02, parts })).toBe('moved');
    expect(decisiveReason({ ratio: 0.02, parts })).toBe('restored');
  });
  test('is nothing where nothing changes or there is no ratio', () => {
    expect(decisiveReason({ ratio: 0, parts: [part('consumed', 0)] })).toBeUndefined();
    expect(decisiveReason({ ratio: undefined, parts: [] })).toBeUndefined();
  });
});

test('the proof of coverage of each coast comes with the answer', () => {
  const { coverage } = compared();
  closeTo(coverage.before.outsideM, 0, MILLIMETRE);
  expect(coverage.after.faults.some(({ kind }) => kind === 'duplicate')).toBe(false);
});
