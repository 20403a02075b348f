import type { JSX } from 'preact';
import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import { type ScenarioFigures, ScenarioPanel } from '../../ui/scenarios/scenario-panel.tsx';
import { openWork, saveWork } from '../persistence/save-and-open.ts';
import type { Controller } from '../state/controller.ts';
import { nextNumber } from '../state/draft-site.ts';
import type { ScenarioState } from '../state/scenario-model.ts';

/** Joins the scenarios to the model. */
export function ScenariosContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element {
  const { model } = controller;
  const [scenarios, open, states] = [
    model.workspace.scenarios.value,
    model.scenarios.current.value,
    model.scenarios.states.value,
  ];
  const comparedOnMap = (model.comparison.current.value?.sides ?? []).flatMap((side) =>
    side.kind === 'scenario' ? [side.id] : [],
  );
  const answerOf = ({ id }: Scenario) => {
    const state = states.get(id);
    return state === undefined || state.kind === 'failed' ? undefined : state.answer;
  };
  return (
    <ScenarioPanel
      scenarios={scenarios}
      open={open}
      figures={figuresOf(open && states.get(open.id))}
      compared={scenarios
        .filter(({ id }) => model.scenarios.comparedIds.value.includes(id))
        .map((scenario) => ({ scenario, answer: answerOf(scenario) }))}
      segments={model.plan.segments.value}
      cardOf={(scenario) => {
        const found = model.conflicts.scenarioTallies.value.get(scenario.id);
        return {
          answer: answerOf(scenario),
          conflicts: found?.scenario === scenario ? found.tally : undefined,
        };
      }}
      nextSite={nextNumber(open?.sites ?? [])}
      nextScenario={nextNumber(scenarios)}
      pickedSite={model.scenarios.pickedSite.value}
      drawing={model.scenarios.drawing.value}
      zones={model.plan.zones.value}
      projects={model.plan.projects.value}
      isSurveyed={model.plan.isSurveyed.value}
      canDraw={model.map.state.value !== 'failed'}
      canUndo={model.workspace.canUndo.value}
      canRedo={model.workspace.canRedo.value}
      onStart={model.scenarios.start}
      onOpen={model.scenarios.open}
      onDuplicate={model.scenarios.duplicate}
      onRename={model.scenarios.rename}
      onLock={model.scenarios.lock}
      onRemove={model.scenarios.remove}
      onCompare={(id, isCompared) => {
        model.scenarios.compare(id, isCompared);
        const isSide = comparedOnMap.includes(id);
        if (isSide && !isCompared) model.comparison.end();
      }}
      onDraw={controller.draw}
      onAddSite={(site) => {
        model.scenarios.addSite(site);
        controller.showBox(boundingBox(positionsOf(site.shape)));
      }}
      onChangeSite={model.scenarios.changeSite}
      onRemoveSite={model.scenarios.removeSite}
      onPickSite={model.scenarios.pickSite}
      onShowSite={({ shape }) => controller.showBox(boundingBox(positionsOf(shape)))}
      onSelect={controller.selectAndShow}
      isSwiping={comparedOnMap.length === 2}
      onSwipe={(isSwiping) => {
        const [left, right] = model.scenarios.comparedIds.peek();
        if (!isSwiping || left === undefined || right === undefined) model.comparison.end();
        else
          model.comparison.compare([
            { kind: 'scenario', id: left },
            { kind: 'scenario', id: right },
          ]);
      }}
      onSaveWork={() => {
        model.page.showMessage({ kind: 'done', key: 'saved', values: { file: saveWork(model) } });
      }}
      onOpenWork={(file, watch) => openWork(model, file, watch)}
      onUndo={model.workspace.undo}
      onRedo={model.workspace.redo}
    />
  );
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
