import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { needsConflicts, needsShore } from '../../domain/projects/project-filter.ts';
import type { ViewState } from '../address/url-state.ts';
import { stateOfView } from '../address/view-url-state.ts';
import { sketchOf } from '../scenarios/run-scenarios.ts';
import { comparedViews, scenarioOfSide } from '../state/compared-views.ts';
import { createDisposer, type Dispose } from '../state/disposer.ts';
import type { MapContent } from '../state/map-content.ts';
import type { Model } from '../state/model.ts';
import { type LayerSources, sideContent, sideLayers } from './side-content.ts';

/** Keeps what each side of a comparison shows, and requests the measurements that its filter needs. */
export function runSides(model: Model, now: ReadonlySignal<MapContent>): Dispose {
  const disposer = createDisposer();
  const states = computed<ReadonlyMap<number, ViewState>>(
    () => new Map(comparedViews(model).map((view) => [view.number, stateOfView(view).state])),
  );
  const shown = computed(() => now.value.layers);
  const sources = computed<LayerSources>(() => {
    const known = states.value;
    return {
      shown: shown.value,
      layers: model.plan.editedLayers.value,
      measured: model.filter.measured.value,
      stateOf: (number) => known.get(number),
    };
  });
  const contentAt = (place: 0 | 1): ReadonlySignal<MapContent | undefined> => {
    const side = computed(() => model.comparison.current.value?.sides[place]);
    const layers = computed(() => side.value && sideLayers(side.value, sources.value));
    const sketch = computed(() => sketchOf(model, side.value && scenarioOfSide(model, side.value)));
    return computed(
      () =>
        side.value &&
        sideContent(
          side.value,
          {
            ...sources.value,
            now: now.value,
            defaultIds: model.plan.defaultIds.value,
            sketchOf: () => sketch.value,
          },
          layers.value,
        ),
    );
  };
  const [left, right] = [contentAt(0), contentAt(1)];
  disposer.add(
    effect(() => {
      model.comparison.showContents(
        left.value && right.value && { left: left.value, right: right.value },
      );
    }),
    effect(() => {
      for (const { filter = {} } of states.value.values()) {
        if (needsShore(filter)) model.shore.request();
        if (needsConflicts(filter)) model.conflicts.request();
      }
    }),
  );
  return disposer.dispose;
}
