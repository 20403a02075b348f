import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './bootstrap.mjs';

/** Tools whose package has a different name. */
const PACKAGE_OF_TOOL = new Map([
  ['biome', '@biomejs/biome'],
  ['tsc', 'typescript'],
]);

/**
 * Returns the script that starts a tool installed in this project, to run with `process.execPath`: no
 * shell, so that arguments arrive unchanged on every system.
 * @param {string} tool such as `vite` or `tsc`
 * @returns {string | undefined} absolute path; undefined when no such tool is installed
 */
export function toolScript(tool) {
  const folder = join(projectFolder, 'node_modules', PACKAGE_OF_TOOL.get(tool) ?? tool);
  /** @type {{ bin?: string | Record<string, string> }} */
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[tool];
  return script === undefined ? undefined : join(folder, script);
}
