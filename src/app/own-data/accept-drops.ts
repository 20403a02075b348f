import { createDisposer, type Dispose, listen } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';

/** The attribute of the page while files are dragged over it. */
const DROPPING = 'data-dropping';

/** Takes files that are dropped anywhere on the page, and opens the import with them. */
export function acceptDrops(
  model: Pick<Model, 'ownData' | 'page'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): Dispose {
  const disposer = createDisposer();
  const mark = (isDropping: boolean): void => {
    document.documentElement.toggleAttribute(DROPPING, isDropping);
  };
  disposer.add(
    listen(page, 'dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      mark(true);
    }),
    listen(page, 'dragleave', (event) => {
      if (event instanceof DragEvent && event.relatedTarget === null) mark(false);
    }),
    listen(page, 'drop', (event) => {
      mark(false);
      if (!hasFiles(event)) return;
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      // Read during the event: a browser forgets what was dropped as soon as it is over.
      const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
      const drop = {
        entries: items.flatMap((item) => item.webkitGetAsEntry?.() ?? []),
        files: [...event.dataTransfer.files],
      };
      void import('./read-dropped.ts')
        .then(({ readDropped }) => readDropped(drop))
        .then((files) => {
          model.page.openPanel('data');
          model.ownData.add(files);
        })
        .catch((cause: unknown) => console.error('the drop could not be read:', cause));
    }),
  );
  return disposer.dispose;
}

type FileDrag = DragEvent & { readonly dataTransfer: DataTransfer };

function hasFiles(event: Event): event is FileDrag {
  return event instanceof DragEvent && event.dataTransfer?.types.includes('Files') === true;
}
