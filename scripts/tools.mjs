import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './bootstrap.mjs';

/** Tools whose package is named otherwise. */
const PACKAGE_OF_TOOL = new Map([
  ['biome', '@biomejs/biome'],
  ['tsc', 'typescript'],
]);

/**
 * The script that starts a tool installed in this project, to be run with `process.execPath`: no shell, so arguments
 * arrive as they are on every system.
 * @param {string} tool such as `vite` or `tsc`
 * @returns {string | undefined} absolute path; absent when no such tool is installed
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
