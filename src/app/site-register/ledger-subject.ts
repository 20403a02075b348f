import type { Scenario, Site } from '../../domain/scenarios/scenario.ts';
import type { DatedFootprint } from '../../domain/site-register/year-ledger.ts';
import type { Model } from '../state/model.ts';

/** The sites that a ledger is of. */
export type LedgerSubject = {
  /** The ids of the scenarios. */
  readonly name: string;
  readonly dated: readonly DatedFootprint[];
  /** The sites by their ids in the ledger, which differ even between scenarios. */
  readonly sites: readonly {
    readonly key: string;
    readonly site: Site;
    readonly scenario: Scenario;
  }[];
  /** Whether the grounds of all sites are known. */
  readonly isReady: boolean;
  /** Why they are not known. */
  readonly failure: string | undefined;
  /** Names of the sites without a ground. */
  readonly leftOut: readonly string[];
  /** The stated accuracies, in metres, of the sites that were taken from the plan. */
  readonly accuracies: readonly (number | undefined)[];
  /** What all of this rests on, by identity; of one length for any number of scenarios. */
  readonly basis: readonly unknown[];
};

const IDS = new WeakMap<object, number>();
let lastId = 0;

/** A number that stands for an object. */
function numberOf(object: object): number {
  const known = IDS.get(object);
  if (known !== undefined) return known;
  lastId += 1;
  IDS.set(object, lastId);
  return lastId;
}

/** The sites of scenarios with their grounds, as far as they have been worked out. */
export function ledgerSubject(
  scenarios: readonly Scenario[],
  model: Pick<Model, 'scenarios' | 'plan'>,
): LedgerSubject {
  const states = model.scenarios.states.value;
  const projects = model.plan.projects.value;
  const parts = scenarios.map((scenario) => ({ scenario, state: states.get(scenario.id) }));
  const sites = scenarios.flatMap((scenario) =>
    scenario.sites.map((site) => ({ key: `${scenario.id} ${site.id}`, site, scenario })),
  );
  const failed = parts.find(({ state }) => state?.kind === 'failed')?.state;
  return {
    name: scenarios.map(({ id }) => id).join(' '),
    dated: parts.flatMap(({ scenario, state }) =>
      state?.kind !== 'ready'
        ? []
        : state.footprints.flatMap((footprint): readonly DatedFootprint[] => {
            const site = scenario.sites.find(({ id }) => id === footprint.site);
            const key = `${scenario.id} ${footprint.site}`;
            return site === undefined
              ? []
              : [{ footprint: { ...footprint, site: key }, year: site.year }];
          }),
    ),
    sites,
    isReady: parts.every(
      ({ scenario, state }) => state?.kind === 'ready' && state.tried === scenario,
    ),
    failure: failed?.kind === 'failed' ? failed.reason : undefined,
    leftOut: parts.flatMap(({ scenario, state }) =>
      state?.kind === 'ready'
        ? scenario.sites.flatMap(({ id, name }) => (state.failures.has(id) ? [name] : []))
        : [],
    ),
    accuracies: sites.flatMap(({ site: { projectId } }) =>
      projectId === undefined
        ? []
        : projects.filter(({ id }) => id === projectId).map(({ accuracyM }) => accuracyM),
    ),
    basis: [
      parts
        .map(({ scenario, state }) => `${numberOf(scenario)} ${state && numberOf(state)}`)
        .join(),
      projects,
    ],
  };
}
