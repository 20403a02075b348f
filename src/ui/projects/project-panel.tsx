import type { ComponentChildren, JSX } from 'preact';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import type { Project } from '../../domain/project.ts';
import type { Theme } from '../../domain/symbology.ts';
import { useScrollIntoView } from '../controls/use-scroll-into-view.ts';
import { formatAccuracy } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { LayerSwatch } from '../legend/symbols.tsx';

/** What the list of projects shows and tells. */
export type ProjectPanelProps = {
  /** The layers with the projects that fit the filter. */
  readonly layers: readonly LayerState[];
  /** All projects, whether they fit or not. */
  readonly all: readonly Project[];
  /** How many fit. */
  readonly count: number;
  readonly isFiltered: boolean;
  /** Why it is not known how many fit: what the filter asks for is still being measured, or failed. */
  readonly undecided: string | undefined;
  readonly filterBar: ComponentChildren;
  readonly exportMenu: ComponentChildren;
  /** The switch between list, table and conflicts. */
  readonly views: ComponentChildren;
  /** The table or the matrix, where one of them stands for the list. */
  readonly table: ComponentChildren;
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onReset: () => void;
  readonly onShowTable: () => void;
};

/** A layer with more projects lists this many and leaves the rest to the table, which draws only what is in sight. */
const LISTED = 200;

/** The projects that fit the filter, by layer, the unlocated ones too; or as a table. */
export function ProjectPanel(props: ProjectPanelProps): JSX.Element {
  const { all, count } = props;
  const { t } = useI18n();
  const groups = props.layers.flatMap(({ layer, state }) =>
    state.kind === 'ready' && state.content.role === 'projects'
      ? [{ layer, projects: state.content.projects }]
      : [],
  );
  const unlocated = all.filter(({ geometry }) => geometry === undefined).length;
  const isLoading = props.layers.length === 0 || props.layers.some(isOnItsWay);
  return (
    <section class="project-panel">
      <div class="panel-bar project-panel__bar">
        <p role="status">
          {isLoading
            ? t('loadingPlan')
            : (props.undecided ??
              (props.isFiltered
                ? t('matchCount', { count, all: all.length })
                : t('projectsIntro', { count: all.length, unlocated })))}
        </p>
        {props.isFiltered && (
          <button type="button" class="text-button" onClick={props.onReset}>
            {t('filterReset')}
          </button>
        )}
        {props.exportMenu}
      </div>
      {props.filterBar}
      {props.views}
      {count === 0 && !isLoading && <p class="quiet">{t('noProjectMatches')}</p>}
      {props.table ??
        groups.map(({ layer, projects }) => (
          <ProjectGroup
            key={layer.id}
            layer={layer}
            projects={projects}
            isListWhole={!isLoading}
            {...props}
          />
        ))}
    </section>
  );
}

function ProjectGroup({
  layer,
  projects,
  isListWhole,
  ...props
}: ProjectPanelProps & {
  readonly layer: CatalogueLayer;
  readonly projects: readonly Project[];
  readonly isListWhole: boolean;
}): JSX.Element | null {
  const { t, pick } = useI18n();
  if (projects.length === 0) return null;
  const listed = projects.filter(({ id }, index) => index < LISTED || id === props.selectedId);
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
          <ProjectRow key={project.id} project={project} isListWhole={isListWhole} {...props} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="text-button project-group__rest" onClick={props.onShowTable}>
          {t('restInTable', { count: rest })}
        </button>
      )}
    </details>
  );
}

/** A count of projects would be wrong while one of these is missing. */
function isOnItsWay({ layer, state }: LayerState): boolean {
  return layer.role === 'projects' && state.kind === 'loading';
}

type ProjectRowProps = ProjectPanelProps & {
  readonly project: Project;
  /** False while rows above may still come in and push this one out of sight. */
  readonly isListWhole: boolean;
};

function ProjectRow({
  project,
  isListWhole,
  selectedId,
  hoveredId,
  onSelect,
  onHover,
}: ProjectRowProps): JSX.Element {
  const { t, pick, language } = useI18n();
  const isSelected = project.id === selectedId;
  const row = useScrollIntoView<HTMLButtonElement>(isSelected && isListWhole);
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
        class={`project-row${project.id === hoveredId ? ' is-hovered' : ''}`}
        aria-pressed={isSelected}
        data-feature={project.id}
        onClick={() => onSelect(project.id)}
        onMouseEnter={() => onHover(project.id)}
        onMouseLeave={() => onHover(undefined)}
      >
        <span class="project-row__name">{pick(project.name)}</span>
        <span class="project-row__facts">
          {t(`status_${project.status}`)} · {known}
        </span>
      </button>
    </li>
  );
}
