import type { JSX } from 'preact';
import type { LayerState } from '../domain/layer-state.ts';
import type { Project } from '../domain/project.ts';
import type { Theme } from '../domain/symbology.ts';
import { formatAccuracy } from './format.ts';
import { LayerSign } from './symbol.tsx';
import { useWords } from './words.tsx';

/** What the list of projects shows and tells. */
export type ProjectPanelProps = {
  readonly layers: readonly LayerState[];
  readonly selectedId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};

/** Every project of the plan by layer, the unlocated ones too. */
export function ProjectPanel(props: ProjectPanelProps): JSX.Element {
  const { t, pick } = useWords();
  const groups = props.layers.flatMap(({ layer, state }) =>
    state.kind === 'ready' && state.content.role === 'projects'
      ? [{ layer, projects: state.content.projects }]
      : [],
  );
  const all = groups.flatMap(({ projects }) => projects);
  const unlocated = all.filter(({ geometry }) => geometry === undefined).length;
  return (
    <section class="project-panel">
      <p class="panel-bar">{t('projectsIntro', { count: all.length, unlocated })}</p>
      {groups.map(({ layer, projects }) => (
        <details key={layer.id} class="project-group" open>
          <summary>
            <LayerSign symbology={layer.symbology} theme={props.theme} />
            <span>{pick(layer.title)}</span>
            <span class="count">{projects.length}</span>
          </summary>
          <ul>
            {projects.map((project) => (
              <ProjectRow key={project.id} project={project} {...props} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function ProjectRow({ project, selectedId, hoveredId, onSelect, onHover }: ProjectPanelProps & { readonly project: Project }): JSX.Element {
  const { t, pick, language } = useWords();
  const isSelected = project.id === selectedId;
  const known =
    project.geometry === undefined
      ? t('unlocated')
      : project.accuracyM !== undefined
        ? formatAccuracy(project.accuracyM, language)
        : '';
  return (
    <li>
      <button
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
