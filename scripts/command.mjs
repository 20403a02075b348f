/**
 * `node scripts/command.mjs <command> arguments…` runs a command of `src/command` in this process, from its
 * bundle. The bundle is built on the first run, and again when a source, a package or the build code has
 * changed.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, projectFolder, requireNode, stop } from './bootstrap.mjs';
import { bundleCommands, bundleInStep, COMMANDS } from './command-bundle.mjs';

// The command expects its arguments at the usual position in `process.argv`.
const [name = ''] = process.argv.splice(2, 1);
if (!COMMANDS.includes(name)) stop(`Which command? One of: ${COMMANDS.join(', ')}.`);
requireNode();
const bundle = bundleInStep(name, projectFolder) ?? (await freshBundle());
if (bundle === undefined) await runFromSources();
else await import(pathToFileURL(bundle).href);

/** @returns {Promise<string | undefined>} absolute path; undefined when the bundle cannot be stored */
async function freshBundle() {
  bootstrap();
  try {
    await bundleCommands(projectFolder);
  } catch (error) {
    if (isRefusedByDisk(error)) return undefined;
    stop(`The commands could not be bundled: ${error instanceof Error ? error.message : error}`);
  }
  return bundleInStep(name, projectFolder);
}

/** A read-only folder makes a command slower, not impossible. */
async function runFromSources() {
  process.argv.splice(2, 0, 'tsx', join(projectFolder, 'src', 'command', `${name}.ts`));
  await import('./run.mjs');
}

/** @param {unknown} error */
function isRefusedByDisk(error) {
  return error instanceof Error && 'syscall' in error;
}
