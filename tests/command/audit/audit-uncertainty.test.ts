import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { directoryWith, runCommand } from '../run-command.ts';

const json = async (args: readonly string[]) =>
  JSON.parse((await runCommand(auditCommand, ['--format', 'json', ...args])).out);

test('the JSON has it, asked for or not, the same each time', async () => {
  const [plain, asked] = [await json([]), await json(['--uncertainty'])];
  expect(asked).toEqual(plain);
  for (const { uncertainty, band } of [asked.overall, ...asked.zones]) {
    expect(Object.keys(uncertainty)).toEqual([
      ...['measurement', 'classification', 'rule', 'verdict', 'outerBound'],
    ]);
    expect(uncertainty.outerBound).toEqual(band);
    const { low, median, high, chance } = uncertainty.classification;
    if (median !== null) {
      expect(low <= median && median <= high).toBe(true);
      expect(chance >= 0 && chance <= 1).toBe(true);
    }
    expect(uncertainty.rule.length).toBe(8);
  }
});

test('the figures of the embedded coast are those found beside this code', async () => {
  // An independent simulation of 40 000 draws: mean 35.9 %, deviation 4.0 points, 60 % likely to keep 35 %; samples
  // of 100, 200, 400 and 800 points ±5.3, 3.7, 2.6 and 1.9 points; by the rule "estuary natural" +1.4 points.
  const { overall, uncertainty } = await json(['--uncertainty']);
  const { mean, standardDeviation, chance } = overall.uncertainty.classification;
  expect(mean).toBeCloseTo(0.359, 2);
  expect(standardDeviation).toBeCloseTo(0.04, 2);
  expect(Math.abs(chance - 0.6)).toBeLessThan(0.03);
  const ratioBy = (choice: string) =>
    overall.uncertainty.rule.find((one: { choice: string }) => one.choice === choice).ratio;
  expect(ratioBy('soa-2017-with-restored') - overall.ratio).toBeCloseTo(0.014, 3);
  expect(ratioBy('own-with-restored')).toBeCloseTo(overall.ratio, 12);
  expect(ratioBy('own-without-restored')).toBeCloseTo(overall.ratioNative, 12);
  const widths = uncertainty.sampling.map(({ halfWidth }: { halfWidth: number }) => halfWidth);
  for (const [index, width] of [0.053, 0.037, 0.026, 0.019].entries())
    expect(Math.abs(widths[index] - width)).toBeLessThan(0.002);
  expect(uncertainty.decides).toBe('classification');
});

test('the table says it in both languages, and what is assumed', async () => {
  const en = await runCommand(auditCommand, ['--uncertainty', '--lang', 'en']);
  expect(en.code).toBe(0);
  expect(en.out).toContain('How sure is it?');
  expect(en.out).toContain('assumed until sampled');
  expect(en.out).toContain('Outer bound: all doubts against / for');
  const zh = await runCommand(auditCommand, ['--uncertainty', '--lang', 'zh']);
  expect(zh.out).toContain('决定结论的是岸线分类');
  expect(zh.out).toContain('抽样之前为假定');
});

test('a CSV has no place for it, and the command says so', async () => {
  const { out, err } = await runCommand(auditCommand, [
    ...['--uncertainty', '--format', 'csv', '--lang', 'en'],
  ]);
  expect(err).toContain('the CSV has no columns for the uncertainty');
  expect(out).toBe((await runCommand(auditCommand, ['--format', 'csv', '--lang', 'en'])).out);
});

/** Stretches of one parallel, one after the other and equally long, as a file of coast. */
function coastOf(...stretches: readonly object[]) {
  const features = stretches.map((properties, index) => ({
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: [
        [120 + index / 100, 35.9],
        [120.01 + index / 100, 35.9],
      ],
    },
    properties: {
      ...{ id: `s${index}`, name_zh: '段', name_en: 'stretch', realm: 'mainland' },
      ...{ confidence: 'high', ...properties },
    },
  }));
  return directoryWith({ 'coast.geojson': { type: 'FeatureCollection', features } });
}

const AUDIT_SET_ASIDE = [
  ...['--coastline', 'coast.geojson', '--set-aside', '--uncertainty', '--format', 'json'],
];

describe('coast that was set aside', () => {
  test('counts with the metres that are known of it', async () => {
    const directory = coastOf(
      { class: 'sandy' },
      { class: 'artificial' },
      { class: 'no such class' },
    );
    const { out } = await runCommand(auditCommand, AUDIT_SET_ASIDE, { directory });
    const { uncertainty, overall } = JSON.parse(out);
    expect(uncertainty.setAsideM).toBeCloseTo(overall.totalM / 2, 3);
    expect(overall.uncertainty.classification.high).toBeCloseTo(2 / 3, 6);
  });

  test('counts where its realm is the chosen one, is absent or cannot be read', async () => {
    const directory = coastOf(
      { class: 'sandy' },
      { class: 'artificial' },
      { class: 'no such class' },
      { class: 'no such class', realm: null },
      { class: 'sandy', realm: 'peninsula' },
      { class: 'no such class', realm: 'island' },
    );
    const found = async (realm: string) => {
      const args = [...AUDIT_SET_ASIDE, '--realm', realm];
      const { out } = await runCommand(auditCommand, args, { directory });
      const { uncertainty, overall } = JSON.parse(out);
      return { uncertainty, classes: overall.uncertainty.classification };
    };
    const mainland = await found('mainland');
    const stretchM = mainland.uncertainty.setAsideM / 3;
    // 2 stretches are read, 3 are or may be mainland: (1 + 3) / 5 with all of these natural, 1 / 5 with none.
    expect(mainland.classes.high).toBeCloseTo(0.8, 6);
    expect(mainland.classes.low).toBeCloseTo(0.2, 6);
    // Of the island there are 1 for sure and the 1 that cannot be read; of both there are 4.
    expect((await found('island')).uncertainty.setAsideM / stretchM).toBeCloseTo(2, 6);
    expect((await found('all')).uncertainty.setAsideM / stretchM).toBeCloseTo(4, 6);
  });
});
