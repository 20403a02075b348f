// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { type Judgement, ReclassifyForm } from '../../../src/ui/audit/reclassify-form.tsx';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { equatorSegment } from '../../domain/build.ts';

afterEach(() => {
  render(null, document.body);
});

async function choose(label: string, value: string): Promise<void> {
  const field = [...document.querySelectorAll('label')].find(({ textContent }) =>
    textContent?.startsWith(label),
  );
  const select = field?.querySelector('select') ?? document.querySelector(`#${field?.htmlFor}`);
  if (!(select instanceof HTMLSelectElement)) throw new Error(`no choice ${label}`);
  await act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

test('coast that becomes artificial is not taken without its use', async () => {
  const said: Judgement[] = [];
  await loadDeferredTexts('en');
  const words = await loadTexts('en');
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ReclassifyForm
          segments={[equatorSegment('a', 'sandy', [0, 1])]}
          onReclassify={(judgement) => said.push(judgement)}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  const button = document.querySelector('button');
  const reason = document.querySelector('input');
  if (button === null || reason === null) throw new Error('no form');
  await act(() => {
    reason.value = 'seen on the shore';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await choose('Class', 'artificial');
  expect(button.disabled).toBe(true);
  await choose('Use', 'port');
  expect(button.disabled).toBe(false);
  await act(() => button.click());
  expect(said).toEqual([
    { segmentIds: ['a'], class: 'artificial', use: 'port', reason: 'seen on the shore' },
  ]);
});
