import type { JSX } from 'preact';
import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import { type NewFront, newFront } from '../../domain/scenarios/new-front.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { lazy } from '../../ui/lazy.tsx';
import type { ScenarioActions } from '../../ui/scenarios/scenario-list.tsx';
import { ScenarioPanel } from '../../ui/scenarios/scenario-panel.tsx';
import type {
  OtherPlace,
  ScenarioFigures,
  SiteActions,
} from '../../ui/scenarios/scenario-props.ts';
import { editHistory } from '../persistence/edit-history.ts';
import { workFileActions } from '../persistence/workspace-actions.ts';
import type { Controller } from '../state/controller.ts';
import { nextNumber } from '../state/draft-site.ts';
import type { Model } from '../state/model.ts';
import type { ScenarioState } from '../state/scenario-model.ts';
import { landOfPlan } from './land.ts';

const SiteRegister = lazy(
  async () => (await import('../site-register/site-register-container.tsx')).SiteRegisterContainer,
);

/** The scenarios panel with the model's values. */
export function ScenariosContainer({
  controller,
  onWiden,
}: {
  readonly controller: Controller;
  readonly onWiden: () => void;
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const [scenarios, open, states] = [
    model.workspace.scenarios.value,
    model.scenarios.current.value,
    model.scenarios.states.value,
  ];
  const audit = model.audit.state.value;
  const comparedOnMap = (model.comparison.current.value?.sides ?? []).flatMap((side) =>
    side.kind === 'scenario' ? [side.id] : [],
  );
  const answerOf = ({ id }: Scenario) => {
    const state = states.get(id);
    return state === undefined || state.kind === 'failed' ? undefined : state.answer;
  };
  /** Undefined while the scenario is another than when they were found. */
  const foundOf = (scenario: Scenario | undefined) => {
    const found = scenario && model.conflicts.scenarioTallies.value.get(scenario.id);
    return found?.scenario === scenario ? found : undefined;
  };
  const { scenarioActions, siteActions } = actionsOf(controller, comparedOnMap);
  return (
    <ScenarioPanel
      scenarios={scenarios}
      open={open}
      figures={figuresOf(open && states.get(open.id))}
      conflicts={foundOf(open)?.conflicts}
      cardOf={(scenario) => {
        return { answer: answerOf(scenario), conflicts: foundOf(scenario)?.tally };
      }}
      nextNumber={nextNumber(scenarios)}
      plan={{
        segments: model.plan.segments.value,
        zones: model.plan.zones.value,
        projects: model.plan.projects.value,
        coastStatus: model.plan.coastStatus.value,
        audited: audit.kind === 'ready' ? audit.answer : undefined,
      }}
      editing={{
        picked: model.scenarios.pickedSite.value,
        places: placesOf(model),
        front: frontOf(model, open && states.get(open.id)),
        drawing: model.scenarios.drawing.value,
        canDraw: model.map.state.value !== 'failed',
        nextNumber: nextNumber(open?.sites ?? []),
      }}
      comparison={{
        compared: scenarios
          .filter(({ id }) => model.scenarios.comparedIds.value.includes(id))
          .map((scenario) => ({ scenario, answer: answerOf(scenario) })),
        isSwiping: comparedOnMap.length === 2,
        swipe: (isSwiping) => swipe(model, isSwiping),
      }}
      history={editHistory(model)}
      scenarioActions={scenarioActions}
      siteActions={siteActions}
      workFile={workFileActions(model)}
      onSaveView={() => void controller.saveView(words)}
      onSelect={controller.selectAndShow}
      register={() => <SiteRegister controller={controller} onWiden={onWiden} />}
    />
  );
}

/** What the panel does with scenarios and sites; `comparedOnMap` are the scenarios on the map's two sides. */
function actionsOf(
  { model, draw, showBox }: Controller,
  comparedOnMap: readonly string[],
): { readonly scenarioActions: ScenarioActions; readonly siteActions: SiteActions } {
  const { start, open, duplicate, rename, lock, remove } = model.scenarios;
  return {
    scenarioActions: {
      ...{ start, open, duplicate, rename, lock, remove },
      compare: (id, isCompared) => {
        model.scenarios.compare(id, isCompared);
        const isSide = comparedOnMap.includes(id);
        if (isSide && !isCompared) model.comparison.end();
      },
    },
    siteActions: {
      add: (site) => {
        model.scenarios.addSite(site);
        showBox(boundingBox(positionsOf(site.shape)));
      },
      change: model.scenarios.changeSite,
      remove: model.scenarios.removeSite,
      pick: model.scenarios.pickSite,
      show: ({ shape }) => showBox(boundingBox(positionsOf(shape))),
      point: model.scenarios.pointAt,
      showPlace: ({ shape }, place) => {
        const both = [...positionsOf(shape), ...positionsOf(place.shape)];
        showBox(boundingBox(both));
      },
      draw,
    },
  };
}

/** What the picked site would be elsewhere; none while that was found for the site as it was before. */
function placesOf({ scenarios }: Pick<Model, 'scenarios'>): readonly OtherPlace[] {
  const known = scenarios.otherPlaces.value;
  return known !== undefined && known.site === scenarios.pickedSite.value ? known.places : [];
}

/** Shows the two compared scenarios on the map's two sides, or ends it. */
function swipe(model: Model, isSwiping: boolean): void {
  const [left, right] = model.scenarios.comparedIds.peek();
  if (!isSwiping || left === undefined || right === undefined) model.comparison.end();
  else
    model.comparison.compare([
      { kind: 'scenario', id: left },
      { kind: 'scenario', id: right },
    ]);
}

const NO_FAILURES: ScenarioFigures['failures'] = new Map();

function figuresOf(state: ScenarioState | undefined): ScenarioFigures {
  if (state?.kind === 'failed')
    return { isMeasuring: false, answer: undefined, failure: state.reason, failures: NO_FAILURES };
  return {
    isMeasuring: state === undefined || state.kind === 'measuring',
    answer: state?.answer,
    failure: undefined,
    failures: state?.failures ?? NO_FAILURES,
  };
}

/** The shore that the picked site makes if it is filled; undefined unless it builds on an area at sea. */
function frontOf(
  { scenarios, plan }: Pick<Model, 'scenarios' | 'plan'>,
  state: ScenarioState | undefined,
): NewFront | undefined {
  const picked = scenarios.pickedSite.value;
  const isArea = picked?.shape.type === 'Polygon' || picked?.shape.type === 'MultiPolygon';
  if (state === undefined || state.kind === 'failed' || picked?.purpose !== 'build' || !isArea)
    return undefined;
  const site = state.answer?.sites.find((answer) => answer.site === picked.id);
  const core = state.footprints.find((footprint) => footprint.site === picked.id)?.core;
  const land = landOfPlan({ plan });
  if (site === undefined || core === undefined || state.answer === undefined) return undefined;
  if (land === undefined) return undefined;
  return newFront(core, land, { site, after: state.answer.after });
}
