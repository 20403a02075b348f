import type { Model } from '../state/model.ts';
import { fetchPlanFile } from './fetch-plan-file.ts';
import { packagedFiles } from './packaged-plan.ts';
import { PLAN_FOLDER, planInTab } from './plan-in-tab.ts';

/** Files that every plan may have beside what its catalogue names. */
const FRAME = ['catalogue.json', 'audit.json', 'views/default.json'];

/**
 * The files of the plan that this tab shows, by their path beside the catalogue. Those that figures rest on are as the
 * page has read them; a file that the plan does not have is left out.
 * @throws Error when a file cannot be fetched, with its name.
 */
export async function filesOfPlan({
  plan,
  audit,
}: Pick<Model, 'plan' | 'audit'>): Promise<ReadonlyMap<string, Uint8Array>> {
  const id = planInTab();
  const packaged = id === undefined ? undefined : await packagedFiles(id);
  if (packaged !== undefined)
    return new Map(
      Object.entries(packaged).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    );
  const state = plan.catalogue.peek();
  const layers = state.kind === 'ready' ? state.catalogue.layers : [];
  const paths = new Set([...FRAME, ...layers.map(({ source }) => source.url)]);
  const read = new Map<string, string>();
  for (const { file, text } of audit.sources.peek().values()) read.set(file, text);
  const files = await Promise.all(
    [...paths].filter(isBeside).map(async (path) => {
      const text = read.get(`${PLAN_FOLDER}${path}`);
      const bytes = text === undefined ? await fetched(path) : new TextEncoder().encode(text);
      return bytes === undefined ? [] : [[path, bytes] as const];
    }),
  );
  return new Map(files.flat());
}

/** Whether a path stays in the folder of its plan: an archive with another would not be unpacked. */
function isBeside(path: string): boolean {
  return !/^(?:[/\\]|[a-z][a-z0-9+.-]*:)|(?:^|[\\/])\.\.(?:[\\/]|$)|[?#]/i.test(path);
}

async function fetched(path: string): Promise<Uint8Array | undefined> {
  const response = await fetchPlanFile(`${PLAN_FOLDER}${path}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
