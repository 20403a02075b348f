import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { CatalogueLayer } from '../domain/dataset.ts';
import { deferred } from '../ui/deferred.tsx';
import { ProjectPanel } from '../ui/project-panel.tsx';
import type { TableLayout } from '../ui/project-rows.ts';
import { useWords } from '../ui/words.tsx';
import type { Desk } from './desk.ts';

const FilterBar = deferred(async () => (await import('../ui/filter-bar.tsx')).FilterBar);
const ProjectTable = deferred(async () => (await import('../ui/project-table.tsx')).ProjectTable);

/** How the table of projects is laid out; nothing until somebody has changed it. */
export type LayoutSignal = Signal<TableLayout | undefined>;

/** The table as it is first seen: here, so that the first load needs nothing of the table. */
const FIRST_LAYOUT: TableLayout = {
  order: undefined,
  columns: ['name', 'layer', 'status', 'articles', 'accuracy', 'distance'],
};

const NO_LAYERS: readonly CatalogueLayer[] = [];

/** Joins list, filter and table of projects to the model. A wide panel shows the table. */
export function ProjectDesk({
  desk,
  isWide,
  layout,
  onWiden,
}: {
  readonly desk: Desk;
  readonly isWide: boolean;
  readonly layout: LayoutSignal;
  readonly onWiden: () => void;
}): JSX.Element {
  const { model } = desk;
  const { t } = useWords();
  const undecided = model.undecided.value;
  const selection = model.selection.value;
  const selectedId = selection?.kind === 'project' ? selection.project.id : undefined;
  const state = model.catalogueState.value;
  const layers = state.kind === 'ready' ? state.catalogue.layers : NO_LAYERS;
  const [zones, relations, shore] = [model.zones.value, model.relations.value, model.shore.value];
  useEffect(() => {
    if (isWide) model.askForShore();
  }, [isWide, model]);
  return (
    <ProjectPanel
      layers={model.matchingLayers.value}
      all={model.projects.value}
      count={model.matchingProjects.value.length}
      isFiltered={model.isFiltered.value}
      undecided={
        undecided &&
        (undecided.kind === 'failed'
          ? t('shoreFailed', { reason: undecided.reason })
          : t('shoreMeasuring'))
      }
      selectedId={selectedId}
      hoveredId={model.hoveredId.value}
      theme={model.theme.value}
      onSelect={desk.selectAndShow}
      onHover={model.hoverFeature}
      onReset={model.resetFilter}
      onShowTable={onWiden}
      filterBar={
        <FilterBar
          projects={model.projects.value}
          filter={model.filter.value}
          relations={relations}
          shoreFailure={shore.kind === 'failed' ? shore.reason : undefined}
          layers={layers}
          zones={zones}
          onFilter={model.filterProjects}
          onAskForShore={model.askForShore}
        />
      }
      table={
        isWide ? (
          <ProjectTable
            projects={model.matchingProjects.value}
            layers={layers}
            zones={zones}
            relations={relations}
            selectedId={selectedId}
            hoveredId={model.hoveredId.value}
            layout={layout.value ?? FIRST_LAYOUT}
            onLayOut={(next) => {
              layout.value = next;
            }}
            onSelect={desk.selectAndShow}
            onHover={model.hoverFeature}
          />
        ) : undefined
      }
    />
  );
}
