import { useEffect, useState } from 'preact/hooks';
import { measuredQuantity } from '../../domain/measured-quantity.ts';
import type { Project } from '../../domain/project.ts';
import type { ProjectMeasurements } from '../../domain/projects/project-sizes.ts';
import { reasonOf } from '../../domain/result.ts';

/** Measured lengths and areas of projects; neither part is there while they are being measured. */
export type ProjectSizes = {
  readonly measurements?: ProjectMeasurements;
  readonly failure?: string;
};

/** Measures lines and areas apart from the page, once they are wanted and whenever the projects change. */
export function useProjectSizes(projects: readonly Project[], isWanted: boolean): ProjectSizes {
  const [known, show] = useState<ProjectSizes & { readonly of?: readonly Project[] }>({});
  const isMissing = isWanted && known.of !== projects;
  useEffect(() => {
    if (!isMissing) return;
    const stop = new AbortController();
    measure(projects, stop.signal).then(
      (measurements) => show({ measurements, of: projects }),
      (cause: unknown) => {
        if (stop.signal.aborted) return;
        console.error('the sites could not be measured:', cause);
        show({ failure: reasonOf(cause), of: projects });
      },
    );
    return () => stop.abort();
  }, [projects, isMissing]);
  return known.of === projects ? known : {};
}

async function measure(
  projects: readonly Project[],
  signal: AbortSignal,
): Promise<ProjectMeasurements> {
  const sized = projects.flatMap(({ id, geometry }) =>
    geometry !== undefined && measuredQuantity(geometry) !== undefined ? [{ id, geometry }] : [],
  );
  const { measureSites } = await import('../workers/export-client.ts');
  const sites = await measureSites(
    sized.map(({ geometry }) => geometry),
    { signal },
  );
  return new Map(
    sized.flatMap(({ id }, index) => {
      const site = sites[index];
      return site === undefined ? [] : [[id, site.measurement] as const];
    }),
  );
}
