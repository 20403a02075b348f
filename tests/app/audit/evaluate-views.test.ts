import { expect, test } from 'vitest';
import { evaluateView } from '../../../src/app/audit/evaluate-views.ts';
import type { EvaluationEngines } from '../../../src/app/state/controller.ts';
import type { SavedView } from '../../../src/domain/views/saved-view.ts';
import { auditedPlan, embeddedFiles } from './plan-bundle.ts';

test('a view of a deck has the doubts that the files leave, whatever it counts', async () => {
  const { model, answer } = await auditedPlan(embeddedFiles());
  const reasons = [{ code: 'features-set-aside', message: { zh: '十段', en: 'Ten stretches.' } }];
  model.audit.showState({ kind: 'ready', answer: { ...answer, reasons } });
  model.audit.showRule(answer.audit.rule);
  const view: SavedView = {
    number: 1,
    title: { zh: '', en: '' },
    caption: { zh: '', en: '' },
    notes: { zh: '', en: '' },
    address: '?realm=all',
    figures: {},
    savedAt: '2026-11-30T00:00:00Z',
  };
  const engines = { model, client: { ask: async () => answer } };
  const { answer: shown } = await evaluateView(view, engines as unknown as EvaluationEngines);
  expect(shown.reasons).toEqual(reasons);
});
