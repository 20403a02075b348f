import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { Position } from '../../domain/geometry.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import type { ShoreFinding } from '../../domain/map-tools/shore-inquiry.ts';
import type {
  Footprint,
  Scenario,
  ScenarioAnswer,
  Site,
  SiteFailure,
} from '../../domain/scenarios/scenario.ts';
import type { Deck } from '../../domain/views/saved-view.ts';
import { readonly } from './as-readonly.ts';
import { type Draft, freeId, withDraft } from './draft-site.ts';

/** Where the figures of a scenario stand; those before stay in sight while new ones are worked out. */
export type ScenarioState =
  | {
      readonly kind: 'measuring' | 'ready';
      readonly answer: ScenarioAnswer | undefined;
      readonly footprints: readonly Footprint[];
      /** Sites that were left out, by id. */
      readonly failures: ReadonlyMap<string, SiteFailure>;
      /** The scenario as it was when this was worked out. */
      readonly tried?: Scenario;
    }
  | {
      readonly kind: 'failed';
      readonly reason: string;
    };

/** A place that a person asks about, and where its answer stands. */
export type InquiryState = {
  readonly at: Position;
  readonly answer:
    | { readonly kind: 'measuring' }
    | { readonly kind: 'ready'; readonly finding: ShoreFinding | undefined }
    | { readonly kind: 'failed'; readonly reason: string };
};

/** What the scenarios' part of the model works on. */
export type ScenarioStore = {
  readonly scenarios: ReadonlySignal<readonly Scenario[]>;
  /** Views hold scenarios too, found by their ids. */
  readonly decks: ReadonlySignal<readonly Deck[]>;
  readonly changeScenarios: (next: readonly Scenario[]) => void;
};

