import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type FileOrigin, keptNotices } from '../../domain/file-origin.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/**
 * What the checks of files have found so far, by layer id. Kept apart from the datasets: an issue that arrives
 * must not look like another coast, which would be measured again.
 */
export function createCheckModel(layers: ReadonlySignal<readonly LayerState[]>) {
  const issues = signal<ReadonlyMap<string, readonly Issue[]>>(new Map());
  const planIssues = signal<readonly Issue[]>([]);
  return {
    ...readonly({ issues, planIssues }),
    /** The layers with the issues of their readers and of the checks. */
    layers: computed<readonly LayerState[]>(() =>
      layers.value.map(({ layer, state }) => {
        const found = issues.value.get(layer.id) ?? [];
        return state.kind === 'ready' && found.length > 0
          ? { layer, state: { ...state, issues: [...state.issues, ...found] } }
          : { layer, state };
      }),
    ),
    /** What changes no figure by itself but may mean that the coast is wrong: a shifted datum, a line that crosses. */
    suspicions: computed<readonly Issue[]>(() =>
      [...issues.value.values()]
        .flat()
        .filter(({ code }) => code.endsWith('-suspected') || code.startsWith('coast-')),
    ),
    /** What the plan as a whole has, such as layers outside its extent. */
    showPlanIssues: (found: readonly Issue[]): void => {
      planIssues.value = found;
    },
    showIssues: (id: string, found: readonly Issue[]): void => {
      issues.value = new Map(issues.value).set(id, found);
    },
  };
}

/** Where the files of the plan came from in this visit, and what the user is told of it. */
export function createOriginModel() {
  const files = signal<ReadonlyMap<string, FileOrigin>>(new Map());
  const dismissed = signal<ReadonlySet<string>>(new Set());
  /** What has not been dismissed; one kind of fault is told once, however many files have it. */
  const notices = computed(() =>
    keptNotices(files.value).filter(({ reason }) => !dismissed.value.has(reason)),
  );
  return {
    ...readonly({ files, notices }),
    hasNotices: computed(() => notices.value.length > 0),
    /** `file`: its path inside the plan's folder. */
    showOrigin: (file: string, origin: FileOrigin): void => {
      files.value = new Map(files.value).set(file, origin);
    },
    dismissNotices: (): void => {
      dismissed.value = new Set(keptNotices(files.value).map(({ reason }) => reason));
    },
  };
}
