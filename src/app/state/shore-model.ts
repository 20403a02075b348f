import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { needsShore, type ProjectFilter } from '../../domain/projects/project-filter.ts';
import type { ShoreRelations } from '../../domain/projects/shore-relation.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** State of the distances from projects to the coast and of the zones that they lie in. */
export type ShoreState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly relations: ShoreRelations }
  | { readonly kind: 'failed'; readonly reason: string };

/** How projects lie to the coast; measured once a panel or the filter asks. */
export function createShoreModel(filter: ReadonlySignal<ProjectFilter>) {
  const state = signal<ShoreState>({ kind: 'waiting' });
  const isRequested = signal(false);
  return {
    ...readonly({ state }),
    isNeeded: computed(() => isRequested.value || needsShore(filter.value)),
    showState: (next: ShoreState): void => {
      state.value = next;
    },
    request: (): void => {
      isRequested.value = true;
    },
  };
}
