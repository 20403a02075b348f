import { planInTab } from './plan-in-tab.ts';

/** A file of the plan that this tab shows from a file; undefined where it shows the plan of the site. */
export async function fileOfTab(file: Parameters<typeof fetch>[0]): Promise<Response | undefined> {
  const id = planInTab();
  if (id === undefined) return undefined;
  const { packagedFile } = await import('./packaged-plan.ts');
  return packagedFile(id, file instanceof Request ? file.url : String(file));
}
