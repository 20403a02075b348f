import { type ReadonlySignal, signal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { PlanPackage } from '../../data/plan-package/read-plan-package.ts';
import type { ProjectWork } from '../../data/project-file/project-content.ts';
import type {
  CheckedDataset,
  CrsOutline,
  ImportProgress,
  SessionDataset,
} from '../../domain/own-data/dataset-card.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import type { UnreadFile } from '../../ui/own-data/add-data.tsx';
import type { CardDecisions } from '../../ui/own-data/card-types.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import type { Dispose } from '../lifecycle/disposer.ts';

/** A file that was dropped, picked or pasted, with its path in a folder; the page never reads its bytes. */
export type NamedBlob = { readonly name: string; readonly blob: Blob };

/** A dataset on its way into the plan. */
export type ImportItem = {
  readonly dataset: SessionDataset;
  readonly decisions: CardDecisions;
  /** Undefined until the coordinates are decided and it has been checked. */
  readonly checked?: CheckedDataset;
  /** What is under way. */
  readonly state: 'idle' | 'deciding' | 'checking' | 'accepting';
  /** Why the last step failed. */
  readonly failure?: string;
};

/** An import, from the first file to the last dataset accepted or dismissed. */
export type ImportController = {
  readonly items: ReadonlySignal<readonly ImportItem[]>;
  readonly refused: ReadonlySignal<readonly UnreadFile[]>;
  /** Plans of other places, each in one archive. */
  readonly packages: ReadonlySignal<
    readonly {
      readonly file: string;
      readonly plan: PlanPackage;
      /** The work on it, where the file is a project. */
      readonly project?: ProjectWork;
    }[]
  >;
  /** How far the reading of files is; undefined while none is read. */
  readonly progress: ReadonlySignal<ImportProgress | undefined>;
  readonly failure: ReadonlySignal<string | undefined>;
  readonly open: (files: readonly NamedBlob[]) => Promise<void>;
  readonly cancel: () => void;
  readonly decide: (key: string, change: Partial<CardDecisions>) => void;
  /** Gives every other dataset of this import the coordinate reference system of one. */
  readonly applyToAll: (key: string) => void;
  readonly preview: (key: string, reading: CrsOutline | undefined) => void;
  readonly accept: (key: string) => Promise<OwnDataset | undefined>;
  readonly dismiss: (key: string) => void;
  readonly destroy: Dispose;
};

/** What the page keeps of an import besides its panel: files that wait to be read, and the outline on the map. */
export function createOwnDataModel() {
  const waiting = signal<readonly NamedBlob[]>([]);
  const preview = signal<FeatureCollection | undefined>(undefined);
  const isAdding = signal(false);
  const current = signal<ImportController | undefined>(undefined);
  return {
    ...readonly({ waiting, preview, isAdding, current }),
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
    showImport: (next: ImportController | undefined): void => {
      current.value = next;
    },
    showPreview: (next: FeatureCollection | undefined): void => {
      preview.value = next;
    },
  };
}
