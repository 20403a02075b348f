import type { JSX } from 'preact';
import { creditsOf } from '../domain/dataset.ts';
import type { ComparedSide, ComparedSides } from '../domain/views/compared-side.ts';
import { lazy } from '../ui/lazy.tsx';
import { Legend } from '../ui/legend/legend.tsx';
import { Attribution } from '../ui/shell/attribution.tsx';
import { MapControls } from '../ui/shell/map-controls.tsx';
import type { LegendOpenState } from './main-map/use-legend-open.ts';
import type { Controller } from './state/controller.ts';

const LegendContainer = lazy(async () => (await import('./once-drawn.ts')).LegendContainer, {
  usesLaterTexts: false,
});
const FilterNotice = lazy(
  async () => (await import('../ui/projects/filter-notice.tsx')).FilterNotice,
);
const NoMapNotice = lazy(async () => (await import('../ui/shell/no-map-notice.tsx')).NoMapNotice);
const CompareContainer = lazy(
  async () => (await import('./compare/compare-container.tsx')).CompareContainer,
);

/** What floats on the map: filter notice, controls, legend and sources. */
export function MapOverlays({
  controller,
  legend,
}: {
  readonly controller: Controller;
  readonly legend: LegendOpenState;
}): JSX.Element | null {
  const { model } = controller;
  const catalogue = model.plan.catalogue.value;
  const [corners, camera] = [model.map.corners.value, model.url.state.value.camera];
  if (catalogue.kind === 'failed') return null;
  const state = model.map.state.value;
  if (state === 'failed' || state === 'lost') return <NoMapNotice isLost={state === 'lost'} />;
  const shown = model.plan.layers.value.filter(
    ({ layer }) =>
      layer.role === 'base' ||
      model.plan.visibleIds.value.has(layer.id) ||
      model.comparison.contents.value?.left.visibleIds.has(layer.id) ||
      model.comparison.contents.value?.right.visibleIds.has(layer.id),
  );
  const comparison = model.comparison.current.value;
  return (
    <>
      {model.filter.isFiltered.value && comparison?.sides.some(isFilteredSide) !== false && (
        <FilterNotice
          count={
            model.filter.undecided.value === undefined
              ? model.filter.matchingProjects.value.length
              : undefined
          }
          all={model.plan.projects.value.length}
          onReset={model.filter.reset}
        />
      )}
      {comparison !== undefined && (
        <CompareContainer controller={controller} legend={legend} onEnd={focusCompareButton} />
      )}
      <MapControls
        bearing={camera?.bearing ?? 0}
        onZoomIn={() => controller.zoomBy(1)}
        onZoomOut={() => controller.zoomBy(-1)}
        onNorthUp={controller.resetNorth}
        onWholeDistrict={controller.showWholeDistrict}
        isMeasuring={model.scenarios.drawing.value?.kind === 'measure'}
        onMeasure={controller.isEmbedded ? undefined : model.scenarios.toggleRuler}
        isComparing={comparison !== undefined}
        onCompare={
          controller.isEmbedded
            ? undefined
            : () => {
                if (comparison === undefined) model.comparison.compare(firstSides(model));
                else model.comparison.end();
              }
        }
      />
      {catalogue.kind === 'ready' && corners !== undefined && comparison === undefined && (
        <Legend isOpen={legend.isOpen} isMoved={legend.isMoved} onToggle={legend.choose}>
          {/* The words of what the map shows are in the page once it is drawn, also while the legend is folded. */}
          {(legend.isOpen || model.map.hasBeenDrawn.value) && <LegendContainer model={model} />}
        </Legend>
      )}
      <Attribution
        credits={creditsOf(
          shown.map(({ layer }) => layer),
          model.page.language.value,
        )}
        standing={model.plan.standing.value}
      />
    </>
  );
}

/**
 * The sides of a comparison until the user chooses others: what is planned and what it becomes with the user's scenario
 * on the map; without one what exists, and what is planned.
 */
function firstSides({ scenarios, workspace }: Controller['model']): ComparedSides {
  const id = scenarios.shown.peek()?.id;
  return id !== undefined && workspace.scenarios.peek().some((scenario) => scenario.id === id)
    ? [{ kind: 'plan' }, { kind: 'scenario', id }]
    : [{ kind: 'today' }, { kind: 'plan' }];
}

/** Whether the filter applies to a side; it does not to today, the plan and saved views. */
function isFilteredSide({ kind }: ComparedSide): boolean {
  return kind === 'now' || kind === 'scenario';
}

function focusCompareButton(): void {
  // A phone shows the button only once the comparison has left the page.
  requestAnimationFrame(() => document.getElementById('compare-button')?.focus());
}
