import { batch, type Signal, signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { DEFAULT_TOLERANCE_M } from '../../domain/coast-change/match-tolerance.ts';
import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import { reasonOf } from '../../domain/result.ts';
import { CHANGE_DATASET, changeRestyle } from '../../map/style-layers/change.ts';
import type {
  ChangeResult,
  ChangeState,
  PickedStretch,
  Side,
} from '../../ui/coast-change/change-result.ts';
import { CoastChangeSection } from '../../ui/coast-change/coast-change.tsx';
import { useI18n } from '../../ui/i18n.tsx';
import { latestOnly } from '../lifecycle/latest-only.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { attempt } from '../workers/use-task.ts';
import { changeFeatures, stretchFeatureId, stretchIndex, stretchLine } from './change-features.ts';
import { type CoastLayer, coastLayers, compareCoastLayers } from './compare-coasts.ts';

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
  const coasts = coastLayers(layers);
  const pair = chosenPair(coasts, wanted.value);
  const { state, start, stop } = useComparison(controller, pair, toleranceM.value);
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

type Pair = Readonly<Record<Side, CoastLayer>>;

/** What was compared how, and what came of it. */
type Comparison = {
  readonly wanted: Signal<Partial<Record<Side, string>>>;
  readonly toleranceM: Signal<number>;
  /** Index of the stretch that is marked on the map. */
  readonly marked: Signal<number | undefined>;
  readonly state: Signal<ChangeState>;
  /** All that the result depends on; empty until there is one. */
  readonly answeredFor: Signal<readonly unknown[]>;
};

/** A comparison outlives its panel, which the user may leave and open again. */
const COMPARISONS = new WeakMap<Model, Comparison>();

function comparisonOf(model: Model): Comparison {
  const known = COMPARISONS.get(model);
  if (known !== undefined) return known;
  const comparison: Comparison = {
    wanted: signal({}),
    toleranceM: signal(DEFAULT_TOLERANCE_M),
    marked: signal(undefined),
    state: signal({ kind: 'waiting', share: 0 }),
    answeredFor: signal([]),
  };
  COMPARISONS.set(model, comparison);
  return comparison;
}

/** The coasts that the user chose; by default the last two by date. */
function chosenPair(
  coasts: readonly CoastLayer[],
  wanted: Partial<Record<Side, string>>,
): Pair | undefined {
  const byDate = coasts.toSorted((a, b) =>
    a.member.layer.metadata.date.localeCompare(b.member.layer.metadata.date),
  );
  const find = (id: string | undefined): CoastLayer | undefined =>
    coasts.find(({ member }) => member.layer.id === id);
  const after = find(wanted.after) ?? byDate.findLast((coast) => coast !== find(wanted.before));
  const before = find(wanted.before) ?? byDate.findLast((coast) => coast !== after);
  return before === undefined || after === undefined || before === after
    ? undefined
    : { before, after };
}

/** Compares a pair again whenever it, the rule, the zones or a class changes. */
function useComparison(controller: Controller, pair: Pair | undefined, toleranceM: number) {
  const { model } = controller;
  const { state, answeredFor, marked } = comparisonOf(model);
  const comparing = useMemo(latestOnly, []);
  const inputs = [
    ...[pair?.before.loaded, pair?.after.loaded, toleranceM],
    ...[model.plan.zones.value, model.audit.rule.value, model.audit.choices.value],
    model.workspace.log.value,
  ];
  const start = (): void => {
    comparing.cancel();
    marked.value = undefined;
    answeredFor.value = [];
    if (pair === undefined) return;
    state.value = { kind: 'waiting', share: 0 };
    comparing.run(
      async (signal) => {
        const { client } = await controller.engines();
        const onProgress = (share: number): void => {
          if (!signal.aborted) state.value = { kind: 'waiting', share };
        };
        return compareCoastLayers(model, client, { ...pair, toleranceM }, { signal, onProgress });
      },
      {
        onDone: (result) => {
          state.value = { kind: 'ready', result };
          answeredFor.value = inputs;
        },
        onFailure: (cause) => {
          state.value = { kind: 'failed', reason: reasonOf(cause) };
        },
      },
    );
  };
  const stop = (): void => {
    comparing.cancel();
    state.value = { kind: 'stopped' };
  };
  useEffect(() => {
    const answered = answeredFor.peek();
    const isAnswered = answered.length > 0 && inputs.every((input, i) => input === answered[i]);
    if (!isAnswered) start();
    return comparing.cancel;
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
