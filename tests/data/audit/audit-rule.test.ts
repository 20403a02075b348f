import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_RULE, parseAuditRule } from '../../../src/data/audit/audit-rule.ts';
import { COASTLINE_CLASSES } from '../../../src/domain/coastline.ts';

async function parse(value: unknown) {
  const outcome = await parseAuditRule(JSON.stringify(value), 'audit.json');
  if (!outcome.ok) throw new Error(outcome.error.message.en);
  return outcome.value;
}

async function refused(text: string) {
  const outcome = await parseAuditRule(text, 'audit.json');
  if (outcome.ok) throw new Error(`it was taken: ${JSON.stringify(outcome.value)}`);
  return outcome.error;
}

describe('the rule where the file is silent', () => {
  test('is that of the plan: 35 %, natural and restored in the numerator, estuary in the total', async () => {
    expect(await parse({})).toEqual({
      target: 0.35,
      counting: {
        bedrock: 'natural',
        sandy: 'natural',
        muddy: 'natural',
        biogenic: 'natural',
        natural: 'natural',
        estuary: 'total-only',
        restored: 'restored',
        artificial: 'total-only',
      },
      isNaturalAssumed: true,
      sensitivity: { generaliseM: [5, 10, 25], estuary: ['natural', 'excluded'], flip: ['low'] },
    });
  });

  test.each([
    ['has no counting', {}, 'natural', true],
    ['counts the classes of before', { counting: { bedrock: 'natural' } }, 'natural', true],
    ['lists it as natural', { counting: { natural: 'natural' } }, 'natural', undefined],
    ['lists it as left out', { counting: { natural: 'excluded' } }, 'excluded', undefined],
  ] as const)('counts coast of unstated kind where it %s', async (_, file, how, isAssumed) => {
    const rule = await parse(file);
    expect(rule.counting.natural).toBe(how);
    expect(rule.isNaturalAssumed).toBe(isAssumed);
  });

  test('stands for single keys too', async () => {
    const rule = await parse({ counting: { estuary: 'natural' }, sensitivity: { flip: [] } });
    expect(rule.target).toBe(0.35);
    expect(rule.counting).toEqual({ ...DEFAULT_RULE.counting, estuary: 'natural' });
    expect(rule.sensitivity).toEqual({ ...DEFAULT_RULE.sensitivity, flip: [] });
  });

  test('knows every class', () => {
    expect(Object.keys(DEFAULT_RULE.counting).toSorted()).toEqual(
      [...COASTLINE_CLASSES].toSorted(),
    );
  });
});

test.each([0, 1, 0.5])('the target may be %d', async (target) => {
  expect((await parse({ target })).target).toBe(target);
});

describe('a fault is placed and named with its cure', () => {
  test.each([
    ['a target over 1', '{"target":\n 35}', 2, 2, 'target'],
    ['a target under 0', '{"target": -0.1}', 1, 12, 'target'],
    ['a target as text', '{"target": "0.35"}', 1, 12, 'target'],
    ['an unknown way of counting', '{"counting": {"sandy": "half"}}', 1, 24, 'counting.sandy'],
    ['an unknown class', '{"counting": {"concrete": "natural"}}', 1, 27, 'counting.concrete'],
    [
      'a tolerance of zero',
      '{"sensitivity": {"generaliseM": [5, 0]}}',
      1,
      37,
      'sensitivity.generaliseM.1',
    ],
    [
      'a tolerance without end',
      '{"sensitivity": {"generaliseM": [1e999]}}',
      1,
      34,
      'sensitivity.generaliseM.0',
    ],
    ['an unknown confidence', '{"sensitivity": {"flip": ["never"]}}', 1, 27, 'sensitivity.flip.0'],
    ['no object', '3', 1, 1, ''],
    ['a list', '[]', 1, 1, ''],
    ['a list of countings', '{"counting": []}', 1, 14, 'counting'],
    ['a list of sensitivities', '{"sensitivity": ["low"]}', 1, 17, 'sensitivity'],
  ])('%s', async (_, text, line, column, place) => {
    const error = await refused(text);
    expect(error).toMatchObject({ kind: 'structure', file: 'audit.json', line, column });
    expect(error.message.en).toContain(place);
    expect(error.cure.en).not.toBe('');
  });

  test('of the JSON itself', async () => {
    expect(await refused('{"target": .35}')).toMatchObject({ kind: 'syntax', line: 1, column: 12 });
  });
});

