import { effect } from '@preact/signals';
import { isPhotoFile } from '../field-photo/photo-files.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';
import { createImport } from './import-controller.ts';

/** Starts an import while the user adds data, gives it the files that wait, and ends it with its worker. */
export function runImport(model: Model): Dispose {
  const disposer = createDisposer();
  const end = (): void => {
    model.ownData.current.peek()?.destroy();
    model.ownData.showImport(undefined);
  };
  disposer.add(
    end,
    effect(() => {
      const { isAdding, waiting, current } = model.ownData;
      if (!isAdding.value) {
        if (current.peek() !== undefined) end();
        return;
      }
      // What the new coast does to the ratio is told against the ratio before.
      model.audit.request();
      if (current.peek() === undefined) model.ownData.showImport(createImport(model));
      if (waiting.value.length === 0) return;
      const files = model.ownData.take();
      const photos = files.filter(isPhotoFile);
      if (photos.length > 0)
        void import('../field-photo/add-photos.ts').then(({ addPhotos }) =>
          addPhotos(model, photos),
        );
      const others = files.filter((file) => !isPhotoFile(file));
      if (others.length > 0) void current.peek()?.open(others);
    }),
  );
  return disposer.dispose;
}
