import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { GridOrder } from '../../domain/conflicts/conflict-grid.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { Highlight } from '../../ui/controls/highlight.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { lazy } from '../../ui/lazy.tsx';
import { FilterBar } from '../../ui/projects/filter-bar.tsx';
import { ProjectPanel } from '../../ui/projects/project-panel.tsx';
import type { ProjectColumn, TableLayout } from '../../ui/projects/project-rows.ts';
import { type ProjectView, ProjectViewSwitch } from '../../ui/projects/project-view-switch.tsx';
import { StudySetback } from '../../ui/projects/study-setback.tsx';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { ExportContainer } from './export-container.tsx';
import { type ProjectSizes, useProjectSizes } from './project-sizes.ts';

const ProjectTable = lazy(
  async () => (await import('../../ui/projects/project-table.tsx')).ProjectTable,
);

const ConflictMatrix = lazy(
  async () => (await import('../../ui/conflicts/conflict-matrix.tsx')).ConflictMatrix,
);

const ZoneStatisticsContainer = lazy(
  async () => (await import('./zone-statistics-container.tsx')).ZoneStatisticsContainer,
);

/** The layout of table and matrix; undefined until the user has changed it. */
export type ProjectLayout = {
  readonly table: Signal<TableLayout | undefined>;
  /** The order of the matrix. */
  readonly matrix: Signal<GridOrder | undefined>;
  /** The view that the user chose beside the list; undefined while the width of the panel decides. */
  readonly chosen: Signal<Exclude<ProjectView, 'list'> | undefined>;
};

/**
 * The initial layout of the table; it is not in the table's module, so that the panel loads without that.
 */
const FIRST_LAYOUT: TableLayout = {
  order: undefined,
  columns: [
    'name',
    'layer',
    'status',
    'articles',
    'accuracy',
    'distance',
    'measuredLength',
    'measuredArea',
  ],
};

const MEASURED_COLUMNS: readonly ProjectColumn[] = ['measuredLength', 'measuredArea'];

/** Projects with the most conflicts come first. */
const FIRST_ORDER: GridOrder = { column: 'all', isDescending: true };

/** Texts shown while it is not known which projects match, by the kind of filter. */
const UNDECIDED = {
  shore: { waiting: 'shoreMeasuring', failed: 'shoreFailed' },
  conflicts: { waiting: 'conflictsSought', failed: 'conflictsFailed' },
} as const;

const NO_LAYERS: readonly CatalogueLayer[] = [];

/**
 * Connects the projects panel to the model. A view that the user chose stays when the panel changes its width;
 * without one, a wide panel shows the table and a narrow one the list.
 */
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
  const undecided = useUndecided(model);
  const selection = model.selection.current.value;
  const tableLayout = layout.table.value ?? FIRST_LAYOUT;
  const view: ProjectView = layout.chosen.value ?? (isWide ? 'table' : 'list');
  const isTable = view === 'table';
  const areConflictsShown =
    view === 'conflicts' || (isTable && tableLayout.columns.includes('conflicts'));
  useEffect(() => {
    if (isTable || view === 'zones') model.shore.request();
    if (areConflictsShown) model.conflicts.request();
  }, [isTable, view, areConflictsShown, model]);
  const sizes = useProjectSizes(
    model.plan.projects.value,
    isTable && tableLayout.columns.some((column) => MEASURED_COLUMNS.includes(column)),
  );
  const chooseView = (next: ProjectView): void => {
    layout.chosen.value = next === 'list' ? undefined : next;
    onSetWidth(next !== 'list');
  };
  const highlight: Highlight = {
    selectedId: selection?.kind === 'project' ? selection.project.id : undefined,
    hoveredId: model.map.hoveredId.value,
  };
  return (
    <ProjectPanel
      matches={{
        layers: model.filter.matchingLayers.value,
        all: model.plan.projects.value,
        count: model.filter.matchingProjects.value.length,
        isFiltered: model.filter.isFiltered.value,
        undecided,
      }}
      highlight={highlight}
      theme={model.page.theme.value}
      actions={{ select: controller.selectAndShow, hover: model.map.hover }}
      onReset={model.filter.reset}
      onShowTable={() => chooseView('table')}
      parts={{
        viewSwitch: (
          <div class="project-view-switch">
            <ProjectViewSwitch view={view} onChoose={chooseView} />
            {view === 'conflicts' && (
              <StudySetback
                metres={model.conflicts.studyM.value}
                onStudy={model.conflicts.setStudySetback}
              />
            )}
          </div>
        ),
        exportMenu: (
          <ExportContainer
            controller={controller}
            order={isTable ? tableLayout.order : undefined}
            undecided={undecided}
          />
        ),
        filterBar: <FilterContainer model={model} />,
        table: tableOf(controller, view, { layout, highlight, sizes }),
      }}
    />
  );
}

