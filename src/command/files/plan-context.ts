import { access } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseCatalogue } from '../../data/catalogue/catalogue.ts';
import type { Catalogue } from '../../domain/dataset.ts';
import { GEODATA, type NamedFile } from './geodata-files.ts';
import { readText } from './read-text.ts';

/** A plan: its folder, and its catalogue when that can be read. */
export type PlanContext = {
  /** The absolute path of the folder of `catalogue.json`. */
  readonly folder: string;
  readonly catalogue: Catalogue | undefined;
};

/** Reads the catalogue of the plan in a folder, which is the embedded one by default. */
export async function planIn(folder = GEODATA): Promise<PlanContext> {
  const path = resolve(folder, 'catalogue.json');
  const read = await readText({ name: path, path });
  const parsed = read.ok ? await parseCatalogue(read.value.text, path) : read;
  return { folder, catalogue: parsed.ok ? parsed.value.catalogue : undefined };
}

/** The folder of the plan that a file belongs to: its own or the one above with a catalogue, else the embedded plan. */
export async function planFolderOf(path: string): Promise<string> {
  const own = dirname(path);
  for (const folder of [own, dirname(own)])
    if (await exists(resolve(folder, 'catalogue.json'))) return folder;
  return GEODATA;
}

/** Returns the plan of a file; reads each plan once. */
export type PlanOf = (named: NamedFile) => Promise<PlanContext>;

/** @param folder the plan of all files, where a call names one; otherwise each file has the plan that it lies in */
export function planReader(folder?: string): PlanOf {
  const plans = new Map<string, Promise<PlanContext>>();
  return async ({ path }) => {
    const own = folder ?? (await planFolderOf(path));
    const plan = plans.get(own) ?? planIn(own);
    plans.set(own, plan);
    return plan;
  };
}

/** The ids of the layers that a project may be in; none while the catalogue cannot be read. */
export function projectLayers({ catalogue }: PlanContext): readonly string[] {
  return (catalogue?.layers ?? []).filter(({ role }) => role === 'projects').map(({ id }) => id);
}

/** Whether a file can be reached: whatever hides it here would also keep the app from loading it. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
