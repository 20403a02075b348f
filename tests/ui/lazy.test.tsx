// @vitest-environment happy-dom
import { type JSX, render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { I18n } from '../../src/ui/i18n.tsx';

afterEach(() => {
  render(null, document.body);
});

test('a part fetched in one language waits for its words in the other', async () => {
  // As in a page just opened: both languages have their first words only.
  vi.resetModules();
  const { I18nProvider, loadTexts, useI18n } = await import('../../src/ui/i18n.tsx');
  const { lazy } = await import('../../src/ui/lazy.tsx');
  const Projection = (): JSX.Element => <p>{useI18n().t('legendProjection')}</p>;
  const [en, zh] = await Promise.all([loadTexts('en'), loadTexts('zh')]);
  const Part = lazy(async () => Projection);
  const show = (words: I18n): void => {
    render(
      <I18nProvider value={words}>
        <Part />
      </I18nProvider>,
      document.body,
    );
  };
  show(en);
  await vi.waitFor(() => expect(document.body.textContent).toMatch(/^Web Mercator projection/));
  show(zh);
  expect(document.body.textContent).toBe('正在载入…');
  await vi.waitFor(() => expect(document.body.textContent).toMatch(/^Web 墨卡托投影/));
});
