import { effect, type ReadonlySignal } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import type { AuditRule } from '../../domain/audit/audit.ts';
import { type AuditChoices, withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import { reasonOf } from '../../domain/result.ts';
import type {
  Footprint,
  Scenario,
  ScenarioAnswer,
  Site,
  SiteFailure,
} from '../../domain/scenarios/scenario.ts';
import { scenarioOfSide } from '../state/compared-views.ts';
import { DRAFT_ID } from '../state/draft-site.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';
import type { FootprintClient } from '../workers/footprint-client.ts';
import { sketchFeatures } from './sketch-features.ts';

/** Who works out scenarios: ground in a worker that can be killed, the coast in the one that knows it. */
export type ScenarioEngines = {
  readonly client: AuditClient;
  readonly grounds: FootprintClient;
  /** Counts the coasts measured so far; 0 before the first. */
  readonly measured: ReadonlySignal<number>;
};

/** One scenario and everything that its figures depend on. */
type Job = {
  readonly scenario: Scenario;
  readonly rule: AuditRule;
  readonly choices: AuditChoices;
  readonly log: readonly Reclassification[];
  readonly coast: number;
};

/** Works out the open scenario and those compared, again whenever anything changes that they rest on. */
export function runScenarios(model: Model, { client, grounds, measured }: ScenarioEngines): void {
  const done = new Map<string, Job>();
  const answers = new Map<string, { answer: ScenarioAnswer; footprints: readonly Footprint[] }>();
  const known = new WeakMap<Site, Promise<Footprint>>();
  const groundOf = (site: Site): Promise<Footprint> => {
    const made = known.get(site) ?? grounds.make(site);
    known.set(site, made);
    return made;
  };
  const work = async (job: Job): Promise<void> => {
    const { scenario, rule, log } = job;
    const choices = withMeasuredTolerance(job.choices, rule);
    const { id } = scenario;
    if (isSameJob(done.get(id), job)) return;
    done.set(id, job);
    const last = answers.get(id);
    if (last === undefined)
      model.scenarios.showState(id, {
        kind: 'measuring',
        answer: undefined,
        footprints: [],
        failures: new Map(),
      });
    const footprints: Footprint[] = [];
    const failures = new Map<string, SiteFailure>();
    for (const site of scenario.sites) {
      try {
        footprints.push(await groundOf(site));
      } catch (cause) {
        // A shape that a hand has only begun is no ground yet.
        if (site.id === DRAFT_ID) continue;
        console.info(`no ground of ${site.id}:`, cause);
        const isSlow = cause instanceof DOMException && cause.name === 'TimeoutError';
        failures.set(site.id, isSlow ? 'slow' : 'shape');
      }
    }
    try {
      const answer = await client.tryScenario({ footprints, rule, choices, log });
      answers.set(id, { answer, footprints });
      model.scenarios.showState(id, {
        ...{ kind: 'ready', answer, footprints, failures },
        tried: scenario,
      });
    } catch (cause) {
      model.scenarios.showState(id, { kind: 'failed', reason: reasonOf(cause) });
    }
  };
  const workOn = latestOnly(async (jobs: readonly Job[]) => {
    for (const job of jobs) await work(job);
  });
  effect(() => {
    const [rule, coast, shown] = [
      model.audit.rule.value,
      measured.value,
      model.scenarios.shown.value,
    ];
    const [choices, log] = [model.audit.choices.value, model.workspace.log.value];
    const compared = model.workspace.scenarios.value.filter(
      ({ id }) => model.scenarios.comparedIds.value.includes(id) && id !== shown?.id,
    );
    const others = model.page.panel.value === 'scenarios' ? compared : [];
    const sides = (model.comparison.current.value?.sides ?? []).flatMap(
      (side) => scenarioOfSide(model, side) ?? [],
    );
    // A card shows what each costs.
    const listed = model.page.panel.value === 'scenarios' ? model.workspace.scenarios.value : [];
    // What a room is going to see is worked out before it is asked for.
    const later = model.presentation.isPresenting.value ? model.views.deckScenarios.value : [];
    if (rule === undefined || coast === 0) return;
    const wanted = [
      ...(shown === undefined ? [] : [shown]),
      ...sides,
      ...others,
      ...later,
      ...listed,
    ];
    const once = wanted.filter(({ id }, at) => wanted.findIndex((one) => one.id === id) === at);
    workOn(once.map((scenario) => ({ scenario, rule, choices, log, coast })));
  });
  effect(() => {
    const projects = model.plan.projects.value.map(({ id, geometry }) => ({
      id,
      ...(geometry && { geometry }),
    }));
    const isAsked =
      model.page.panel.value === 'scenarios' || model.scenarios.inquiry.value !== undefined;
    if (isAsked || model.scenarios.shown.value !== undefined) void client.knowProjects(projects);
  });
  keepAnswered(model, client, measured);
  keepSketched(model);
}

/** Draws the scenario that is shown. */
function keepSketched(model: Model): void {
  effect(() => model.scenarios.showSketch(sketchOf(model, model.scenarios.shown.value)));
}

/** What the map draws of a scenario; nothing until it has been worked out. */
export function sketchOf(
  model: Model,
  scenario: Scenario | undefined,
): FeatureCollection | undefined {
  const state = scenario && model.scenarios.states.value.get(scenario.id);
  return state?.kind === 'ready' && scenario !== undefined
    ? sketchFeatures({ ...state, scenario })
    : undefined;
}

function isSameJob(one: Job | undefined, other: Job): boolean {
  return (
    one?.scenario === other.scenario &&
    one.rule === other.rule &&
    one.choices === other.choices &&
    one.log === other.log &&
    one.coast === other.coast
  );
}

/** Work that is done one at a time; of what was asked meanwhile only the newest is done. */
export function latestOnly<T>(work: (input: T) => Promise<void>): (input: T) => void {
  let isBusy = false;
  let next: { readonly input: T } | undefined;
  const run = async (input: T): Promise<void> => {
    isBusy = true;
    await work(input);
    isBusy = false;
    const waiting = next;
    next = undefined;
    if (waiting !== undefined) void run(waiting.input);
  };
  return (input) => {
    if (isBusy) next = { input };
    else void run(input);
  };
}

/** Answers what is asked about a place, again when the coast is counted otherwise. */
function keepAnswered(model: Model, client: AuditClient, measured: ReadonlySignal<number>): void {
  effect(() => {
    const [at, rule, coast] = [
      model.scenarios.inquiry.value?.at,
      model.audit.rule.value,
      measured.value,
    ];
    const [choices, log] = [model.audit.choices.value, model.workspace.log.value];
    if (at === undefined || rule === undefined || coast === 0) return;
    client.inquire({ at, rule, choices: withMeasuredTolerance(choices, rule), log }).then(
      (finding) => model.scenarios.showInquiry({ at, answer: { kind: 'ready', finding } }),
      (cause: unknown) =>
        model.scenarios.showInquiry({ at, answer: { kind: 'failed', reason: reasonOf(cause) } }),
    );
  });
}
