// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { finish } from '../../../src/domain/steps.ts';
import { assessingUncertainty } from '../../../src/domain/uncertainty/assess-uncertainty.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { HowSure, type HowSureState } from '../../../src/ui/uncertainty/how-sure.tsx';
import type { AnswersState } from '../../../src/ui/uncertainty/sample-answers-box.tsx';
import { boxZone, equatorSegment, PLAIN_RULE } from '../../domain/build.ts';

afterEach(() => {
  render(null, document.body);
});

const SEGMENTS = [
  equatorSegment('a', 'sandy', [0, 1]),
  { ...equatorSegment('b', 'artificial', [1, 2]), confidence: 'low' as const },
  equatorSegment('c', 'restored', [2, 3]),
];
const ZONES = [boxZone('z', [0, -1, 2, 1])];
const FOUND = finish(
  assessingUncertainty(
    measureCoast({
      ...{ segments: SEGMENTS, zones: ZONES, tolerancesM: [] },
      unionArea: () => ({ ellipsoid: 0, sphere: 0 }),
    }),
    {
      choice: { segments: SEGMENTS, rule: PLAIN_RULE, realm: 'mainland' },
      stated: { position: { within90M: 85 } },
    },
  ),
);

async function show(
  state: HowSureState,
  language: 'en' | 'zh' = 'en',
  answers: AnswersState = { kind: 'none' },
) {
  const said: string[] = [];
  const i18n = await loadTexts(language);
  await loadDeferredTexts(language);
  await act(() =>
    render(
      <I18nProvider value={i18n}>
        <HowSure
          state={state}
          segments={SEGMENTS}
          zones={ZONES}
          theme="light"
          answers={answers}
          onSelect={(id) => said.push(id)}
          onSaveSurvey={(format) => said.push(`survey ${format}`)}
          onSaveSample={(index, format) => said.push(`sample ${index} ${format}`)}
          onOpenAnswers={(file) => said.push(`open ${file.name}`)}
          onCloseAnswers={() => said.push('close')}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return said;
}

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === name || one.textContent?.includes(name),
  );

test('the half-width of measurement is not cut where its interval meets 100 %', async () => {
  // 1.645 · 2 points, of an interval from 96.7 to 103.3 % around 100 %.
  const measurement = {
    ...{ earthModel: 0, detail: 0, position: 0.02 },
    ...{ standardUncertainty: 0.02, low: 0.967, high: 1 },
  };
  await show({ kind: 'ready', found: { ...FOUND, overall: { ...FOUND.overall, measurement } } });
  expect(document.body.textContent).toContain('± 3.3 points');
  expect(document.body.textContent).toContain('measured to ±3.3 points');
});

test('waiting and failure are announced', async () => {
  await show({ kind: 'waiting' });
  expect(document.querySelector('[role=status]')?.textContent).toContain('Working out how sure');
  await show({ kind: 'failed', reason: 'no coast has been measured' });
  expect(document.querySelector('[role=alert]')?.textContent).toContain(
    'no coast has been measured',
  );
});

test('the three doubts stand apart, with the rates that are assumed', async () => {
  await show({ kind: 'ready', found: FOUND });
  const text = document.body.textContent ?? '';
  // Two of three equal stretches are natural or restored.
  expect(text).toContain('66.7 % as classified');
  expect(text).toContain('assumed until sampled');
  for (const term of ['Classes, 90 %', 'Chance of keeping', 'Measurement, 90 %', 'Outer bound'])
    expect(text).toContain(term);
  const rules = [...document.querySelectorAll('table')].find((table) =>
    table.textContent?.includes('SOA 2017'),
  );
  expect(rules?.querySelectorAll('tbody tr').length).toBe(4);
  // Without the restored third.
  expect(rules?.querySelector('tbody tr')?.textContent).toMatch(/66\.7\s%33\.3\s%$/);
  expect(rules?.textContent).toContain('DB33/T 2106-2018 (Zhejiang) (for comparison)');
});

test('a stretch to survey is shown on the map, and lists are saved', async () => {
  const said = await show({ kind: 'ready', found: FOUND });
  await act(() => button('What to survey first, GPX')?.click());
  await act(() => button('List of 200 points, CSV')?.click());
  await act(() => document.querySelector<HTMLButtonElement>('.evidence-row')?.click());
  expect(said).toEqual(['survey gpx', 'sample 1 csv', FOUND.survey.stretches[0]?.segmentId]);
});

test('the bar and the chart say in words what they draw', async () => {
  await show({ kind: 'ready', found: FOUND }, 'zh');
  const [bar, chart] = document.querySelectorAll('svg[role=img]');
  expect(bar?.getAttribute('aria-label')).toMatch(
    /^保有率 66\.7%（实线），90% 的模拟结果在 .* 之间（横条），目标 35%（虚线）$/,
  );
  expect(chart?.getAttribute('aria-label')).toContain('均为对数');
  expect(document.body.textContent).toContain('抽样之前为假定');
});

test('answers to a sample give the corrected ratio beside how many points were answered', async () => {
  const answers: AnswersState = {
    ...{ kind: 'answered', file: 'sample.csv', mapped: 2 / 3 },
    answers: {
      ...{ taken: [], blanks: [], points: 100, thin: [], unanswered: ['P004', 'P007'] },
      refused: [
        {
          row: {
            ...{ row: 9, id: 'P900', segmentId: '', remark: '', by: '' },
            found: { kind: 'class', class: 'sandy' },
          },
          why: 'unknown-id',
        },
      ],
      corrected: { ratio: 0.612, halfWidth: 0.034 },
    },
  };
  await show({ kind: 'ready', found: FOUND }, 'en', answers);
  const text = (document.body.textContent ?? '').replace(/\s/g, ' ');
  expect(text).toContain('61.2 % ± 3.4 points (90 %)');
  expect(text).toContain('0 of 100 points answered; 66.7 % as classified on the map.');
  expect(text).toContain('Points without an answer: 2');
  expect(text).toContain('Row 9 Nothing here has the id “P900”.');
});

test('too few answers give no ratio, and name the stratum', async () => {
  await show({ kind: 'ready', found: FOUND }, 'zh', {
    ...{ kind: 'answered', file: 'sample.csv', mapped: 2 / 3 },
    answers: {
      ...{ taken: [], blanks: [], refused: [], points: 100, unanswered: [] },
      thin: [{ class: 'sandy', confidence: 'low', points: 4, answered: 1 }],
      corrected: undefined,
    },
  });
  expect(document.body.textContent).toContain('还不能得出比率：每个分层至少要有两个结果。');
  expect(document.body.textContent).toContain('砂质岸线，可信度低：4 个点中有 1 个');
});
