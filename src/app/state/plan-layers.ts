import { computed, signal } from '@preact/signals';
import type { Catalogue } from '../../domain/dataset.ts';
import type { Issue } from '../../domain/issue.ts';
import type { DatasetState, LayerState } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';

/** Loading state of the catalogue. */
export type CatalogueState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly catalogue: Catalogue; readonly issues: readonly Issue[] }
  | { readonly kind: 'failed'; readonly error: LoadError };

/** The layers of the plan and those of the user, and which of them count. */
export function createPlanLayers() {
  const catalogue = signal<CatalogueState>({ kind: 'loading' });
  const datasets = signal<ReadonlyMap<string, DatasetState>>(new Map());
  const ownLayers = signal<readonly LayerState[]>([]);
  const ownGroups = signal<Catalogue['groups']>([]);
  const layers = computed<readonly LayerState[]>(() => {
    const state = catalogue.value;
    if (state.kind !== 'ready') return [];
    const ofPlan = state.catalogue.layers.map(
      (layer): LayerState => ({
        layer,
        state: datasets.value.get(layer.id) ?? { kind: 'loading' },
      }),
    );
    return [...ofPlan, ...ownLayers.value];
  });
  /** The layers that count: coast and zones of the user take the place of the plan's. */
  const countedLayers = computed<readonly LayerState[]>(() => {
    if (ownLayers.value.length === 0) return layers.value;
    const counted = ownLayers.value.filter(({ layer }) => layer.isCounted !== false);
    const taken = new Set(counted.map(({ layer }) => layer.role));
    return layers.value.filter((member) => {
      const { role } = member.layer;
      return ownLayers.value.includes(member)
        ? counted.includes(member)
        : !((role === 'coastline' || role === 'zones') && taken.has(role));
    });
  });
  /** The groups of the layer list, the user's own first: it is what the user looks for. */
  const groups = computed<Catalogue['groups']>(() =>
    catalogue.value.kind === 'ready'
      ? [...ownGroups.value, ...catalogue.value.catalogue.groups]
      : [],
  );
  const showOwnLayers = (next: readonly LayerState[], group: Catalogue['groups'][number]): void => {
    ownGroups.value = next.length === 0 ? [] : [group];
    ownLayers.value = next;
  };
  return { catalogue, datasets, layers, countedLayers, groups, showOwnLayers };
}
