// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { Language } from '../../../src/domain/bilingual.ts';
import type { SlideSubject } from '../../../src/domain/views/slide-subject.ts';
import { I18nProvider } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { SubjectEditor, type SubjectEditorProps } from '../../../src/ui/views/subject-editor.tsx';

afterEach(() => {
  render(null, document.body);
});

const NAME = { zh: '前湾', en: 'Qianwan' };

async function editor(
  language: Language,
  given: Partial<SubjectEditorProps>,
): Promise<readonly SlideSubject[]> {
  const words = await loadAllTexts(language);
  const changes: SlideSubject[] = [];
  await act(() =>
    render(
      <I18nProvider value={words}>
        <SubjectEditor
          {...{ subject: {}, parts: [], selected: undefined, selectedLine: undefined }}
          otherLayers={[{ list: 'layers', id: 'rail', name: { zh: '铁路', en: 'Rail' } }]}
          middle={() => [120, 36]}
          onChange={(subject) => {
            changes.push(subject);
          }}
          {...given}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return changes;
}

const button = (text: string | RegExp): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((each) =>
    typeof text === 'string' ? each.textContent === text : text.test(each.textContent ?? ''),
  );
  if (found === undefined) throw new Error(`no button ${text}`);
  return found;
};

test('without a selection the button says how to get one, and does nothing', async () => {
  await editor('en', {});
  expect(button(/^Add what you select/).disabled).toBe(true);
  expect(button(/^Mark a stretch/).disabled).toBe(true);
});

test('what is selected is added to its list, after those that are there', async () => {
  const changes = await editor('zh', {
    subject: { features: ['a'] },
    selected: { list: 'features', id: 'b', name: NAME },
  });
  button('加入前湾').click();
  expect(changes).toEqual([{ features: ['a', 'b'] }]);
});

test('a part is left out by a button that names it, also one that the plan has no more', async () => {
  const changes = await editor('en', {
    subject: { zones: ['west', 'east'] },
    parts: [
      { list: 'zones', id: 'west', name: undefined },
      { list: 'zones', id: 'east', name: NAME },
    ],
  });
  expect(document.body.textContent).toContain('west (not in this plan)');
  document
    .querySelector<HTMLButtonElement>('[aria-label="Leave Qianwan out of the subject"]')
    ?.click();
  expect(changes).toEqual([{ zones: ['west'] }]);
});

test('a text is written at the middle of the map and moved there', async () => {
  const text = { zh: '', en: 'Here' };
  const changes = await editor('en', { subject: { callouts: [{ at: [119, 35], text }] } });
  button('Write a text at the middle of the map').click();
  button('Move to the middle of the map').click();
  expect(changes).toEqual([
    {
      callouts: [
        { at: [119, 35], text },
        { at: [120, 36], text: { zh: '', en: '' } },
      ],
    },
    { callouts: [{ at: [120, 36], text }] },
  ]);
});
