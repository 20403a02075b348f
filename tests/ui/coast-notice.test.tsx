// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Language } from '../../src/domain/bilingual.ts';
import type { CoastStatus } from '../../src/domain/coast-status.ts';
import { CoastNotice } from '../../src/ui/controls/coast-notice.tsx';
import { I18nProvider, loadTexts } from '../../src/ui/i18n.tsx';

afterEach(() => {
  render(null, document.body);
});

async function noticeOf(status: CoastStatus, language: Language): Promise<string | null> {
  const words = await loadTexts(language);
  await act(() =>
    render(
      <I18nProvider value={words}>
        <CoastNotice status={status} />
      </I18nProvider>,
      document.body,
    ),
  );
  return document.body.textContent;
}

test("the rule's own notice stands after the illustration notice, in the page's language", async () => {
  const status = { kind: 'illustration', notice: { zh: '草案。', en: 'A draft.' } } as const;
  expect(await noticeOf(status, 'zh')).toMatch(/^数据为示意：.*。草案。$/);
  expect(await noticeOf(status, 'en')).toMatch(/^Illustration: .*\. A draft\.$/);
  expect(await noticeOf({ kind: 'illustration' }, 'en')).not.toContain('draft');
  expect(await noticeOf({ kind: 'surveyed' }, 'en')).toBe('');
});
