// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { I18nProvider } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { ScaleField, type ShownScale } from '../../../src/ui/print/scale-field.tsx';

afterEach(() => {
  render(null, document.body);
});

async function field(
  scale: ShownScale,
): Promise<{ readonly set: number[]; readonly text: () => string }> {
  const words = await loadAllTexts('en');
  const set: number[] = [];
  await act(() =>
    render(
      <I18nProvider value={words}>
        <ScaleField scale={scale} isLocked={false} onScale={(n) => set.push(n)} />
      </I18nProvider>,
      document.body,
    ),
  );
  return { set, text: () => (document.body.textContent ?? '').replace(/\u2009/g, ' ') };
}

function list(): HTMLSelectElement {
  const found = document.querySelector('select');
  if (found === null) throw new Error('no list of scales');
  return found;
}

test('round scales are offered, and the one in force is chosen', async () => {
  const { set } = await field({ n: 49_990, text: '1:50 000', missed: undefined });
  const offered = [...list().options].map(({ textContent }) =>
    textContent?.replace(/\u2009/g, ' '),
  );
  expect(offered).toEqual(
    expect.arrayContaining(['1:10 000', '1:25 000', '1:50 000', '1:100 000', '1:1 000 000']),
  );
  expect(list().value).toBe('50000');
  await act(() => {
    list().value = '25000';
    list().dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(set).toEqual([25_000]);
});

test('a scale between round ones chooses none of them', async () => {
  await field({ n: 51_000, text: '1:51 000', missed: undefined });
  expect(list().value).toBe('');
});

test('a scale that the page cannot have is told with the one that it has, and the cure', async () => {
  const { text } = await field({ n: 2_000_000, text: '1:2 000 000', missed: 5_000_000 });
  expect(text()).toContain(
    '1:5 000 000 is wider than the base map reaches on this page: 1:2 000 000 is shown. A smaller page has room for it.',
  );
});

test('a typed text that is no scale is refused in a sentence, and sets nothing', async () => {
  const { set, text } = await field({ n: 50_000, text: '1:50 000', missed: undefined });
  const input = document.querySelector('input');
  await act(() => {
    if (input === null) return;
    input.value = 'everything';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => {
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  expect(set).toEqual([]);
  expect(text()).toContain('Type a scale from');
});
