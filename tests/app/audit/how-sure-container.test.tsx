// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { HowSureContainer } from '../../../src/app/audit/how-sure-container.tsx';
import type { Controller } from '../../../src/app/state/controller.ts';
import type { AuditAnswer } from '../../../src/domain/audit/audit-question.ts';
import { measureCoast } from '../../../src/domain/coast/measured-coast.ts';
import { finish } from '../../../src/domain/steps.ts';
import { assessingUncertainty } from '../../../src/domain/uncertainty/assess-uncertainty.ts';
import type { Uncertainty } from '../../../src/domain/uncertainty/uncertainty.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { equatorSegment, PLAIN_RULE } from '../../domain/build.ts';

afterEach(() => {
  render(null, document.body);
});

const SEGMENTS = [equatorSegment('a', 'sandy', [0, 1]), equatorSegment('b', 'artificial', [1, 2])];
const FOUND = finish(
  assessingUncertainty(
    measureCoast({
      ...{ segments: SEGMENTS, zones: [], tolerancesM: [] },
      unionArea: () => ({ ellipsoid: 0, sphere: 0 }),
    }),
    { choice: { segments: SEGMENTS, rule: PLAIN_RULE, realm: 'mainland' }, stated: {} },
  ),
);

/** Does something and waits until the promises that it settles have been followed. */
async function settled(step: () => void): Promise<void> {
  await act(async () => {
    step();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

test('what was found for one answer is not shown, or saved, under the next', async () => {
  const replies: ((found: Uncertainty) => void)[] = [];
  // What the section asks of the controller, and no more.
  const controller = {
    model: {
      audit: { rule: signal(PLAIN_RULE), choices: signal({}) },
      plan: { segments: signal(SEGMENTS), zones: signal([]) },
      page: { theme: signal('light'), showMessage: () => undefined },
    },
    engines: async () => ({
      client: {
        assess: () =>
          new Promise<Uncertainty>((resolve) => {
            replies.push(resolve);
          }),
      },
    }),
    selectAndShow: () => undefined,
  } as unknown as Controller;
  const answerOf = () => ({ log: [], settings: { realm: 'mainland' } }) as unknown as AuditAnswer;
  const words = await loadTexts('en');
  await loadDeferredTexts('en');
  const show = (answer: AuditAnswer) =>
    settled(() =>
      render(
        <I18nProvider value={words}>
          <HowSureContainer controller={controller} answer={answer} />
        </I18nProvider>,
        document.body,
      ),
    );
  const isWaiting = () => document.querySelector('[role=status]') !== null;
  const canSave = () => document.querySelector('.how-sure__files') !== null;
  const [first, second] = [answerOf(), answerOf()];
  await show(first);
  expect([isWaiting(), canSave()]).toEqual([true, false]);
  await settled(() => replies[0]?.(FOUND));
  expect([isWaiting(), canSave()]).toEqual([false, true]);
  await show(second);
  expect([isWaiting(), canSave()]).toEqual([true, false]);
  await settled(() => replies[1]?.(FOUND));
  expect([isWaiting(), canSave()]).toEqual([false, true]);
});
