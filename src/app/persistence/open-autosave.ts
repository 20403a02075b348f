import { signal } from '@preact/signals';
import { workspaceSize } from '../../domain/views/workspace.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import { openWhen } from '../lifecycle/open-when.ts';
import type { Model } from '../state/model.ts';
import { workDatabase } from './workspace-store.ts';

/**
 * Fetches what keeps work, and what logs changes, once there is any: of an earlier visit, or the user's first change.
 * The Data panel, which tells of both, needs it as well.
 */
export function openAutosave(
  model: Pick<Model, 'workspace' | 'page' | 'views' | 'audit' | 'plan' | 'presentation'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): Dispose {
  const hasEarlierWork = signal(false);
  const choices = model.audit.choices.peek();
  void mayHaveWork().then((has) => {
    hasEarlierWork.value = has;
  });
  return openWhen(
    () =>
      hasEarlierWork.value ||
      model.page.panel.value === 'data' ||
      model.audit.choices.value !== choices ||
      workspaceSize(model.workspace.current.value) > 0,
    async () => (await import('./keep-work.ts')).keepWork(model, page, choices),
  );
}

/** Whether the browser has the database of an earlier visit; true where it cannot say. */
async function mayHaveWork(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === workDatabase());
  } catch {
    return true;
  }
}
