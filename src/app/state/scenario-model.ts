import { batch, computed, signal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type {
  Footprint,
  Scenario,
  ScenarioAnswer,
  Site,
  SiteFailure,
} from '../../domain/scenarios/scenario.ts';
import type { OtherPlace } from '../../ui/scenarios/scenario-props.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import { withDraft } from './draft-site.ts';
import { createMapTools } from './map-tools-model.ts';
import { createScenarioEdits, createSiteEdits, type ScenarioStore } from './scenario-edits.ts';

/** The figures of a scenario; earlier ones stay on screen while new ones are measured. */
export type ScenarioState =
  | {
      readonly kind: 'measuring' | 'ready';
      readonly answer: ScenarioAnswer | undefined;
      readonly footprints: readonly Footprint[];
      /** Sites that were left out, by id. */
      readonly failures: ReadonlyMap<string, SiteFailure>;
      /** The scenario as it was when this was evaluated. */
      readonly tried?: Scenario;
    }
  | {
      readonly kind: 'failed';
      readonly reason: string;
    };

/** A site, and what it would be at other places. */
export type PlacesOfSite = { readonly site: Site; readonly places: readonly OtherPlace[] };

/** Scenarios: which is open, what each costs, and the tools that draw and measure on the map. */
export function createScenarioModel(store: ScenarioStore) {
  const { scenarios } = store;
  const tools = createMapTools();
  const { drawing, draft, rulerShape, inquiry, corners } = tools;
  const openId = signal<string | undefined>(undefined);
  const siteId = signal<string | undefined>(undefined);
  const states = signal<ReadonlyMap<string, ScenarioState>>(new Map());
  const comparedIds = signal<readonly string[]>([]);
  const sketch = signal<FeatureCollection | undefined>(undefined);
  const otherPlaces = signal<PlacesOfSite | undefined>(undefined);
  const pointedPlace = signal<OtherPlace | undefined>(undefined);
  const viewedScenario = signal<Scenario | undefined>(undefined);
  const open = computed(
    () => scenarios.value.find(({ id }) => id === openId.value) ?? scenarios.value[0],
  );
  const edited = { open, openId, siteId, tools };
  return {
    ...readonly({
      drawing,
      comparedIds,
      sketch,
      rulerShape,
      inquiry,
      corners,
      states,
      otherPlaces,
      pointedPlace,
    }),
    current: open,
    /** The open scenario with the shape that is being drawn. */
    tried: computed(() => open.value && withDraft(open.value, draft.value, drawing.value)),
    pickedSite: computed(() => open.value?.sites.find(({ id }) => id === siteId.value)),
    /** The scenario of the open view; the user's own under its id, where there is one. */
    saved: computed(() => {
      const viewed = viewedScenario.value;
      return scenarios.value.find(({ id }) => id === viewed?.id) ?? viewed;
    }),
    ...createScenarioEdits(store, edited),
    ...createSiteEdits(store, edited),
    ...tools.actions,
    /** Begins or ends drawing; a locked scenario is not drawn on. */
    draw: (intent: DrawIntent | undefined): void => {
      batch(() => {
        const isEdit = intent?.kind === 'edit';
        const isForbidden = open.value?.isLocked && (isEdit || intent?.kind === 'new');
        tools.begin(isForbidden ? undefined : intent);
        if (isEdit) siteId.value = intent.siteId;
      });
    },
    /** Shows the scenario of a saved view, read only. */
    showSaved: (next: Scenario | undefined): void => {
      viewedScenario.value = next;
    },
    showState: (id: string, state: ScenarioState): void => {
      states.value = new Map(states.value).set(id, state);
    },
    /** What the map draws of the scenario that is shown, of notes and of the ruler. */
    showSketch: (next: FeatureCollection | undefined): void => {
      sketch.value = next;
    },
    showPlaces: (next: PlacesOfSite | undefined): void => {
      batch(() => {
        otherPlaces.value = next;
        pointedPlace.value = undefined;
      });
    },
    pointAt: (place: OtherPlace | undefined): void => {
      pointedPlace.value = place;
    },
    compare: (id: string, isCompared: boolean): void => {
      comparedIds.value = scenarios.value.flatMap((scenario) => {
        const stays = scenario.id === id ? isCompared : comparedIds.value.includes(scenario.id);
        return stays ? [scenario.id] : [];
      });
    },
  };
}
