import type { PlanPackage } from '../../data/plan-package/read-plan-package.ts';
import type { ProjectWork } from '../../data/project-file/project-content.ts';
import { reasonOf } from '../../domain/result.ts';
import type { UnreadFile } from '../../ui/own-data/add-data.tsx';
import type { NamedBlob } from '../state/own-data-model.ts';

/** A plan in one archive, the name of its file, and the work on it where it is a project. */
export type GivenPackage = {
  readonly file: string;
  readonly plan: PlanPackage;
  readonly project?: ProjectWork;
};

/** What became of archives that hold a plan. */
export type SortedFiles = {
  readonly packages: readonly GivenPackage[];
  readonly refused: readonly UnreadFile[];
  readonly others: readonly NamedBlob[];
};

/** How much of the end of an archive lists its members, in bytes; a plan has few. */
const DIRECTORY = 65_536;

/** Reads archives that hold a plan; the other files are data. */
export async function takePlanPackages(files: readonly NamedBlob[]): Promise<SortedFiles> {
  const packages: GivenPackage[] = [];
  const refused: UnreadFile[] = [];
  const others: NamedBlob[] = [];
  for (const file of files) {
    if (!(await listsCatalogue(file))) {
      others.push(file);
      continue;
    }
    const { readPlanPackage } = await import('../../data/plan-package/read-plan-package.ts');
    const read = await readPlanPackage(new Uint8Array(await file.blob.arrayBuffer()));
    if (read.ok) packages.push({ file: file.name, plan: read.value });
    else refused.push({ file: file.name, ...read.error });
  }
  return { packages, refused, others };
}

async function listsCatalogue({ name, blob }: NamedBlob): Promise<boolean> {
  if (!/\.zip$/i.test(name)) return false;
  try {
    return (await blob.slice(-DIRECTORY).text()).includes('catalogue.json');
  } catch (cause) {
    // The reader of data says why the file cannot be read.
    console.info('the archive could not be looked into:', reasonOf(cause));
    return false;
  }
}
