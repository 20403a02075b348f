import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  type Certainty,
  type ConflictsByProject,
  STUDY_SETBACK_M,
} from '../../domain/conflicts/conflict.ts';
import { needsConflicts, type ProjectFilter } from '../../domain/projects/project-filter.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** State of the conflicts of the projects. */
export type ConflictState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly conflicts: ConflictsByProject }
  | { readonly kind: 'failed'; readonly reason: string };

/** The conflicts of a scenario's sites, and the scenario as it was when they were counted. */
export type ScenarioTally = {
  readonly scenario: Scenario;
  readonly tally: Readonly<Record<Certainty, number>>;
  /** The conflicts themselves, by site; sites that restore have none. */
  readonly conflicts: ConflictsByProject;
};

/** The conflicts of projects and scenarios, and the study setback. */
export function createConflictModel(
  given: Pick<ViewState, 'studyM'>,
  filter: ReadonlySignal<ProjectFilter>,
) {
  const state = signal<ConflictState>({ kind: 'waiting' });
  const isRequested = signal(false);
  /** Undefined until the user chooses one: links carry choices only. */
  const chosenStudyM = signal(given.studyM);
  const scenarioTallies = signal<ReadonlyMap<string, ScenarioTally>>(new Map());
  return {
    ...readonly({ state, chosenStudyM, scenarioTallies }),
    studyM: computed(() => chosenStudyM.value ?? STUDY_SETBACK_M.usual),
    isNeeded: computed(() => isRequested.value || needsConflicts(filter.value)),
    urlState: computed<Pick<ViewState, 'studyM'>>(() =>
      chosenStudyM.value ? { studyM: chosenStudyM.value } : {},
    ),
    showState: (next: ConflictState): void => {
      state.value = next;
    },
    showScenarioTally: (found: ScenarioTally): void => {
      scenarioTallies.value = new Map(scenarioTallies.value).set(found.scenario.id, found);
    },
    request: (): void => {
      isRequested.value = true;
    },
    /** Sets the study setback, in whole metres; `undefined` goes back to the usual one. */
    setStudySetback: (metres: number | undefined): void => {
      chosenStudyM.value = metres;
    },
  };
}
