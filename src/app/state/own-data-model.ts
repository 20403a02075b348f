import { signal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import { readonly } from '../lifecycle/as-readonly.ts';

/** A file that was dropped, picked or pasted, with its path in a folder. */
export type NamedBlob = { readonly name: string; readonly blob: Blob };

/** What the page keeps of an import besides its panel: files that wait to be read, and the outline on the map. */
export function createOwnDataModel() {
  const waiting = signal<readonly NamedBlob[]>([]);
  const preview = signal<FeatureCollection | undefined>(undefined);
  const isAdding = signal(false);
  return {
    ...readonly({ waiting, preview, isAdding }),
    /** Opens the import in the Data panel, with files or without. */
    add: (files: readonly NamedBlob[] = []): void => {
      waiting.value = [...waiting.value, ...files];
      isAdding.value = true;
    },
    /** Takes the files that wait; none waits afterwards. */
    take: (): readonly NamedBlob[] => {
      const files = waiting.peek();
      if (files.length > 0) waiting.value = [];
      return files;
    },
    close: (): void => {
      isAdding.value = false;
      waiting.value = [];
      preview.value = undefined;
    },
    showPreview: (next: FeatureCollection | undefined): void => {
      preview.value = next;
    },
  };
}
