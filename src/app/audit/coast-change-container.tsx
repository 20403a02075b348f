import { batch, type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { DEFAULT_TOLERANCE_M } from '../../domain/coast-change/match-tolerance.ts';
import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import { countDataset, isCountedDataset } from '../../domain/own-data/own-dataset.ts';
import { reasonOf } from '../../domain/result.ts';
import { CHANGE_DATASET, changeRestyle } from '../../map/style-layers/change.ts';
import type { ChangeResult, PickedStretch } from '../../ui/coast-change/change-result.ts';
import { CoastChangeSection } from '../../ui/coast-change/coast-change.tsx';
import { useI18n } from '../../ui/i18n.tsx';
import { latestOnly } from '../lifecycle/latest-only.ts';
import type { Controller } from '../state/controller.ts';
import { attempt } from '../workers/use-task.ts';
import { changeFeatures, stretchFeatureId, stretchIndex, stretchLine } from './change-features.ts';
import {
  type CoastPair,
  comparisonInputs,
  comparisonOf,
  isAnsweredFor,
} from './coast-comparison.ts';
import { compareCoastLayers } from './compare-coasts.ts';

/** Compares two coasts of the plan in the worker, and draws what became of them while this part is open. */
export function CoastChangeContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const { wanted, toleranceM, marked } = comparisonOf(model);
  const layers = model.plan.layers.value;
  const datasets = model.workspace.datasets.value;
  const { coasts, pair, inputs } = comparisonInputs(model);
  const { state, start, stop } = useComparison(controller, pair, inputs);
  const result = state.kind === 'ready' ? state.result : undefined;
  useChangeOnMap(controller, result, marked.value);
  const picked = usePickedStretch(controller, result, marked);
  const save = (what: (given: ChangeResult) => Promise<string>): void => {
    if (result === undefined) return;
    void attempt(model.page.showMessage, async () => ({
      key: 'saved',
      values: { file: await what(result) },
    }));
  };
  return (
    <CoastChangeSection
      coasts={coasts.map(({ member: { layer } }) => ({
        ...{ id: layer.id, title: layer.title, date: layer.metadata.date },
        isOwnCounted: datasets.some(
          (dataset) => dataset.id === layer.id && isCountedDataset(dataset),
        ),
      }))}
      unread={layers.flatMap(({ layer, state: { kind } }) =>
        layer.role === 'coastline' && kind === 'failed' ? [words.pick(layer.title)] : [],
      )}
      chosen={{
        before: pair?.before.member.layer.id ?? '',
        after: pair?.after.member.layer.id ?? '',
      }}
      toleranceM={toleranceM.value}
      defaultToleranceM={DEFAULT_TOLERANCE_M}
      state={state}
      marked={marked.value}
      picked={picked}
      theme={model.page.theme.value}
      actions={{
        choose: (side, id) => {
          const other = side === 'before' ? 'after' : 'before';
          const current = pair?.[side].member.layer.id;
          const isTaken = pair?.[other].member.layer.id === id;
          wanted.value = {
            ...{ [other]: isTaken ? current : pair?.[other].member.layer.id },
            [side]: id,
          };
        },
        swap: () => {
          if (pair === undefined) return;
          const [before, after] = [pair.after.member.layer.id, pair.before.member.layer.id];
          wanted.value = { before, after };
        },
        countAfterOnly: () => {
          const before = pair?.before.member.layer.id;
          model.workspace.changeDatasets(
            datasets.map((each) => (each.id === before ? countDataset(each, false) : each)),
          );
        },
        setTolerance: (metres) => {
          toleranceM.value = metres;
        },
        start,
        stop,
        addData: controller.isEmbedded
          ? undefined
          : () => {
              model.page.openPanel('data');
              model.ownData.add();
            },
        show: (index) => {
          marked.value = index;
          const stretch = result?.answer.change.stretches[index];
          if (stretch === undefined) return;
          model.selection.clear();
          const line = [...(stretch.before?.line ?? []), ...stretchLine(stretch)];
          requestAnimationFrame(() => controller.showBox(boundingBox(line)));
        },
        showZone: (zone) => {
          const of = zone === undefined ? undefined : result?.answer.change.zones[zone]?.zone;
          if (of !== undefined) controller.showBox(boundingBox(positionsOf(of.geometry)));
        },
        saveList: (figure, zone) =>
          save(async (given) =>
            (await import('./save-coast-change.ts')).saveChangeList(given, { figure, zone, words }),
          ),
        saveWorkbook: () =>
          save(async (given) =>
            (await import('./save-coast-change.ts')).saveChangeWorkbook(model, given, words),
          ),
      }}
    />
  );
}

