import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import type { ActivityEntry } from '../../domain/views/activity.ts';
import type { Deck } from '../../domain/views/saved-view.ts';
import {
  EMPTY_WORKSPACE,
  NO_ACTIVITY,
  type Workspace,
  workspaceSize,
} from '../../domain/views/workspace.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import { createHistory } from './history.ts';

/**
 * Where the changes of this visit go: into this browser, nowhere as another tab keeps work or as the browser refuses;
 * unknown until the store has answered, and in an embedded map.
 */
export type WorkKeeping = 'unknown' | 'here' | 'elsewhere' | 'refused';

/** The work of an earlier visit, and when it was saved (ISO 8601). */
export type RecoveredWork = Workspace & {
  readonly savedAt: string;
  readonly activity?: readonly ActivityEntry[];
};

/**
 * The user's work: one history for every kind of edit. Read-only, as in an embedded map, it takes no change,
 * whatever asks for one.
 */
export function createWorkspaceModel({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const past = createHistory<Workspace>(EMPTY_WORKSPACE);
  const nothing = (): void => undefined;
  const history = isReadOnly ? { ...past, commit: nothing, rebase: nothing } : past;
  /** The highest number that a view has had, undone views included: links to them may be in use. */
  const givenNumber = signal(EMPTY_WORKSPACE.lastViewNumber);
  const lastViewNumber = computed(() =>
    Math.max(givenNumber.value, history.present.value.lastViewNumber),
  );
  const work = computed<Workspace>(() => {
    const present = history.present.value;
    const last = lastViewNumber.value;
    return present.lastViewNumber === last ? present : { ...present, lastViewNumber: last };
  });
  /** What the user did, beside the history: no undo takes an entry away. */
  const activity = signal(NO_ACTIVITY);
  const keeping = signal<WorkKeeping>('unknown');
  const isPersisted = signal<boolean | undefined>(undefined);
  /** The work as it was last written to the store or to a file. */
  const saved = signal<Workspace>(work.peek());
  /** The work as a file has it: the last that was opened or saved. */
  let inFile: Workspace = work.peek();
  const replacedWork = signal<Workspace | undefined>(undefined);
  const isUnsaved = computed(() => saved.value !== work.value && workspaceSize(work.value) > 0);
  const recoveredWork = signal<RecoveredWork | undefined>(undefined);
  const parts = partsOf(work);
  const { log } = parts;
  const put = (changed: Partial<Workspace>): void => history.commit({ ...work.value, ...changed });
  const actions = {
    reclassify: (...entries: readonly Reclassification[]): void => {
      put({ log: [...log.value, ...entries] });
    },
    dropReclassification: (index: number): void => {
      put({ log: log.value.filter((_, other) => other !== index) });
    },
    dropAllReclassifications: (): void => {
      if (log.value.length > 0) put({ log: [] });
    },
    changeScenarios: (scenarios: readonly Scenario[]): void => put({ scenarios }),
    changeDatasets: (datasets: readonly OwnDataset[]): void => put({ datasets }),
    /** Changes parts of the work in one step, as to open a named version. */
    change: put,
    /** Changes every state of the history, so that no undo takes the change away. */
    rebase: history.rebase,
    changeDecks: (next: readonly Deck[], last: number): void =>
      batch(() => {
        actions.rememberViewNumber(last);
        put({ decks: next });
      }),
    /** Reserves a number that a view has had: no other view gets it, whatever is undone. */
    rememberViewNumber: (number: number): void => {
      givenNumber.value = Math.max(givenNumber.value, number);
    },
    /** Takes a new state of the activity log. */
    noteActivity: (next: readonly ActivityEntry[]): void => {
      activity.value = next;
    },
    showKeeping: (next: WorkKeeping): void => {
      keeping.value = next;
    },
    /** Whether the browser has promised not to clear what it keeps. */
    showPersisted: (next: boolean): void => {
      isPersisted.value = next;
    },
    noteSaved: (next: Workspace): void => {
      saved.value = next;
    },
    /** The user has saved the work as a file. */
    noteInFile: (next: Workspace): void => {
      inFile = next;
      saved.value = next;
    },
    offerRecovery: (offered: RecoveredWork): void => {
      recoveredWork.value = offered;
    },
    dismissRecovery: (): void => {
      recoveredWork.value = undefined;
    },
    /**
     * Continues with the recovered work. `withRecovered` adds it to every state of the history: no undo takes
     * it away again.
     */
    continueRecovered: (
      withRecovered: (states: readonly Workspace[]) => readonly Workspace[],
    ): void =>
      batch(() => {
        recoveredWork.value = undefined;
        history.rebase(withRecovered);
        actions.rememberViewNumber(history.present.value.lastViewNumber);
      }),
    /**
     * Continues with the work of a file in place of that at hand; can be undone. Work that no file has is set aside
     * for the next visit. An offer stays open.
     */
    restore: (kept: Workspace): void =>
      batch(() => {
        if (workspaceSize(work.value) > 0 && work.value !== inFile) replacedWork.value = work.value;
        actions.rememberViewNumber(kept.lastViewNumber);
        put(kept);
        inFile = work.value;
      }),
    undo: history.undo,
    redo: history.redo,
  };
  return {
    ...readonly({
      ...{ keeping, isPersisted, isUnsaved, lastViewNumber, activity },
      ...{ replaced: replacedWork, recovered: recoveredWork, current: work },
    }),
    ...parts,
    ...{ canUndo: history.canUndo, canRedo: history.canRedo },
    ...actions,
  };
}

/** What the work is made of, each list by itself: it changes only with its own. */
function partsOf(work: ReadonlySignal<Workspace>): {
  readonly [Part in Exclude<keyof Workspace, 'lastViewNumber' | 'versions'>]: ReadonlySignal<
    Workspace[Part]
  >;
} {
  return {
    log: computed(() => work.value.log),
    scenarios: computed(() => work.value.scenarios),
    decks: computed(() => work.value.decks),
    datasets: computed(() => work.value.datasets),
    notes: computed(() => work.value.notes),
    photos: computed(() => work.value.photos),
  };
}
