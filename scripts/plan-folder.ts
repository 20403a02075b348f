import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the plan that is built in: the one that the environment variable PLAN names, from where npm was
 * called, else `geodata`. Its path has slashes on every system.
 * @throws Error when there is no catalogue in it.
 */
export function planFolder(): string {
  const given = process.env['PLAN'] ?? '';
  const folder =
    given === ''
      ? fileURLToPath(new URL('../geodata', import.meta.url))
      : resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
  if (!existsSync(resolve(folder, 'catalogue.json')))
    throw new Error(`PLAN: there is no catalogue.json in ${folder}`);
  return folder.replaceAll('\\', '/');
}

/** The Chinese title of a plan; undefined where its catalogue has none that can be read. */
export function planTitle(folder: string): string | undefined {
  try {
    const { title } = JSON.parse(readFileSync(resolve(folder, 'catalogue.json'), 'utf8'));
    return typeof title?.zh === 'string' ? title.zh : undefined;
  } catch {
    // The page says where the catalogue is at fault.
    return undefined;
  }
}
