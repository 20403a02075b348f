import { batch, computed, type Signal } from '@preact/signals';
import type { Selection } from '../../domain/selection.ts';
import { findShown } from '../../domain/shown-feature.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import type { createPlanModel } from './plan-model.ts';

/** What the selection's model works on. */
type SelectionSources = {
  readonly id: Signal<string | undefined>;
  readonly zoneId: Signal<string | undefined>;
  readonly plan: ReturnType<typeof createPlanModel>;
  /** Called when something else is selected: marks on the map and questions about a place go. */
  readonly onSelect: () => void;
};

/** What is selected: one feature, one zone, or both. */
export function createSelectionModel({ id, zoneId, plan, onSelect }: SelectionSources) {
  const zone = computed(() => plan.zones.value.find((candidate) => candidate.id === zoneId.value));
  const current = computed<Selection | undefined>(() => {
    if (id.value !== undefined) {
      const project = plan.projects.value.find((candidate) => candidate.id === id.value);
      if (project !== undefined) return { kind: 'project', project };
      const segment = plan.segments.value.find((candidate) => candidate.id === id.value);
      if (segment !== undefined) return { kind: 'segment', segment };
      const shown = findShown(plan.layers.value, id.value);
      if (shown !== undefined) return { kind: 'shown', shown };
    }
    return zone.value === undefined ? undefined : { kind: 'zone', zone: zone.value };
  });
  const actions = {
    select: (next: string | undefined): void => {
      batch(() => {
        onSelect();
        if (next !== undefined && plan.zones.value.some((candidate) => candidate.id === next)) {
          actions.selectZone(next);
          return;
        }
        id.value = next;
        if (next === undefined) zoneId.value = undefined;
        const picked = current.peek();
        if (picked?.kind === 'project') plan.revealLayer(picked.project.layer);
        if (picked?.kind === 'shown') plan.revealLayer(picked.shown.layer.id);
      });
    },
    selectZone: (next: string | undefined): void => {
      batch(() => {
        zoneId.value = next;
        id.value = undefined;
      });
    },
    clear: (): void => {
      batch(() => {
        id.value = undefined;
        zoneId.value = undefined;
        onSelect();
      });
    },
    setFromUrl: (next: Pick<ViewState, 'select' | 'zone'>): void => {
      batch(() => {
        id.value = next.select;
        zoneId.value = next.zone;
      });
    },
  };
  return {
    ...readonly({ id, zoneId }),
    ...{ current, zone },
    /** What is selected, whether or not the data know it. */
    chosenState: computed<Pick<ViewState, 'select' | 'zone'>>(() => ({
      ...(id.value !== undefined && { select: id.value }),
      ...(zoneId.value !== undefined && { zone: zoneId.value }),
    })),
    /** What is selected and exists; until all data are there, everything may. */
    urlState: computed<Pick<ViewState, 'select' | 'zone'>>(() => {
      const isWaiting = !plan.isComplete.value;
      const isKnown = isWaiting || (current.value !== undefined && current.value.kind !== 'zone');
      const isZoneKnown = isWaiting || zone.value !== undefined;
      return {
        ...(id.value !== undefined && isKnown && { select: id.value }),
        ...(zoneId.value !== undefined && isZoneKnown && { zone: zoneId.value }),
      };
    }),
    ...actions,
  };
}
