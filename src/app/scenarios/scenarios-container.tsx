import type { JSX } from 'preact';
import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import { type ScenarioFigures, ScenarioPanel } from '../../ui/scenarios/scenario-panel.tsx';
import type { Controller } from '../controller.ts';
import { openWork, saveWork } from '../persistence/save-and-open.ts';
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
    model.scenarios.value,
    model.openScenarioOf.value,
    model.scenarioStates.value,
  ];
  const comparedOnMap = (model.comparison.value?.sides ?? []).flatMap((side) =>
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
        .filter(({ id }) => model.comparedIds.value.includes(id))
        .map((scenario) => ({ scenario, answer: answerOf(scenario) }))}
      segments={model.segments.value}
      cardOf={(scenario) => {
        const found = model.scenarioTallies.value.get(scenario.id);
        return {
          answer: answerOf(scenario),
          conflicts: found?.scenario === scenario ? found.tally : undefined,
        };
      }}
      nextSite={nextNumber(open?.sites ?? [])}
      nextScenario={nextNumber(scenarios)}
      pickedSite={model.pickedSite.value}
      drawing={model.drawing.value}
      zones={model.zones.value}
      projects={model.projects.value}
      isSurveyed={model.isSurveyed.value}
      canDraw={model.mapState.value !== 'failed'}
      canUndo={model.canUndo.value}
      canRedo={model.canRedo.value}
      onStart={model.startScenario}
      onOpen={model.openScenario}
      onDuplicate={model.duplicateScenario}
      onRename={model.renameScenario}
      onLock={model.lockScenario}
      onRemove={model.removeScenario}
      onCompare={(id, isCompared) => {
        model.compareScenario(id, isCompared);
        const isSide = comparedOnMap.includes(id);
        if (isSide && !isCompared) model.endComparison();
      }}
      onDraw={controller.draw}
      onAddSite={(site) => {
        model.addSite(site);
        controller.showBox(boundingBox(positionsOf(site.shape)));
      }}
      onChangeSite={model.changeSite}
      onRemoveSite={model.removeSite}
      onPickSite={model.pickSite}
      onShowSite={({ shape }) => controller.showBox(boundingBox(positionsOf(shape)))}
      onSelect={controller.selectAndShow}
      isSwiping={comparedOnMap.length === 2}
      onSwipe={(isSwiping) => {
        const [left, right] = model.comparedIds.peek();
        if (!isSwiping || left === undefined || right === undefined) model.endComparison();
        else
          model.compareSides([
            { kind: 'scenario', id: left },
            { kind: 'scenario', id: right },
          ]);
      }}
      onSaveWork={() => {
        model.showMessage({ kind: 'done', key: 'saved', values: { file: saveWork(model) } });
      }}
      onOpenWork={(file, watch) => openWork(model, file, watch)}
      onUndo={model.undo}
      onRedo={model.redo}
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
