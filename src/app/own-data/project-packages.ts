import { MANIFEST, PROJECT_SUFFIX } from '../../data/project-file/project-content.ts';
import type { Model } from '../state/model.ts';
import type { NamedBlob } from '../state/own-data-model.ts';
import type { GivenPackage } from './plan-packages.ts';

/** Where the name of the first entry is in an archive (APPNOTE 4.3.7). */
const FIRST_NAME = 30;

/**
 * Opens projects among what was given, as "Open work file" does. One on another plan than the one that is shown comes
 * back as a plan with its work, which the user may open; files of another kind come back as they are.
 */
export async function takeProjects(
  model: Pick<Model, 'plan' | 'audit' | 'page' | 'workspace'>,
  files: readonly NamedBlob[],
): Promise<{ readonly packages: readonly GivenPackage[]; readonly others: readonly NamedBlob[] }> {
  const packages: GivenPackage[] = [];
  const others: NamedBlob[] = [];
  for (const file of files) {
    if (!(await isProject(file))) {
      others.push(file);
      continue;
    }
    const { readProjectFile, takeProject } = await import('../persistence/project-files.ts');
    const read = await readProjectFile(model, file);
    if (read === undefined) continue;
    const { plan, ...project } = read;
    if (plan === undefined) takeProject(model, project, file.name);
    else packages.push({ file: file.name, plan, project });
  }
  return { packages, others };
}

/** By its name, or by its first entry, which is the list of the others. */
async function isProject({ name, blob }: NamedBlob): Promise<boolean> {
  const lower = name.toLowerCase();
  if (lower.endsWith(PROJECT_SUFFIX)) return true;
  if (!lower.endsWith('.zip')) return false;
  try {
    const head = await blob.slice(FIRST_NAME, FIRST_NAME + MANIFEST.length).text();
    return head === MANIFEST;
  } catch {
    // The reader says why the file cannot be read.
    return false;
  }
}
