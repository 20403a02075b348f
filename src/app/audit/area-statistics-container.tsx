import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { boundingBox, positionsOf } from '../../domain/geometry.ts';
import { reasonOf } from '../../domain/result.ts';
import { AreaStatistics, type AreaStatisticsState } from '../../ui/audit/area-statistics.tsx';
import { useI18n } from '../../ui/i18n.tsx';
import { latestOnly } from '../lifecycle/latest-only.ts';
import { saveAreaEvidence } from '../persistence/save-and-open.ts';
import type { Controller } from '../state/controller.ts';
import { attempt } from '../workers/use-task.ts';
import { type AreaLayer, areaLayers } from './statistical-areas.ts';

/** Counts the coast by the areas of a layer that the user chooses, in the worker. */
export function AreaStatisticsContainer({
  controller,
  answer,
  onWiden,
}: {
  readonly controller: Controller;
  readonly answer: AuditAnswer;
  readonly onWiden: () => void;
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const wanted = useSignal<string | undefined>(undefined);
  const [all, counted] = [model.plan.layers.value, model.plan.countedLayers.value];
  const layers = useMemo(() => areaLayers(all, counted), [all, counted]);
  const chosen = layers.find(({ member }) => member.layer.id === wanted.value) ?? layers[0];
  const { state, start, stop } = useCount(controller, answer, chosen);
  return (
    <AreaStatistics
      layers={layers.map(({ member: { layer }, areas }) => [
        layer.id,
        `${words.pick(layer.title)} (${areas.length})`,
      ])}
      chosen={chosen?.member.layer.id}
      state={state}
      segments={model.plan.segments.value}
      theme={model.page.theme.value}
      hoveredId={model.map.hoveredId.value}
      stretchActions={{ select: controller.selectAndShow, hover: model.map.hover }}
      actions={{
        choose: (id) => {
          wanted.value = id;
        },
        start,
        stop,
        show: (id) => {
          const area = chosen?.areas.find((candidate) => candidate.id === id);
          if (area !== undefined) controller.showBox(boundingBox(positionsOf(area.geometry)));
        },
        save: () => {
          if (state.kind !== 'ready') return;
          const { audit, areas } = state;
          void attempt(model.page.showMessage, async () => {
            const file = await saveAreaEvidence(model, { ...answer, audit }, areas, words);
            return { key: 'saved', values: { file } };
          });
        },
        widen: onWiden,
      }}
    />
  );
}

/** Counts again whenever the areas or the audit's answer change. */
function useCount(controller: Controller, answer: AuditAnswer, chosen: AreaLayer | undefined) {
  const { model } = controller;
  const state = useSignal<AreaStatisticsState>({ kind: 'waiting', share: 0 });
  const counting = useMemo(latestOnly, []);
  const start = (): void => {
    counting.cancel();
    const rule = model.audit.rule.peek();
    if (chosen === undefined || rule === undefined) return;
    const { areas } = chosen;
    state.value = { kind: 'waiting', share: 0 };
    counting.run(
      async (signal) => {
        const { client } = await controller.engines();
        const onProgress = (share: number): void => {
          if (!signal.aborted) state.value = { kind: 'waiting', share };
        };
        const choices = withMeasuredTolerance(model.audit.choices.peek(), rule);
        const question = { rule, choices, log: answer.log, areas };
        return client.countByAreas(question, { signal, onProgress });
      },
      {
        onDone: (audit) => {
          state.value = { kind: 'ready', areas, audit };
        },
        onFailure: (cause) => {
          state.value = { kind: 'failed', reason: reasonOf(cause) };
        },
      },
    );
  };
  const stop = (): void => {
    counting.cancel();
    state.value = { kind: 'stopped' };
  };
  useEffect(() => {
    start();
    return counting.cancel;
  }, [answer, chosen]);
  return { state: state.value, start, stop };
}
