import { computed, effect } from '@preact/signals';
import { topicLegend } from '../../domain/legend/topic-legend.ts';
import type { SlideSubject } from '../../domain/views/slide-subject.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import type { LegendInView } from '../main-map/legend-in-view.ts';
import { membersOf, sceneSubject } from '../main-map/scene-subject.ts';
import type { Model } from '../state/model.ts';

/** Draws the map of each slide for what it is about, until the returned function ends it. */
export function showSubjects(
  model: Pick<Model, 'presentation' | 'views' | 'plan' | 'page' | 'audit' | 'map'>,
): Dispose {
  const zones = computed(() => {
    const state = model.audit.state.value;
    return state.kind === 'ready' ? state.answer.audit.zones : undefined;
  });
  const subject = computed(() => model.views.opened.value?.view.subject);
  const stop = effect(() => {
    const isShown = model.presentation.isPresenting.value && subject.value !== undefined;
    model.map.showSubject(
      isShown && subject.value !== undefined
        ? sceneSubject(subject.value, {
            layers: model.plan.editedLayers.value,
            theme: model.page.theme.value,
            zones: subject.value.hasVerdicts === true ? zones.value : undefined,
          })
        : undefined,
    );
  });
  return () => {
    stop();
    model.map.showSubject(undefined);
  };
}

/** A slide's legend for what it is about. */
export function legendOfSubject(
  model: Pick<Model, 'plan'>,
  legend: LegendInView,
  subject: SlideSubject,
): LegendInView {
  const ids = new Set([...(subject.features ?? []), ...(subject.zones ?? [])]);
  const holders = model.plan.editedLayers.value.flatMap(({ layer, state }) =>
    state.kind === 'ready' && membersOf(state.content).some(({ id }) => ids.has(id))
      ? [layer.id]
      : [],
  );
  const topic = topicLegend(legend, new Set([...(subject.layers ?? []), ...holders]), subject);
  return { ...legend, ...topic };
}
