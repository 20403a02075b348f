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
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import { oneAtATime } from '../lifecycle/one-at-a-time.ts';
import { scenarioOfSide } from '../state/compared-views.ts';
import { DRAFT_ID } from '../state/draft-site.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';
import type { FootprintClient } from '../workers/footprint-client.ts';
import { markFeatures } from './mark-features.ts';
import { ghostFeatures, sketchFeatures } from './sketch-features.ts';

/** The workers behind scenarios: footprints in one that can be killed, the coast in the one that knows it. */
export type ScenarioEngines = {
  readonly client: Pick<AuditClient, 'tryScenario' | 'knowProjects' | 'inquire'>;
  readonly grounds: Pick<FootprintClient, 'make'>;
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

/** Evaluates the scenarios that the page shows, again whenever anything changes that they rest on. */
export function runScenarios(model: Model, engines: ScenarioEngines): Dispose {
  const disposer = createDisposer();
  const { client, measured } = engines;
  const evaluating = oneAtATime(scenarioEvaluator(model, engines));
  const telling = latestOnly();
  disposer.add(evaluating.cancel, telling.cancel);
  disposer.add(
    effect(() => {
      const [rule, coast] = [model.audit.rule.value, measured.value];
      const [choices, log] = [model.audit.choices.value, model.workspace.log.value];
      const wanted = wantedScenarios(model);
      if (rule === undefined || coast === 0) return;
      evaluating.next(wanted.map((scenario) => ({ scenario, rule, choices, log, coast })));
    }),
    effect(() => {
      const projects = model.plan.projects.value.map(({ id, geometry }) => ({
        id,
        ...(geometry && { geometry }),
      }));
      const isAsked =
        model.page.panel.value === 'scenarios' || model.scenarios.inquiry.value !== undefined;
      if (isAsked || model.scenarios.shown.value !== undefined)
        telling.run(() => client.knowProjects(projects), {
          onDone: () => undefined,
          onFailure: (cause) => console.error('no distances to projects:', cause),
        });
    }),
    answerInquiries(model, engines),
    effect(() => {
      const sketch = sketchOf(model, model.scenarios.shown.value);
      const [place, site] = [
        model.scenarios.pointedPlace.value,
        model.scenarios.otherPlaces.value?.site,
      ];
      const ghost = place && site ? ghostFeatures(site, place) : [];
      const marks = markFeatures(model);
      const features = [...(sketch?.features ?? []), ...(sketch ? ghost : []), ...marks];
      model.scenarios.showSketch(
        sketch === undefined && marks.length === 0
          ? undefined
          : { type: 'FeatureCollection', features },
      );
    }),
  );
  return disposer.dispose;
}

/** The scenarios whose figures the page shows or will show next, each once, the most urgent first. */
function wantedScenarios(
  model: Pick<Model, 'scenarios' | 'workspace' | 'page' | 'comparison' | 'presentation' | 'views'>,
): readonly Scenario[] {
  const shown = model.scenarios.shown.value;
  const compared = model.workspace.scenarios.value.filter(
    ({ id }) => model.scenarios.comparedIds.value.includes(id) && id !== shown?.id,
  );
  const others = model.page.panel.value === 'scenarios' ? compared : [];
  const sides = (model.comparison.current.value?.sides ?? []).flatMap(
    (side) => scenarioOfSide(model, side) ?? [],
  );
  // A card shows what each costs.
  const listed = model.page.panel.value === 'scenarios' ? model.workspace.scenarios.value : [];
  // The scenarios of a presentation are evaluated before their slides are shown.
  const later = model.presentation.isPresenting.value ? model.views.deckScenarios.value : [];
  const wanted = [
    ...(shown === undefined ? [] : [shown]),
    ...sides,
    ...others,
    ...later,
    ...listed,
  ];
  return wanted.filter(({ id }, at) => wanted.findIndex((one) => one.id === id) === at);
}

/** Evaluates scenarios one after another; one whose figures rest on the same as before is left alone. */
function scenarioEvaluator(
  model: Pick<Model, 'scenarios'>,
  { client, grounds }: ScenarioEngines,
): (jobs: readonly Job[], signal: AbortSignal) => Promise<void> {
  const done = new Map<string, Job>();
  const answers = new Map<string, { answer: ScenarioAnswer; footprints: readonly Footprint[] }>();
  const known = new WeakMap<Site, Promise<Footprint>>();
  const groundOf = (site: Site): Promise<Footprint> => {
    const made = known.get(site) ?? grounds.make(site);
    known.set(site, made);
    return made;
  };
  const work = async (job: Job, signal: AbortSignal): Promise<void> => {
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
        // A shape that has only been begun has no footprint yet.
        if (site.id === DRAFT_ID) continue;
        console.info(`no ground of ${site.id}:`, cause);
        const isSlow = cause instanceof DOMException && cause.name === 'TimeoutError';
        failures.set(site.id, isSlow ? 'slow' : 'shape');
      }
    }
    try {
      const answer = await client.tryScenario({ footprints, rule, choices, log });
      if (signal.aborted) return;
      answers.set(id, { answer, footprints });
      model.scenarios.showState(id, {
        ...{ kind: 'ready', answer, footprints, failures },
        tried: scenario,
      });
    } catch (cause) {
      if (!signal.aborted)
        model.scenarios.showState(id, { kind: 'failed', reason: reasonOf(cause) });
    }
  };
  return async (jobs, signal) => {
    for (const job of jobs) if (!signal.aborted) await work(job, signal);
  };
}

/** What the map draws of a scenario; nothing until it has been worked out. */
export function sketchOf(
  model: Pick<Model, 'scenarios'>,
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

/** Answers what the user asks about a place, again when the coast is counted by other choices. */
function answerInquiries(
  model: Pick<Model, 'scenarios' | 'audit' | 'workspace'>,
  { client, measured }: ScenarioEngines,
): Dispose {
  const asking = latestOnly();
  const stop = effect(() => {
    const [at, rule, coast] = [
      model.scenarios.inquiry.value?.at,
      model.audit.rule.value,
      measured.value,
    ];
    const [choices, log] = [model.audit.choices.value, model.workspace.log.value];
    if (at === undefined || rule === undefined || coast === 0) return;
    const inquiry = { at, rule, choices: withMeasuredTolerance(choices, rule), log };
    asking.run(() => client.inquire(inquiry), {
      onDone: (finding) => model.scenarios.showInquiry({ at, answer: { kind: 'ready', finding } }),
      onFailure: (cause) =>
        model.scenarios.showInquiry({ at, answer: { kind: 'failed', reason: reasonOf(cause) } }),
    });
  });
  return () => {
    stop();
    asking.cancel();
  };
}
