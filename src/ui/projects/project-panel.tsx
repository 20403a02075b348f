import type { ComponentChildren, JSX } from 'preact';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import type { Project } from '../../domain/project.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Highlight, HighlightActions } from '../controls/highlight.ts';
import { useScrollIntoView } from '../controls/use-scroll-into-view.ts';
import { formatAccuracy } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { LayerSwatch } from '../legend/symbols.tsx';

/** Which of the plan's projects match the filter. */
export type ProjectMatches = {
  /** The layers with the projects that match. */
  readonly layers: readonly LayerState[];
  /** All projects, whether they match or not. */
  readonly all: readonly Project[];
  /** How many match. */
  readonly count: number;
  readonly isFiltered: boolean;
  /** Why it is not known how many match: what the filter asks for is still being measured, or failed. */
  readonly undecided: string | undefined;
};

/** The parts of the panel that have containers of their own. */
export type ProjectPanelParts = {
  readonly filterBar: ComponentChildren;
  readonly exportMenu: ComponentChildren;
  /** The switch between list, table and conflicts. */
  readonly viewSwitch: ComponentChildren;
  /** The table or the matrix, where one of them replaces the list. */
  readonly table: ComponentChildren;
};

/** Props of the projects panel. */
export type ProjectPanelProps = {
  readonly matches: ProjectMatches;
  readonly parts: ProjectPanelParts;
  readonly highlight: Highlight;
  readonly theme: Theme;
  readonly actions: HighlightActions;
  readonly onReset: () => void;
  readonly onShowTable: () => void;
};

/** A layer with more projects lists only this many; the table, which draws only visible rows, has the rest. */
const LISTED = 200;

/** The projects that match the filter, by layer, including unlocated ones; or as a table. */
export function ProjectPanel(props: ProjectPanelProps): JSX.Element {
  const { matches, parts } = props;
  const { all, count } = matches;
  const { t } = useI18n();
  const groups = matches.layers.flatMap(({ layer, state }) =>
    state.kind === 'ready' && state.content.role === 'projects'
      ? [{ layer, projects: state.content.projects }]
      : [],
  );
  const unlocated = all.filter(({ geometry }) => geometry === undefined).length;
  const isLoading = matches.layers.length === 0 || matches.layers.some(isOnItsWay);
  return (
    <section class="project-panel">
      <div class="panel-bar project-panel__bar">
        <p role="status">
          {isLoading
            ? t('loadingPlan')
            : (matches.undecided ??
              (matches.isFiltered
                ? t('matchCount', { count, all: all.length })
                : t('projectsIntro', { count: all.length, unlocated })))}
        </p>
        {matches.isFiltered && (
          <button type="button" class="text-button" onClick={props.onReset}>
            {t('filterReset')}
          </button>
        )}
        {parts.exportMenu}
      </div>
      {parts.filterBar}
      {parts.viewSwitch}
      {count === 0 && !isLoading && <p class="quiet">{t('noProjectMatches')}</p>}
      {parts.table ??
        groups.map(({ layer, projects }) => (
          <ProjectGroup
            key={layer.id}
            layer={layer}
            projects={projects}
            isListComplete={!isLoading}
            highlight={props.highlight}
            theme={props.theme}
            actions={props.actions}
            onShowTable={props.onShowTable}
          />
        ))}
    </section>
  );
}

type ProjectGroupProps = Omit<ProjectPanelProps, 'matches' | 'parts' | 'onReset'> & {
  readonly layer: CatalogueLayer;
  readonly projects: readonly Project[];
  /** False while rows above may still arrive and push the selected one out of view. */
  readonly isListComplete: boolean;
};

function ProjectGroup(props: ProjectGroupProps): JSX.Element | null {
  const { layer, projects, highlight, actions } = props;
  const { t, pick } = useI18n();
  if (projects.length === 0) return null;
  const listed = projects.filter(({ id }, index) => index < LISTED || id === highlight.selectedId);
  const rest = projects.length - listed.length;
  return (
    <details class="project-group" open>
      <summary>
        <LayerSwatch symbology={layer.symbology} theme={props.theme} />
        <span>{pick(layer.title)}</span>
        <span class="count">{projects.length}</span>
      </summary>
      <ul>
        {listed.map((project) => (
          <ProjectRow
            key={project.id}
            project={project}
            isSelected={project.id === highlight.selectedId}
            isHovered={project.id === highlight.hoveredId}
            isListComplete={props.isListComplete}
            actions={actions}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="text-button" onClick={props.onShowTable}>
          {t('restInTable', { count: rest })}
        </button>
      )}
    </details>
  );
}

/** The count of projects is wrong until these layers are loaded. */
function isOnItsWay({ layer, state }: LayerState): boolean {
  return layer.role === 'projects' && state.kind === 'loading';
}

type ProjectRowProps = Pick<ProjectGroupProps, 'isListComplete' | 'actions'> & {
  readonly project: Project;
  readonly isSelected: boolean;
  readonly isHovered: boolean;
};

function ProjectRow({
  project,
  isSelected,
  isHovered,
  isListComplete,
  actions,
}: ProjectRowProps): JSX.Element {
  const { t, pick, language } = useI18n();
  const row = useScrollIntoView<HTMLButtonElement>(isSelected && isListComplete);
  const known =
    project.geometry === undefined
      ? t('unlocated')
      : project.accuracyM !== undefined
        ? formatAccuracy(project.accuracyM, language)
        : '';
  return (
    <li>
      <button
        ref={row}
        type="button"
        class={`project-row${isHovered ? ' is-hovered' : ''}`}
        aria-pressed={isSelected}
        data-feature={project.id}
        onClick={() => actions.select(project.id)}
        onMouseEnter={() => actions.hover(project.id)}
        onMouseLeave={() => actions.hover(undefined)}
      >
        <span class="project-row__name">{pick(project.name)}</span>
        <span class="project-row__facts">
          {t(`status_${project.status}`)} · {known}
        </span>
      </button>
    </li>
  );
}
