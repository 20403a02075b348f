import type { JSX } from 'preact';
import type { Project } from '../../domain/project.ts';
import { isSiteYear, type Site } from '../../domain/scenarios/scenario.ts';
import { Choice } from '../controls/choice.tsx';
import { useI18n } from '../i18n.tsx';

/** Default size of a site from a project that is only a point or a line, in metres. */
const POINT_SIZE = 500;
const LINE_WIDTH = 40;

/** Adds the site of one of the plan's projects. */
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
    // Projects that protect or already exist would neither take coast nor give any.
    if (status === 'protect' || status === 'existing') return [];
    return geometry === undefined || geometry.type === 'GeometryCollection'
      ? []
      : geometry.type === 'MultiPoint'
        ? []
        : [{ project, shape: geometry }];
  });
  return (
    <Choice
      label={t('siteFromProject')}
      none={t('siteFromProjectPick')}
      options={located.map(({ project }) => [project.id, pick(project.name)] as const)}
      onChoose={(id) => {
        const found = located.find(({ project }) => project.id === id);
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
          ...(isSiteYear(project.year) && { year: project.year }),
        });
      }}
    />
  );
}
