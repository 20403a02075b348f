import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { auditComparedViews } from '../../../src/app/compare/audit-compared-views.ts';
import { sideFigures } from '../../../src/app/compare/side-figures.ts';
import { createModel } from '../../../src/app/state/model.ts';
import type { AuditClient } from '../../../src/app/workers/audit-client.ts';
import type { AuditQuestion } from '../../../src/domain/audit/audit-question.ts';
import type { ScenarioAnswer } from '../../../src/domain/scenarios/scenario.ts';
import { coastSummary } from '../../coast-summary.ts';
import { PLAIN_RULE } from '../../domain/build.ts';

const WORDS = { zh: '', en: '' };
const KEPT = coastSummary({ totalM: 1000, naturalM: 400, target: 0.35, verdict: 'pass' });

test('a view that counts the coast otherwise is audited its own way; one that counts alike is not asked', async () => {
  const asked: AuditQuestion[] = [];
  const client = {
    ask: async (question: AuditQuestion) => {
      asked.push(question);
      return { audit: { overall: { target: question.choices.target } } };
    },
    tryScenario: async () => undefined,
  };
  const model = createModel({}, { language: 'en', theme: 'light' });
  model.audit.showRule(PLAIN_RULE);
  const view = { title: WORDS, caption: WORDS, notes: WORDS, figures: {}, savedAt: '2026-11-28' };
  const alike = model.views.add({ ...view, address: '?layers=coast' });
  const own = model.views.add({ ...view, address: '?target=0.4' });
  model.comparison.compare([
    { kind: 'view', number: alike },
    { kind: 'view', number: own },
  ]);
  // What keeps the summaries calls of the client, and no more.
  auditComparedViews(model, {
    client: client as unknown as Pick<AuditClient, 'ask' | 'tryScenario'>,
    measured: signal(1),
  });
  await expect
    .poll(() => sideFigures(model, { kind: 'view', number: own }))
    .toMatchObject({ kind: 'ready', summary: { target: 0.4 }, hasOwnCounting: true });
  expect(asked.map(({ choices }) => choices)).toEqual([{ target: 0.4 }]);
  expect(sideFigures(model, { kind: 'view', number: alike }).kind).toBe('waiting');
});

test('a side tells that a site of its scenario could not be worked out', () => {
  const model = createModel({}, { language: 'en', theme: 'light' });
  const scenario = { id: 'port', name: 'Port', isLocked: false, sites: [] };
  model.workspace.changeScenarios([scenario]);
  const show = (failures: ReadonlyMap<string, 'slow'>) =>
    model.scenarios.showState('port', {
      ...{ kind: 'ready', footprints: [], failures },
      answer: { after: KEPT } as unknown as ScenarioAnswer,
    });
  show(new Map());
  const side = { kind: 'scenario', id: 'port' } as const;
  expect(sideFigures(model, side)).toMatchObject({ isTried: true, isIncomplete: false });
  show(new Map([['quay', 'slow']]));
  expect(sideFigures(model, side)).toMatchObject({ summary: KEPT, isIncomplete: true });
});
