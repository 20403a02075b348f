import { describe, expect, test } from 'vitest';
import type { AuditRule } from '../../../src/domain/audit/audit.ts';
import {
  effectiveSettings,
  ruleFor,
  singleChoices,
} from '../../../src/domain/audit/audit-settings.ts';
import { PLAIN_RULE } from '../build.ts';

const RULE: AuditRule = {
  ...PLAIN_RULE,
  sensitivity: { generaliseM: [5], estuary: ['natural', 'excluded'], flip: ['low'] },
};

describe('the settings in force', () => {
  test('are the statutory ones where nothing is chosen: mainland, restored coast counted, as drawn', () => {
    expect(effectiveSettings(RULE, {})).toEqual({
      realm: 'mainland',
      numerator: 'with-restored',
      estuary: 'total-only',
      target: 0.35,
      toleranceM: 0,
    });
  });

  test('take estuary and target from the data’s rule', () => {
    const rule: AuditRule = {
      ...RULE,
      target: 0.4,
      counting: { ...RULE.counting, estuary: 'excluded' },
    };
    expect(effectiveSettings(rule, {})).toMatchObject({ estuary: 'excluded', target: 0.4 });
  });

  test('are what a person chose, each alone', () => {
    expect(effectiveSettings(RULE, { realm: 'all' })).toMatchObject({ realm: 'all', target: 0.35 });
    expect(effectiveSettings(RULE, { target: 0 }).target).toBe(0);
  });
});

describe('the rule that settings make', () => {
  test('is the data’s rule where nothing is chosen', () => {
    expect(ruleFor(RULE, effectiveSettings(RULE, {}))).toEqual(RULE);
  });

  test('counts restored coast in the total only where natural alone is asked for', () => {
    const { counting } = ruleFor(RULE, effectiveSettings(RULE, { numerator: 'native' }));
    expect(counting).toEqual({ ...RULE.counting, restored: 'total-only' });
  });

  test('counts estuaries as chosen and leaves the other classes', () => {
    const { counting } = ruleFor(RULE, effectiveSettings(RULE, { estuary: 'natural' }));
    expect(counting).toEqual({ ...RULE.counting, estuary: 'natural' });
  });

  test('doubts the estuary in every other way than the one chosen: choosing settles nothing', () => {
    const others = (estuary: 'natural' | 'excluded' | 'total-only'): readonly string[] =>
      ruleFor(RULE, effectiveSettings(RULE, { estuary })).sensitivity.estuary.toSorted();
    expect(others('natural')).toEqual(['excluded', 'total-only']);
    expect(others('excluded')).toEqual(['natural', 'total-only']);
    expect(others('total-only')).toEqual(['excluded', 'natural']);
  });

  test('does not doubt the estuary where the data’s rule does not', () => {
    expect(
      ruleFor(PLAIN_RULE, effectiveSettings(PLAIN_RULE, { estuary: 'natural' })).sensitivity
        .estuary,
    ).toEqual([]);
  });

  test('has the target chosen', () => {
    expect(ruleFor(RULE, effectiveSettings(RULE, { target: 0.5 })).target).toBe(0.5);
  });
});

describe('choices one at a time', () => {
  test('are those that differ from the data’s rule, each without the others', () => {
    expect(singleChoices(RULE, { realm: 'all', target: 0.5, estuary: 'natural' })).toEqual([
      ['realm', { realm: 'all' }],
      ['estuary', { estuary: 'natural' }],
      ['target', { target: 0.5 }],
    ]);
  });

  test('are none where what is chosen is what holds anyway', () => {
    expect(
      singleChoices(RULE, { realm: 'mainland', estuary: 'total-only', toleranceM: 0 }),
    ).toEqual([]);
  });
});
