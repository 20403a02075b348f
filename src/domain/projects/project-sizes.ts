import type { Measurement } from '../geodesy.ts';
import { measuredQuantity } from '../measured-quantity.ts';
import type { Project } from '../project.ts';

/** Why a project has no measured length or area: what its site is instead, or that it has none. */
export type SiteKind = 'line' | 'area' | 'point' | 'unlocated';

/** The measurements of located projects, by project id. */
export type ProjectMeasurements = ReadonlyMap<string, Measurement>;

/** What a project's site is on the map. A collection of shapes is measured as nothing and counts as a point. */
export function siteKind({ geometry }: Pick<Project, 'geometry'>): SiteKind {
  if (geometry === undefined) return 'unlocated';
  const quantity = measuredQuantity(geometry);
  if (quantity === undefined) return 'point';
  return quantity === 'length' ? 'line' : 'area';
}

/** Sums over a list of projects, each project once, and how many are in each sum. */
export type ProjectSums = {
  readonly count: number;
  /** How many projects have a site of each kind: what a sum leaves out. */
  readonly kinds: Readonly<Record<SiteKind, number>>;
  /** Metres and m² on the ellipsoid; undefined until the sites are measured. */
  readonly measured: { readonly lengthM: number; readonly areaM2: number } | undefined;
  readonly publishedLengthKm: { readonly sum: number; readonly count: number };
  readonly publishedAreaKm2: { readonly sum: number; readonly count: number };
};

/**
 * Adds up lengths of lines and areas of areas. An outline is no length and a line no area; ground that two
 * projects share is in the sum twice.
 */
export function sumProjects(
  projects: readonly Project[],
  measurements: ProjectMeasurements | undefined,
): ProjectSums {
  const kinds: Record<SiteKind, number> = { line: 0, area: 0, point: 0, unlocated: 0 };
  let [lengthM, areaM2] = [0, 0];
  for (const project of projects) {
    const kind = siteKind(project);
    kinds[kind] += 1;
    const measurement = measurements?.get(project.id);
    if (kind === 'line') lengthM += measurement?.lengthM.ellipsoid ?? 0;
    if (kind === 'area') areaM2 += measurement?.areaM2.ellipsoid ?? 0;
  }
  return {
    count: projects.length,
    kinds,
    measured: measurements && { lengthM, areaM2 },
    publishedLengthKm: sumOf(projects.map(({ publishedLength }) => publishedLength?.value)),
    publishedAreaKm2: sumOf(projects.map(({ publishedArea }) => publishedArea?.value)),
  };
}

function sumOf(values: readonly (number | undefined)[]): {
  readonly sum: number;
  readonly count: number;
} {
  const known = values.filter((value) => value !== undefined);
  return { sum: known.reduce((total, value) => total + value, 0), count: known.length };
}
