import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { GridOrder } from '../../domain/conflicts/conflict-grid.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { lazy } from '../../ui/lazy.tsx';
import { FilterBar } from '../../ui/projects/filter-bar.tsx';
import { ProjectPanel } from '../../ui/projects/project-panel.tsx';
import type { TableLayout } from '../../ui/projects/project-rows.ts';
import { type ProjectView, ProjectViewSwitch } from '../../ui/projects/project-view-switch.tsx';
import { StudySetback } from '../../ui/projects/study-setback.tsx';
import type { Controller } from '../controller.ts';
import { ExportContainer } from './export-container.tsx';

const ProjectTable = lazy(
  async () => (await import('../../ui/projects/project-table.tsx')).ProjectTable,
);

const ConflictMatrix = lazy(
  async () => (await import('../../ui/conflicts/conflict-matrix.tsx')).ConflictMatrix,
);

/** How table and matrix of projects are laid out; nothing until somebody has changed it. */
export type ProjectLayout = {
  readonly table: Signal<TableLayout | undefined>;
  /** The order of the matrix. */
  readonly matrix: Signal<GridOrder | undefined>;
  readonly isMatrixShown: Signal<boolean>;
};

/** The table as it is first seen: here, so that the first load needs nothing of the table. */
const FIRST_LAYOUT: TableLayout = {
  order: undefined,
  columns: ['name', 'layer', 'status', 'articles', 'accuracy', 'distance'],
};

/** What conflicts most stands first. */
const FIRST_ORDER: GridOrder = { column: 'all', isDescending: true };

/** Words while it is not known what fits, by what is asked. */
const UNDECIDED = {
  shore: { waiting: 'shoreMeasuring', failed: 'shoreFailed' },
  conflicts: { waiting: 'conflictsSought', failed: 'conflictsFailed' },
} as const;

const NO_LAYERS: readonly CatalogueLayer[] = [];

/** Joins list, filter, table and matrix of projects to the model. A wide panel shows the table, or the matrix. */
export function ProjectsContainer({
  controller,
  isWide,
  layout,
  onSetWidth,
}: {
  readonly controller: Controller;
  readonly isWide: boolean;
  readonly layout: ProjectLayout;
  readonly onSetWidth: (isWide: boolean) => void;
}): JSX.Element {
  const { model } = controller;
  const { t } = useI18n();
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
  const tableLayout = layout.table.value ?? FIRST_LAYOUT;
  const view: ProjectView = layout.isMatrixShown.value ? 'conflicts' : isWide ? 'table' : 'list';
  const isTable = view === 'table';
  const areConflictsShown =
    view === 'conflicts' || (isTable && tableLayout.columns.includes('conflicts'));
  useEffect(() => {
    if (isTable) model.requestShoreRelations();
    if (areConflictsShown) model.requestConflicts();
  }, [isTable, areConflictsShown, model]);
  const chooseView = (next: ProjectView): void => {
    layout.isMatrixShown.value = next === 'conflicts';
    onSetWidth(next !== 'list');
  };
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
      onSelect={controller.selectAndShow}
      onHover={model.hoverFeature}
      onReset={model.resetFilter}
      onShowTable={() => chooseView('table')}
      views={
        <div class="project-view-switch">
          <ProjectViewSwitch view={view} onChoose={chooseView} />
          {view === 'conflicts' && (
            <StudySetback metres={model.studyM.value} onStudy={model.studySetback} />
          )}
        </div>
      }
      exportMenu={
        <ExportContainer
          controller={controller}
          order={isTable ? tableLayout.order : undefined}
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
          onAskForShore={model.requestShoreRelations}
          onAskForConflicts={model.requestConflicts}
          onStudy={model.studySetback}
        />
      }
      table={
        view === 'conflicts' ? (
          <ConflictMatrix
            projects={model.matchingProjects.value}
            conflicts={measured.conflicts}
            failure={conflictState.kind === 'failed' ? conflictState.reason : undefined}
            studyM={model.studyM.value}
            selectedId={selectedId}
            hoveredId={model.hoveredId.value}
            order={layout.matrix.value ?? FIRST_ORDER}
            onSort={(next) => {
              layout.matrix.value = next;
            }}
            onSelect={controller.selectAndShow}
            onHover={model.hoverFeature}
          />
        ) : isTable ? (
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
              layout.table.value = next;
            }}
            onSelect={controller.selectAndShow}
            onHover={model.hoverFeature}
          />
        ) : undefined
      }
    />
  );
}
