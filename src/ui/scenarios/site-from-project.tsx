import type { JSX } from 'preact';
import type { Project } from '../../domain/project.ts';
import type { Site } from '../../domain/scenarios/scenario.ts';
import { useI18n } from '../i18n.tsx';

/** How large a project's site is taken to be that is only a point or a line, in metres, until somebody says. */
const POINT_SIZE = 500;
const LINE_WIDTH = 40;

/** Takes the site of a project of the plan. */
export function SiteFromProject({
  projects,
  onAdd,
}: {
  readonly projects: readonly Project[];
  readonly onAdd: (site: Omit<Site, 'id'>) => void;
}): JSX.Element {
  const { t, pick } = useI18n();
  const located = projects.flatMap((project) => {
    const { geometry, status } = project;
    // What protects or stands already would neither take coast nor give any.
    if (status === 'protect' || status === 'existing') return [];
    return geometry === undefined || geometry.type === 'GeometryCollection'
      ? []
      : geometry.type === 'MultiPoint'
        ? []
        : [{ project, shape: geometry }];
  });
  return (
    <label class="field">
      <span>{t('siteFromProject')}</span>
      <select
        class="text-field"
        value=""
        onChange={({ currentTarget }) => {
          const found = located.find(({ project }) => project.id === currentTarget.value);
          if (found === undefined) return;
          const { project, shape } = found;
          const isArea = shape.type === 'Polygon' || shape.type === 'MultiPolygon';
          onAdd({
            name: pick(project.name),
            purpose: project.status === 'restore' ? 'restore' : 'build',
            shape,
            widthM: isArea ? 0 : shape.type === 'Point' ? POINT_SIZE : LINE_WIDTH,
            bufferM: 0,
            projectId: project.id,
          });
          currentTarget.value = '';
        }}
      >
        <option value="">{t('siteFromProjectPick')}</option>
        {located.map(({ project }) => (
          <option key={project.id} value={project.id}>
            {pick(project.name)}
          </option>
        ))}
      </select>
    </label>
  );
}
