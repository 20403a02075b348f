import { batch, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Scenario, Site } from '../../domain/scenarios/scenario.ts';
import type { Deck } from '../../domain/views/saved-view.ts';
import { freeId } from './draft-site.ts';
import type { MapTools } from './map-tools-model.ts';

/** The scenarios in the workspace, and how they are changed. */
export type ScenarioStore = {
  readonly scenarios: ReadonlySignal<readonly Scenario[]>;
  /** Views hold scenarios too, found by their ids. */
  readonly decks: ReadonlySignal<readonly Deck[]>;
  readonly changeScenarios: (next: readonly Scenario[]) => void;
};

/** What edits start from: the open scenario and site, and the tools on the map. */
type EditedScenario = {
  readonly open: ReadonlySignal<Scenario | undefined>;
  readonly openId: Signal<string | undefined>;
  readonly siteId: Signal<string | undefined>;
  readonly tools: Pick<MapTools, 'drawing' | 'draft'>;
};

/** Edits of the scenarios in the workspace: start, duplicate, rename, lock, remove, open. */
export function createScenarioEdits(
  { scenarios, decks, changeScenarios }: ScenarioStore,
  { openId, siteId, tools }: EditedScenario,
) {
  const open = (id: string): void => {
    batch(() => {
      openId.value = id;
      siteId.value = undefined;
      tools.drawing.value = undefined;
      tools.draft.value = undefined;
    });
  };
  const change = (id: string, edit: (scenario: Scenario) => Scenario): void => {
    const scenario = scenarios.value.find((candidate) => candidate.id === id);
    if (scenario === undefined) return;
    changeScenarios(scenarios.value.map((other) => (other === scenario ? edit(other) : other)));
  };
  const add = (scenario: Scenario): void => {
    batch(() => {
      changeScenarios([...scenarios.value, scenario]);
      open(scenario.id);
    });
  };
  /** An id that no scenario has, and none that a view still shows. */
  const freeScenarioId = (): string => {
    const viewed = decks.value.flatMap(({ views }) =>
      views.flatMap(({ scenario }) => scenario ?? []),
    );
    return freeId('scenario', [...scenarios.value, ...viewed]);
  };
  return {
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
        tools.drawing.value = undefined;
        change(id, (scenario) => ({ ...scenario, isLocked }));
      });
    },
    remove: (id: string): void => {
      changeScenarios(scenarios.value.filter((scenario) => scenario.id !== id));
    },
    open,
    /** Adds a scenario as it is, unless there is one of its id, and opens it. */
    adopt: (scenario: Scenario): void => {
      if (scenarios.value.some(({ id }) => id === scenario.id)) open(scenario.id);
      else add(scenario);
    },
  };
}

/** Edits of the sites of the open scenario; a locked scenario stays as it is. */
export function createSiteEdits(
  { scenarios, changeScenarios }: ScenarioStore,
  { open, siteId, tools }: EditedScenario,
) {
  const change = (edit: (sites: readonly Site[]) => readonly Site[]): void => {
    const scenario = open.value;
    if (scenario === undefined || scenario.isLocked) return;
    changeScenarios(
      scenarios.value.map((other) =>
        other === scenario ? { ...other, sites: edit(other.sites) } : other,
      ),
    );
  };
  return {
    /** Adds a site to the open scenario, unless it is locked, and picks it; returns its id. */
    addSite: (given: Omit<Site, 'id'>): string | undefined => {
      const scenario = open.value;
      if (scenario === undefined || scenario.isLocked) return undefined;
      const id = freeId('site', scenario.sites);
      batch(() => {
        change((sites) => [...sites, { ...given, id }]);
        siteId.value = id;
        tools.draft.value = undefined;
      });
      return id;
    },
    changeSite: (id: string, changes: Partial<Omit<Site, 'id'>>): void => {
      batch(() => {
        tools.draft.value = undefined;
        change((sites) => sites.map((site) => (site.id === id ? { ...site, ...changes } : site)));
      });
    },
    removeSite: (id: string): void => {
      batch(() => {
        tools.drawing.value = undefined;
        tools.draft.value = undefined;
        change((sites) => sites.filter((site) => site.id !== id));
      });
    },
    pickSite: (id: string | undefined): void => {
      const { drawing } = tools;
      batch(() => {
        siteId.value = id;
        if (drawing.value?.kind === 'edit' && drawing.value.siteId !== id)
          drawing.value = undefined;
      });
    },
  };
}
