import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { CatalogueLayer } from '../domain/dataset.ts';
import { deferred } from '../ui/deferred.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { ProjectPanel } from '../ui/project-panel.tsx';
import type { TableLayout } from '../ui/project-rows.ts';
import { useWords } from '../ui/words.tsx';
import type { Desk } from './desk.ts';
import { ExportDesk } from './export-desk.tsx';

const ProjectTable = deferred(async () => (await import('../ui/project-table.tsx')).ProjectTable);

/** How the table of projects is laid out; nothing until somebody has changed it. */
export type LayoutSignal = Signal<TableLayout | undefined>;

/** The table as it is first seen: here, so that the first load needs nothing of the table. */
const FIRST_LAYOUT: TableLayout = {
  order: undefined,
  columns: ['name', 'layer', 'status', 'articles', 'accuracy', 'distance'],
};

/** Words while it is not known what fits, by what is asked. */
const UNDECIDED = {
  shore: { waiting: 'shoreMeasuring', failed: 'shoreFailed' },
  conflicts: { waiting: 'conflictsSought', failed: 'conflictsFailed' },
} as const;

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
  const waiting = model.undecided.value;
  const undecided =
    waiting &&
    (waiting.kind === 'failed'
      ? t(UNDECIDED[waiting.of].failed, { reason: waiting.reason })
      : t(UNDECIDED[waiting.of].waiting));
  const selection = model.selection.value;
  const selectedId = selection?.kind === 'project' ? selection.project.id : undefined;
  const state = model.catalogueState.value;
  const layers = state.kind === 'ready' ? state.catalogue.layers : NO_LAYERS;
  const [zones, measured] = [model.zones.value, model.measured.value];
  const [shore, conflictState] = [model.shore.value, model.conflictState.value];
  const tableLayout = layout.value ?? FIRST_LAYOUT;
  const areConflictsShown = isWide && tableLayout.columns.includes('conflicts');
  useEffect(() => {
    if (isWide) model.askForShore();
    if (areConflictsShown) model.askForConflicts();
  }, [isWide, areConflictsShown, model]);
  return (
    <ProjectPanel
      layers={model.matchingLayers.value}
      all={model.projects.value}
      count={model.matchingProjects.value.length}
      isFiltered={model.isFiltered.value}
      undecided={undecided}
      selectedId={selectedId}
      hoveredId={model.hoveredId.value}
      theme={model.theme.value}
      onSelect={desk.selectAndShow}
      onHover={model.hoverFeature}
      onReset={model.resetFilter}
      onShowTable={onWiden}
      exportMenu={
        <ExportDesk
          desk={desk}
          order={isWide ? tableLayout.order : undefined}
          undecided={undecided}
        />
      }
      filterBar={
        <FilterBar
          projects={model.projects.value}
          filter={model.filter.value}
          measured={measured}
          conflictFailure={conflictState.kind === 'failed' ? conflictState.reason : undefined}
          studyM={model.studyM.value}
          shoreFailure={shore.kind === 'failed' ? shore.reason : undefined}
          layers={layers}
          zones={zones}
          onFilter={model.filterProjects}
          onAskForShore={model.askForShore}
          onAskForConflicts={model.askForConflicts}
          onStudy={model.studySetback}
        />
      }
      table={
        isWide ? (
          <ProjectTable
            projects={model.matchingProjects.value}
            layers={layers}
            zones={zones}
            relations={measured.relations}
            conflicts={measured.conflicts}
            selectedId={selectedId}
            hoveredId={model.hoveredId.value}
            layout={tableLayout}
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
