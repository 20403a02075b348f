import { workspaceSize } from '../../domain/views/workspace.ts';
import type { WorkFileActions } from '../../ui/controls/work-file-buttons.tsx';
import type { Model } from '../state/model.ts';
import { attempt } from '../workers/use-task.ts';

/**
 * Saves the workspace as a work file, and opens one; the code for files is fetched when it is needed. Reads signals,
 * so it can be used in a component.
 */
export function workFileActions(model: Model): WorkFileActions {
  return {
    canSave: workspaceSize(model.workspace.current.value) > 0,
    save: () =>
      void attempt(model.page.showMessage, async () => {
        const { saveWork } = await import('./save-and-open.ts');
        return { key: 'saved', values: { file: saveWork(model) } };
      }),
    saveProject: () =>
      void attempt(model.page.showMessage, async () => {
        const { saveProject } = await import('./project-files.ts');
        return { key: 'saved', values: { file: await saveProject(model) } };
      }),
    open: async (file, watch) => {
      if (/\.zip$/i.test(file.name)) {
        const { openProjectFile } = await import('./project-files.ts');
        await openProjectFile(model, { name: file.name, blob: file }, watch);
        return;
      }
      const { openWork } = await import('./save-and-open.ts');
      await openWork(model, file, watch);
    },
  };
}