test.each(['constructor', 'toString', '__proto__'])(
  'a class named "%s" is as unknown as any other',
  async (name) => {
    await refused(`{"counting": {"${name}": "natural"}}`);
  },
);

test('any text gives a rule or a fault, and a rule counts every class', async () => {
  const keys = fc.constantFrom(
    'target',
    'counting',
    'sensitivity',
    'generaliseM',
    'flip',
    'estuary',
    '__proto__',
    'constructor',
  );
  const wild = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(keys, fc.oneof(fc.double(), fc.jsonValue(), fc.dictionary(keys, fc.jsonValue())))
      .map((rule) => JSON.stringify(rule)),
  );
  await fc.assert(
    fc.asyncProperty(wild, async (text) => {
      const outcome = await parseAuditRule(text, 'audit.json');
      if (!outcome.ok) return;
      expect(Object.keys(outcome.value.counting)).toHaveLength(COASTLINE_CLASSES.length);
      expect(outcome.value.target).toBeGreaterThanOrEqual(0);
      expect(outcome.value.target).toBeLessThanOrEqual(1);
    }),
  );
});

describe('what sets the target, and the building setback', () => {
  test('are read with their words in either language', async () => {
    const text = JSON.stringify({
      target: 0.4,
      targetSource: 'Decree 7',
      targetArticles: [12, 13],
      notice: { en: 'A draft.' },
      setback: { distanceM: 200, articles: [9], source: { zh: '沙丘法' } },
    });
    expect(await parseAuditRule(text, 'audit.json')).toMatchObject({
      ok: true,
      value: {
        targetSource: { zh: 'Decree 7', en: 'Decree 7' },
        targetArticles: [12, 13],
        notice: { zh: 'A draft.', en: 'A draft.' },
        setback: { distanceM: 200, articles: [9], source: { zh: '沙丘法', en: '沙丘法' } },
      },
    });
  });

  test('that are not stated have no default: another plan has other laws', async () => {
    const parsed = await parseAuditRule('{"target": 0.4}', 'audit.json');
    expect(parsed.ok && Object.keys(parsed.value).toSorted()).toEqual([
      'counting',
      'isNaturalAssumed',
      'sensitivity',
      'target',
    ]);
  });

  test.each([
    ['{"setback": 30}', 1],
    ['{"setback": {"distanceM": 0}}', 1],
    ['{"setback": {"distanceM": "30"}}', 1],
    ['{"setback": {}}', 1],
    ['{"targetArticles": "46"}', 1],
    ['{"targetArticles": [4.6]}', 1],
  ])('%s is refused with its place', async (text, line) => {
    expect(await parseAuditRule(text, 'audit.json')).toMatchObject({
      ok: false,
      error: { line, cure: { en: expect.stringMatching(/distanceM|article numbers/) } },
    });
  });
});

describe('what a rule states of errors', () => {
  test('is read as far as it is given', async () => {
    expect(
      await parse({
        errorRate: { low: 0.2, sampled: true },
        correlation: 0,
        position: { within90M: 12 },
      }),
    ).toMatchObject({
      errorRate: { low: 0.2, sampled: true },
      correlation: 0,
      position: { within90M: 12 },
    });
    const silent = await parse({});
    expect(['errorRate', 'correlation', 'position'].filter((key) => key in silent)).toEqual([]);
  });

  test.each([
    '{"errorRate": {"low": 1.2}}',
    '{"errorRate": 0.3}',
    '{"correlation": 1}',
    '{"position": {}}',
    '{"position": {"within90M": "85"}}',
    '{"position": {"within90M": 85, "correlationM": 0}}',
  ])('is refused with its place and the cure: %s', async (text) => {
    const { line, cure } = await refused(text);
    expect(line).toBe(1);
    expect(cure.en).toContain('"errorRate": {"low": 0.3');
  });
});
