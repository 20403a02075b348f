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
import type { Controller } from '../state/controller.ts';
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
  const waiting = model.filter.undecided.value;
  const undecided =
    waiting &&
    (waiting.kind === 'failed'
      ? t(UNDECIDED[waiting.of].failed, { reason: waiting.reason })
      : t(UNDECIDED[waiting.of].waiting));
  const selection = model.selection.current.value;
  const selectedId = selection?.kind === 'project' ? selection.project.id : undefined;
  const state = model.plan.catalogue.value;
  const layers = state.kind === 'ready' ? state.catalogue.layers : NO_LAYERS;
  const [zones, measured] = [model.plan.zones.value, model.filter.measured.value];
  const [shore, conflictState] = [model.shore.state.value, model.conflicts.state.value];
  const tableLayout = layout.table.value ?? FIRST_LAYOUT;
  const view: ProjectView = layout.isMatrixShown.value ? 'conflicts' : isWide ? 'table' : 'list';
  const isTable = view === 'table';
  const areConflictsShown =
    view === 'conflicts' || (isTable && tableLayout.columns.includes('conflicts'));
  useEffect(() => {
    if (isTable) model.shore.request();
    if (areConflictsShown) model.conflicts.request();
  }, [isTable, areConflictsShown, model]);
  const chooseView = (next: ProjectView): void => {
    layout.isMatrixShown.value = next === 'conflicts';
    onSetWidth(next !== 'list');
  };
  return (
    <ProjectPanel
      layers={model.filter.matchingLayers.value}
      all={model.plan.projects.value}
      count={model.filter.matchingProjects.value.length}
      isFiltered={model.filter.isFiltered.value}
      undecided={undecided}
      selectedId={selectedId}
      hoveredId={model.map.hoveredId.value}
      theme={model.page.theme.value}
      onSelect={controller.selectAndShow}
      onHover={model.map.hover}
      onReset={model.filter.reset}
      onShowTable={() => chooseView('table')}
      views={
        <div class="project-view-switch">
          <ProjectViewSwitch view={view} onChoose={chooseView} />
          {view === 'conflicts' && (
            <StudySetback
              metres={model.conflicts.studyM.value}
              onStudy={model.conflicts.setStudySetback}
            />
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
          projects={model.plan.projects.value}
          filter={model.filter.current.value}
          measured={measured}
          conflictFailure={conflictState.kind === 'failed' ? conflictState.reason : undefined}
          studyM={model.conflicts.studyM.value}
          shoreFailure={shore.kind === 'failed' ? shore.reason : undefined}
          layers={layers}
          zones={zones}
          onFilter={model.filter.change}
          onAskForShore={model.shore.request}
          onAskForConflicts={model.conflicts.request}
          onStudy={model.conflicts.setStudySetback}
        />
      }
      table={
        view === 'conflicts' ? (
          <ConflictMatrix
            projects={model.filter.matchingProjects.value}
            conflicts={measured.conflicts}
            failure={conflictState.kind === 'failed' ? conflictState.reason : undefined}
            studyM={model.conflicts.studyM.value}
            selectedId={selectedId}
            hoveredId={model.map.hoveredId.value}
            order={layout.matrix.value ?? FIRST_ORDER}
            onSort={(next) => {
              layout.matrix.value = next;
            }}
            onSelect={controller.selectAndShow}
            onHover={model.map.hover}
          />
        ) : isTable ? (
          <ProjectTable
            projects={model.filter.matchingProjects.value}
            layers={layers}
            zones={zones}
            relations={measured.relations}
            conflicts={measured.conflicts}
            selectedId={selectedId}
            hoveredId={model.map.hoveredId.value}
            layout={tableLayout}
            onLayOut={(next) => {
              layout.table.value = next;
            }}
            onSelect={controller.selectAndShow}
            onHover={model.map.hover}
          />
        ) : undefined
      }
    />
  );
}
