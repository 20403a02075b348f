import { createDisposer, type Dispose, listen } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';

/** Takes files that are dropped anywhere on the page, and opens the import with them. */
export function acceptDrops(
  model: Pick<Model, 'ownData' | 'page' | 'workspace' | 'selection'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): Dispose {
  const disposer = createDisposer();
  const accept = (event: Event): void => {
    if (!(event instanceof DragEvent) || event.dataTransfer?.types.includes('Files') !== true)
      return;
    // Without this the browser would leave the page for the file.
    event.preventDefault();
    const { type } = event;
    // Within the page, it is only over another element.
    if (type === 'dragleave' && event.relatedTarget !== null) return;
    document.documentElement.toggleAttribute('data-dropping', type === 'dragover');
    if (type !== 'drop') return;
    // Read during the event: a browser forgets what was dropped as soon as it is over.
    const entries = [...event.dataTransfer.items].flatMap(
      (item) => item.webkitGetAsEntry?.() ?? [],
    );
    const files = [...event.dataTransfer.files];
    import('./read-dropped.ts')
      .then(({ addDropped }) => addDropped(model, { entries, files }))
      .catch((cause: unknown) => console.error('drop not read:', cause));
  };
  for (const name of ['dragover', 'dragleave', 'drop']) disposer.add(listen(page, name, accept));
  return disposer.dispose;
}
