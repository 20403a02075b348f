// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { I18nProvider } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { ExportMenu } from '../../../src/ui/projects/export-menu.tsx';

afterEach(() => {
  render(null, document.body);
});

async function menu(): Promise<{
  readonly draw: (share: number | undefined) => void | Promise<void>;
  readonly button: () => HTMLElement;
  readonly isOpen: () => boolean;
}> {
  const words = await loadAllTexts('en');
  const nothing = (): void => undefined;
  const draw = (share: number | undefined): void | Promise<void> =>
    act(() =>
      render(
        <I18nProvider value={words}>
          <ExportMenu
            {...{ count: 2, all: 3, obstacle: undefined, share }}
            onExport={nothing}
            onCancel={nothing}
          />
        </I18nProvider>,
        document.body,
      ),
    );
  await draw(undefined);
  const button = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('button[aria-expanded]');
    if (found === null) throw new Error('no button');
    return found;
  };
  await act(() => button().click());
  return { draw, button, isOpen: () => document.querySelector('#export-formats') !== null };
}

test('the list of formats stays while a file is made, closes after it, and gives the focus back', async () => {
  const { draw, button, isOpen } = await menu();
  document.querySelector<HTMLElement>('.export-formats__format')?.focus();
  await draw(0.5);
  await act(() => {
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  });
  expect(isOpen()).toBe(true);
  await draw(undefined);
  expect(isOpen()).toBe(false);
  expect(document.activeElement).toBe(button());
});

test('Escape closes the list and goes no farther; without a list it goes on', async () => {
  const { button, isOpen } = await menu();
  let heard = 0;
  const hear = (): void => {
    heard += 1;
  };
  document.addEventListener('keydown', hear);
  const pressEscape = (): void | Promise<void> =>
    act(() => {
      button().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
  await pressEscape();
  expect(isOpen()).toBe(false);
  expect(heard).toBe(0);
  await pressEscape();
  expect(heard).toBe(1);
  document.removeEventListener('keydown', hear);
});

test('a press outside closes the list', async () => {
  const { isOpen } = await menu();
  await act(() => {
    document
      .querySelector('.export-formats h3')
      ?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  });
  expect(isOpen()).toBe(true);
  await act(() => {
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  });
  expect(isOpen()).toBe(false);
});
