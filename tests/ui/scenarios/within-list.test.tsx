// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Language } from '../../../src/domain/bilingual.ts';
import { I18nProvider } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { type WithinAnswer, WithinList } from '../../../src/ui/scenarios/within-list.tsx';

afterEach(() => {
  render(null, document.body);
});

async function said(language: Language, given: Partial<WithinAnswer>): Promise<string> {
  const words = await loadAllTexts(language);
  await act(() =>
    render(
      <I18nProvider value={words}>
        <WithinList
          answer={{ reachM: 500, rows: [], coast: [], unlocated: 0, unstated: 0, ...given }}
          isSearching={false}
          failure={undefined}
          accuracyM={300}
          onSearch={() => undefined}
          onClose={() => undefined}
          onSelect={() => undefined}
          onExport={() => undefined}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return document.body.textContent ?? '';
}

test('what may lie within besides the list is counted, in both languages', async () => {
  const english = await said('en', { unlocated: 3, unstated: 2 });
  expect(english).toContain('Left out, as they have no position: 3 projects.');
  expect(english).toContain(
    'Drawn beyond, but of unstated accuracy, so perhaps within: 2 projects.',
  );
  const chinese = await said('zh', { unlocated: 3, unstated: 2 });
  expect(chinese).toContain('另有 3 个项目没有位置，未列入。');
  expect(chinese).toContain('另有 2 个项目图上在范围外，但未注明精度，也可能在范围内。');
  expect(await said('en', {})).not.toContain('perhaps within');
});
