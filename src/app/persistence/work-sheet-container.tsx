import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { NotKeptSign, WorkSheet } from '../../ui/shell/work-sheet.tsx';
import type { Model } from '../state/model.ts';
import { workFileActions } from './workspace-actions.ts';

/** The user's work and how safe it is; nothing in an embedded map, which keeps none. */
export function WorkSheetContainer({ model }: { readonly model: Model }): JSX.Element | null {
  const { keeping, current, isPersisted, showPersisted } = model.workspace;
  useEffect(() => {
    // Asked at an earlier visit, perhaps: the browser's answer stands.
    if (isPersisted.peek() === undefined)
      navigator.storage?.persisted?.().then(showPersisted, (cause: unknown) => {
        console.info('it is not known whether work may be cleared:', cause);
      });
  }, []);
  if (keeping.value === 'unknown') return null;
  const { save, saveProject } = workFileActions(model);
  return (
    <WorkSheet
      work={current.value}
      keeping={keeping.value}
      isPersisted={isPersisted.value}
      onSave={save}
      onSaveProject={saveProject}
    />
  );
}

/** A sign in the header while changes are not kept. */
export function NotKeptContainer({
  model,
}: {
  readonly model: Pick<Model, 'workspace' | 'page'>;
}): JSX.Element | null {
  const keeping = model.workspace.keeping.value;
  if (keeping !== 'elsewhere' && keeping !== 'refused') return null;
  return <NotKeptSign keeping={keeping} onOpen={() => model.page.openPanel('data')} />;
}
