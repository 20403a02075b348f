import { batch, computed, signal } from '@preact/signals';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import type { Deck } from '../../domain/views/saved-view.ts';
import { EMPTY_WORKSPACE, type Workspace } from '../../domain/views/workspace.ts';
import { readonly } from './as-readonly.ts';
import { createHistory } from './history.ts';

/** The work of an earlier visit, and when it was saved (ISO 8601). */
export type RecoveredWork = Workspace & { readonly savedAt: string };

/**
 * The user's work: one history for every kind of edit. Read-only, as in an embedded map, it takes no change,
 * whatever asks for one.
 */
export function createWorkspaceModel({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const past = createHistory<Workspace>(EMPTY_WORKSPACE);
  const history = isReadOnly ? { ...past, commit: (): void => undefined } : past;
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
  const recoveredWork = signal<RecoveredWork | undefined>(undefined);
  const log = computed(() => work.value.log);
  const scenarios = computed(() => work.value.scenarios);
  const decks = computed(() => work.value.decks);
  const changeLog = (next: readonly Reclassification[]): void =>
    history.commit({ ...work.value, log: next });
  const actions = {
    reclassify: (entry: Reclassification): void => {
      changeLog([...log.value, entry]);
    },
    dropReclassification: (index: number): void => {
      changeLog(log.value.filter((_, other) => other !== index));
    },
    dropAllReclassifications: (): void => {
      if (log.value.length > 0) changeLog([]);
    },
    changeScenarios: (next: readonly Scenario[]): void => {
      history.commit({ ...work.value, scenarios: next });
    },
    changeDecks: (next: readonly Deck[], last: number): void =>
      batch(() => {
        actions.rememberViewNumber(last);
        history.commit({ ...work.value, decks: next });
      }),
    /** Reserves a number that a view has had: no other view gets it, whatever is undone. */
    rememberViewNumber: (number: number): void => {
      givenNumber.value = Math.max(givenNumber.value, number);
    },
    offerRecovery: (offered: RecoveredWork): void => {
      recoveredWork.value = offered;
    },
    dismissRecovery: (): void => {
      recoveredWork.value = undefined;
    },
    /**
     * Continues with the work of an earlier visit or of a file; can be undone. An offer of other work
     * stays open.
     */
    restore: (kept: Workspace): void =>
      batch(() => {
        if (recoveredWork.value === kept) recoveredWork.value = undefined;
        const { log, scenarios, decks } = kept;
        actions.rememberViewNumber(kept.lastViewNumber);
        history.commit({ ...work.value, log, scenarios, decks });
      }),
    undo: history.undo,
    redo: history.redo,
  };
  return {
    ...readonly({ recovered: recoveredWork, current: work, log, scenarios, decks, lastViewNumber }),
    ...{ canUndo: history.canUndo, canRedo: history.canRedo },
    ...actions,
  };
}
