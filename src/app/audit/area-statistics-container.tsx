import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { boundingBox, type Position, positionsOf } from '../../domain/geometry.ts';
import { reasonOf } from '../../domain/result.ts';
import { AreaStatistics, type AreaStatisticsState } from '../../ui/audit/area-statistics.tsx';
import type { CountedAreas } from '../../ui/audit/area-statistics-notes.tsx';
import { useI18n } from '../../ui/i18n.tsx';
import { latestOnly } from '../lifecycle/latest-only.ts';
import { saveAreaEvidence } from '../persistence/save-and-open.ts';
import type { Controller } from '../state/controller.ts';
import { attempt } from '../workers/use-task.ts';
import { type AreaChoice, areaChoices, keepCounted } from './statistical-areas.ts';

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
  const segments = model.plan.segments.value;
  const layers = useMemo(() => areaChoices(all, counted, segments), [all, counted, segments]);
  const chosen = layers.find(({ id }) => id === wanted.value) ?? layers[0];
  const { state, start, stop } = useCount(controller, answer, chosen);
  return (
    <AreaStatistics
      layers={layers.map((each) => [
        each.id,
        each.kind === 'islands'
          ? words.t('islandsTitle')
          : `${words.pick(each.title)} (${each.areas.length})`,
      ])}
      chosen={chosen?.id}
      state={state}
      segments={segments}
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
          const positions = positionsBehind(id, chosen, state);
          if (positions.length > 0) controller.showBox(boundingBox(positions));
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

/** The border of an area, or the shore of an island. */
function positionsBehind(
  id: string,
  chosen: AreaChoice | undefined,
  state: AreaStatisticsState,
): readonly Position[] {
  if (chosen?.kind === 'layer') {
    const area = chosen.areas.find((candidate) => candidate.id === id);
    return area === undefined ? [] : [...positionsOf(area.geometry)];
  }
  if (state.kind !== 'ready') return [];
  const pieces = state.audit.zones.find((zone) => zone.id === id)?.pieces ?? [];
  return pieces.flatMap(({ line }) => line);
}

/** Counts again whenever the areas or the audit's answer change. */
function useCount(controller: Controller, answer: AuditAnswer, chosen: AreaChoice | undefined) {
  const { model } = controller;
  const state = useSignal<AreaStatisticsState>({ kind: 'waiting', share: 0 });
  const counting = useMemo(latestOnly, []);
  const start = (): void => {
    counting.cancel();
    const rule = model.audit.rule.peek();
    if (chosen === undefined || rule === undefined) return;
    state.value = { kind: 'waiting', share: 0 };
    counting.run(
      async (signal): Promise<CountedAreas> => {
        const { client } = await controller.engines();
        const onProgress = (share: number): void => {
          if (!signal.aborted) state.value = { kind: 'waiting', share };
        };
        const choices = withMeasuredTolerance(model.audit.choices.peek(), rule);
        const question = { rule, choices, log: answer.log };
        const watch = { signal, onProgress };
        if (chosen.kind === 'islands') {
          const { islands, audit } = await client.auditIslands(question, watch);
          return { areas: islands, audit, areIslands: true };
        }
        const { areas } = chosen;
        const audit = await client.countByAreas({ ...question, areas }, watch);
        return { areas, audit, areIslands: false };
      },
      {
        onDone: (counted) => {
          keepCounted(answer, chosen, counted);
          state.value = { kind: 'ready', ...counted };
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
