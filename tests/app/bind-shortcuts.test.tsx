// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { useShortcuts } from '../../src/app/shortcuts.ts';
import { type AppAction, SHORTCUTS } from '../../src/ui/shell/shortcuts.ts';

afterEach(() => render(null, document.body));

test('Escape ends a presentation also before the page has been drawn anew for it', async () => {
  const isPresenting = signal(false);
  const stop = vi.fn();
  const run = vi.fn<(key: string) => void>();
  const actions = Object.fromEntries(
    SHORTCUTS.flatMap((shortcut) => ('action' in shortcut ? [[shortcut.action, run]] : [])),
  ) as Record<AppAction, typeof run>;
  function App(): null {
    useShortcuts(actions, {
      isPresenting,
      isEmbedded: false,
      onStopPresenting: stop,
    });
    return null;
  }
  await act(() => render(<App />, document.body));
  const press = (key: string): boolean =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  press('Escape');
  expect(stop).not.toHaveBeenCalled();
  run.mockClear();
  isPresenting.value = true;
  press('Escape');
  expect(stop).toHaveBeenCalledTimes(1);
  expect(press('F5'), 'the browser does not load the page again').toBe(false);
  expect(run).not.toHaveBeenCalled();
});