/** Scenarios: which is open, what is being drawn, measured or asked about, and what each costs. */
export function createScenarioModel({ scenarios, decks, changeScenarios }: ScenarioStore) {
  const openId = signal<string | undefined>(undefined);
  const siteId = signal<string | undefined>(undefined);
  const drawing = signal<DrawIntent | undefined>(undefined);
  const draft = signal<Draft | undefined>(undefined);
  const states = signal<ReadonlyMap<string, ScenarioState>>(new Map());
  const comparedIds = signal<readonly string[]>([]);
  const rulerShape = signal<DrawnShape | undefined>(undefined);
  const inquiry = signal<InquiryState | undefined>(undefined);
  const sketch = signal<FeatureCollection | undefined>(undefined);
  const viewedScenario = signal<Scenario | undefined>(undefined);
  const open = computed(
    () => scenarios.value.find(({ id }) => id === openId.value) ?? scenarios.value[0],
  );
  /** The open scenario with the shape that a hand holds. */
  const tried = computed(() => open.value && withDraft(open.value, draft.value, drawing.value));
  const site = computed(() => open.value?.sites.find(({ id }) => id === siteId.value));

  const change = (id: string, edit: (scenario: Scenario) => Scenario): void => {
    const scenario = scenarios.value.find((candidate) => candidate.id === id);
    if (scenario === undefined) return;
    changeScenarios(scenarios.value.map((other) => (other === scenario ? edit(other) : other)));
  };
  const changeOpen = (edit: (scenario: Scenario) => Scenario): void => {
    const scenario = open.value;
    if (scenario !== undefined && !scenario.isLocked) change(scenario.id, edit);
  };
  const add = (scenario: Scenario): void => {
    batch(() => {
      changeScenarios([...scenarios.value, scenario]);
      show(scenario.id);
    });
  };
  const show = (id: string): void => {
    batch(() => {
      openId.value = id;
      siteId.value = undefined;
      drawing.value = undefined;
      draft.value = undefined;
    });
  };
  /** An id that no scenario has, and none that a view still shows. */
  const freeScenarioId = (): string => {
    const viewed = decks.value.flatMap(({ views }) =>
      views.flatMap(({ scenario }) => scenario ?? []),
    );
    return freeId('scenario', [...scenarios.value, ...viewed]);
  };
  const actions = {
    start: (name: string): void => {
      add({ id: freeScenarioId(), name, isLocked: false, sites: [] });
    },
    duplicate: (id: string, name: string): void => {
      const scenario = scenarios.value.find((candidate) => candidate.id === id);
      if (scenario === undefined) return;
      add({ ...scenario, id: freeScenarioId(), name, isLocked: false });
    },
    rename: (id: string, name: string): void => {
      change(id, (scenario) => ({ ...scenario, name }));
    },
    lock: (id: string, isLocked: boolean): void => {
      batch(() => {
        drawing.value = undefined;
        change(id, (scenario) => ({ ...scenario, isLocked }));
      });
    },
    remove: (id: string): void => {
      changeScenarios(scenarios.value.filter((scenario) => scenario.id !== id));
    },
    open: show,
    /** Takes a scenario over as it is, unless there is one of its id, and opens it. */
    adopt: (scenario: Scenario): void => {
      if (scenarios.value.some(({ id }) => id === scenario.id)) show(scenario.id);
      else add(scenario);
    },
    /** Adds a site to the open scenario, unless it is locked, and picks it. */
    addSite: (given: Omit<Site, 'id'>): string | undefined => {
      const scenario = open.value;
      if (scenario === undefined || scenario.isLocked) return undefined;
      const id = freeId('site', scenario.sites);
      batch(() => {
        changeOpen((current) => ({ ...current, sites: [...current.sites, { ...given, id }] }));
        siteId.value = id;
        draft.value = undefined;
      });
      return id;
    },
    changeSite: (id: string, changes: Partial<Omit<Site, 'id'>>): void => {
      batch(() => {
        draft.value = undefined;
        changeOpen((scenario) => ({
          ...scenario,
          sites: scenario.sites.map((other) =>
            other.id === id ? { ...other, ...changes } : other,
          ),
        }));
      });
    },
    removeSite: (id: string): void => {
      batch(() => {
        drawing.value = undefined;
        draft.value = undefined;
        changeOpen((scenario) => ({
          ...scenario,
          sites: scenario.sites.filter((other) => other.id !== id),
        }));
      });
    },
    pickSite: (id: string | undefined): void => {
      batch(() => {
        siteId.value = id;
        if (drawing.value?.kind === 'edit' && drawing.value.siteId !== id)
          drawing.value = undefined;
      });
    },
    /** Begins or ends drawing; a locked scenario is not drawn on. */
    draw: (intent: DrawIntent | undefined): void => {
      batch(() => {
        draft.value = undefined;
        rulerShape.value = undefined;
        const isForbidden = open.value?.isLocked === true && intent?.kind !== 'measure';
        drawing.value = isForbidden ? undefined : intent;
        if (intent?.kind === 'edit') siteId.value = intent.siteId;
      });
    },
    /** Asks about a place, or stops asking. */
    askAbout: (at: Position | undefined): void => {
      inquiry.value = at && { at, answer: { kind: 'measuring' } };
    },
    showInquiry: (next: InquiryState): void => {
      if (inquiry.value?.at === next.at) inquiry.value = next;
    },
    /** Takes the ruler, or puts it away. */
    toggleRuler: (): void => {
      batch(() => {
        rulerShape.value = undefined;
        drawing.value =
          drawing.value?.kind === 'measure' ? undefined : { kind: 'measure', measure: 'length' };
      });
    },
    /** Shows the scenario of a saved view, read only; that of their own under its id, where there is one. */
    showSaved: (next: Scenario | undefined): void => {
      viewedScenario.value = next;
    },
    setRulerShape: (shape: DrawnShape | undefined): void => {
      rulerShape.value = shape;
    },
    setDraft: (next: Draft | undefined): void => {
      draft.value = next;
    },
    showState: (id: string, state: ScenarioState): void => {
      states.value = new Map(states.value).set(id, state);
    },
    /** What the map draws of the open scenario. */
    showSketch: (next: FeatureCollection | undefined): void => {
      sketch.value = next;
    },
    compare: (id: string, isCompared: boolean): void => {
      comparedIds.value = scenarios.value.flatMap((scenario) => {
        const stays = scenario.id === id ? isCompared : comparedIds.value.includes(scenario.id);
        return stays ? [scenario.id] : [];
      });
    },
  };
  return {
    ...readonly({ drawing, comparedIds, sketch, rulerShape, inquiry }),
    ...{
      current: open,
      tried,
      pickedSite: site,
      saved: computed(() => {
        const viewed = viewedScenario.value;
        return scenarios.value.find(({ id }) => id === viewed?.id) ?? viewed;
      }),
      states: readonly({ states }).states,
    },
    ...actions,
  };
}
