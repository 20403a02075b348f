import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  type Certainty,
  type ConflictsByProject,
  STUDY_SETBACK_M,
} from '../../domain/conflicts/conflict.ts';
import { needsConflicts, type ProjectFilter } from '../../domain/projects/project-filter.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import { readonly } from './as-readonly.ts';

/** Where the conflicts of the projects stand. */
export type ConflictState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly conflicts: ConflictsByProject }
  | { readonly kind: 'failed'; readonly reason: string };

/** How many conflicts the sites of a scenario have, as it was then. */
export type ScenarioTally = {
  readonly scenario: Scenario;
  readonly tally: Readonly<Record<Certainty, number>>;
};

/** The conflicts' part of the model: what was found, and the distance to the coast that is studied. */
export function createConflictModel(
  given: number | undefined,
  filter: ReadonlySignal<ProjectFilter>,
) {
  const conflictState = signal<ConflictState>({ kind: 'waiting' });
  const areConflictsRequested = signal(false);
  /** Absent while nobody has chosen one: an address carries choices alone. */
  const chosenStudyM = signal(given);
  const scenarioTallies = signal<ReadonlyMap<string, ScenarioTally>>(new Map());
  const actions = {
    showConflicts: (state: ConflictState): void => {
      conflictState.value = state;
    },
    showScenarioTally: (found: ScenarioTally): void => {
      scenarioTallies.value = new Map(scenarioTallies.value).set(found.scenario.id, found);
    },
    /** Somebody looks at conflicts: they are worth finding from now on. */
    requestConflicts: (): void => {
      areConflictsRequested.value = true;
    },
    /** Sets the distance to the coast that is studied, in whole metres. */
    studySetback: (metres: number | undefined): void => {
      chosenStudyM.value = metres;
    },
  };
  return {
    ...readonly({ conflictState, chosenStudyM, scenarioTallies }),
    studyM: computed(() => chosenStudyM.value ?? STUDY_SETBACK_M.usual),
    areConflictsNeeded: computed(() => areConflictsRequested.value || needsConflicts(filter.value)),
    ...actions,
  };
}