/** Compares a pair again whenever it, the rule, the zones or a class changes. */
function useComparison(
  controller: Controller,
  pair: CoastPair | undefined,
  inputs: readonly unknown[],
) {
  const { model } = controller;
  const comparison = comparisonOf(model);
  const { state, answeredFor, marked, isRunning, last } = comparison;
  const comparing = useMemo(latestOnly, []);
  const cancel = (): void => {
    comparing.cancel();
    isRunning.value = false;
  };
  const start = (): void => {
    comparing.cancel();
    marked.value = undefined;
    answeredFor.value = [];
    state.value = { kind: 'waiting', share: 0 };
    isRunning.value = pair !== undefined;
    if (pair === undefined) return;
    comparing.run(
      async (signal) => {
        const { client } = await controller.engines();
        const onProgress = (share: number): void => {
          if (!signal.aborted) state.value = { kind: 'waiting', share };
        };
        const coasts = { ...pair, toleranceM: comparison.toleranceM.peek() };
        return compareCoastLayers(model, client, coasts, { signal, onProgress });
      },
      {
        onDone: (result) => {
          isRunning.value = false;
          state.value = { kind: 'ready', result };
          answeredFor.value = inputs;
          last.value = { before: result.sides.before.title, after: result.sides.after.title };
        },
        onFailure: (cause) => {
          isRunning.value = false;
          state.value = { kind: 'failed', reason: reasonOf(cause) };
        },
      },
    );
  };
  const stop = (): void => {
    cancel();
    state.value = { kind: 'stopped' };
  };
  useEffect(() => {
    if (!isAnsweredFor(comparison, inputs)) start();
    return cancel;
  }, inputs);
  return { state: state.value, start, stop };
}

/** A stretch that is picked on the map is marked instead of selected; undefined before the first pick in a result. */
function usePickedStretch(
  { model }: Pick<Controller, 'model'>,
  result: ChangeResult | undefined,
  marked: Signal<number | undefined>,
): PickedStretch | undefined {
  const picked = useSignal<(PickedStretch & { readonly of: ChangeResult }) | undefined>(undefined);
  const id = model.selection.id.value;
  useEffect(() => {
    const index = stretchIndex(id);
    if (index === undefined || result?.answer.change.stretches[index] === undefined) return;
    batch(() => {
      model.selection.clear();
      marked.value = index;
      picked.value = { index, of: result };
    });
  }, [id]);
  return picked.value?.of === result ? picked.value : undefined;
}

/** Draws a result on the map until the part closes. */
function useChangeOnMap(
  { model }: Pick<Controller, 'model'>,
  result: ChangeResult | undefined,
  marked: number | undefined,
): void {
  const drawn = useMemo(
    () => result && changeFeatures(result.answer.change.stretches, result.answer.scope),
    [result],
  );
  const isPresenting = model.presentation.isPresenting.value;
  useEffect(() => {
    if (drawn === undefined || isPresenting) return;
    model.map.showSubject({
      restyle: changeRestyle(marked === undefined ? undefined : stretchFeatureId(marked)),
      dataset: {
        ...{ id: CHANGE_DATASET, role: 'sketch', symbology: '', isVisible: true },
        features: drawn.features,
      },
      reasons: drawn.reasons,
    });
    return () => model.map.showSubject(undefined);
  }, [model, drawn, marked, isPresenting]);
}