/** The reason why it is not known which projects match the filter; undefined when it is known. */
function useUndecided(model: Model): string | undefined {
  const { t } = useI18n();
  const waiting = model.filter.undecided.value;
  if (waiting === undefined) return undefined;
  return waiting.kind === 'failed'
    ? t(UNDECIDED[waiting.of].failed, { reason: waiting.reason })
    : t(UNDECIDED[waiting.of].waiting);
}

function FilterContainer({ model }: { readonly model: Model }): JSX.Element {
  const shore = model.shore.state.value;
  return (
    <FilterBar
      projects={model.plan.projects.value}
      filter={model.filter.current.value}
      measured={model.filter.measured.value}
      conflictFailure={conflictFailure(model)}
      studyM={model.conflicts.studyM.value}
      shoreFailure={shore.kind === 'failed' ? shore.reason : undefined}
      layers={catalogueLayers(model)}
      zones={model.plan.zones.value}
      onFilter={model.filter.change}
      onAskForShore={model.shore.request}
      onAskForConflicts={model.conflicts.request}
      onStudy={model.conflicts.setStudySetback}
    />
  );
}

/** The table, the matrix or the statistics; undefined in the list view. */
function tableOf(
  controller: Controller,
  view: ProjectView,
  {
    layout,
    highlight,
    sizes,
  }: {
    readonly layout: ProjectLayout;
    readonly highlight: Highlight;
    readonly sizes: ProjectSizes;
  },
): JSX.Element | undefined {
  const { model } = controller;
  const measured = model.filter.measured.value;
  switch (view) {
    case 'list':
      return undefined;
    case 'conflicts':
      return (
        <ConflictMatrix
          projects={model.filter.matchingProjects.value}
          conflicts={measured.conflicts}
          failure={conflictFailure(model)}
          studyM={model.conflicts.studyM.value}
          selectedId={highlight.selectedId}
          hoveredId={highlight.hoveredId}
          order={layout.matrix.value ?? FIRST_ORDER}
          onSort={(next) => {
            layout.matrix.value = next;
          }}
          onSelect={controller.selectAndShow}
          onHover={model.map.hover}
        />
      );
    case 'zones':
      return <ZoneStatisticsContainer controller={controller} />;
    case 'table':
      return (
        <ProjectTable
          projects={model.filter.matchingProjects.value}
          layers={catalogueLayers(model)}
          zones={model.plan.zones.value}
          relations={measured.relations}
          conflicts={measured.conflicts}
          measurements={sizes.measurements}
          measuringFailure={sizes.failure}
          selectedId={highlight.selectedId}
          hoveredId={highlight.hoveredId}
          layout={layout.table.value ?? FIRST_LAYOUT}
          onLayOut={(next) => {
            layout.table.value = next;
          }}
          onSelect={controller.selectAndShow}
          onHover={model.map.hover}
        />
      );
  }
}

function conflictFailure({ conflicts }: Model): string | undefined {
  const state = conflicts.state.value;
  return state.kind === 'failed' ? state.reason : undefined;
}

function catalogueLayers({ plan }: Model): readonly CatalogueLayer[] {
  const state = plan.catalogue.value;
  return state.kind === 'ready' ? state.catalogue.layers : NO_LAYERS;
}
