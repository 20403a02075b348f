import type { EditHistory } from '../../ui/controls/history-buttons.tsx';
import type { WorkFileActions } from '../../ui/controls/work-file-buttons.tsx';
import type { Model } from '../state/model.ts';
import { attempt } from '../workers/use-task.ts';

/** Undo and redo of the workspace. Reads signals, so it can be used in a component. */
export function editHistory({ workspace }: Model): EditHistory {
  return {
    canUndo: workspace.canUndo.value,
    canRedo: workspace.canRedo.value,
    undo: workspace.undo,
    redo: workspace.redo,
  };
}

/** Saves the workspace as a work file, and opens one; the code for files is fetched when it is needed. */
export function workFileActions(model: Model): WorkFileActions {
  return {
    save: () =>
      void attempt(model.page.showMessage, async () => {
        const { saveWork } = await import('./save-and-open.ts');
        return { key: 'saved', values: { file: saveWork(model) } };
      }),
    open: async (file, watch) => {
      const { openWork } = await import('./save-and-open.ts');
      await openWork(model, file, watch);
    },
  };
}
