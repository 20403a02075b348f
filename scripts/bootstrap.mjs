import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path of the project's root folder. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Prepares the project for running a tool: checks the Node.js version and installs the packages of
 * `package-lock.json`. Reports on stderr, because stdout belongs to the command; ends the process with a
 * sentence when it fails. It needs no packages itself.
 */
export function bootstrap() {
  requireNode();
  if (packagesAreInStep()) return;
  console.error('Installing packages (npm ci) …');
  const { status, error } = runNpm([
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (status === 0) return;
  const reason = error === undefined ? `exit code ${status}` : error.message;
  stop(
    `npm ci did not succeed (${reason}). Check the network and the messages above, then try again.`,
  );
}

/**
 * Ends the process with one sentence on stderr and exit code 1.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * Ends the process unless its Node.js fits the packages’ own `engines`: Vite 8 runs on 20.19 and later of
 * 20, and on 22.12 and later.
 */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isAccepted = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (isAccepted) return;
  stop(
    `Coastplan needs Node.js 20.19 or later of 20, or 22.12 or later; this is ${process.versions.node}. See https://nodejs.org`,
  );
}

/**
 * Returns whether `node_modules` matches the lock file. npm writes `node_modules/.package-lock.json` last,
 * so an interrupted install has none. Optional packages may be absent: most are for another system.
 */
function packagesAreInStep() {
  const installedPath = join(projectFolder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = readPackages(join(projectFolder, 'package-lock.json'));
  const installed = readPackages(installedPath);
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  for (const kind of /** @type {const} */ (['dependencies', 'devDependencies'])) {
    if (JSON.stringify(manifest[kind]) !== JSON.stringify(wanted['']?.[kind])) return false;
  }
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = installed[path];
    if (found === undefined) return path === '' || optional === true || devOptional === true;
    return found.version === version && existsSync(join(projectFolder, path));
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, dependencies?: object, devDependencies?: object }} LockedPackage
 * @param {string} path of a lock file
 * @returns {Record<string, LockedPackage>} by path in the project, `''` for the project itself
 */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Runs the npm that started this process, or the one in the path. Windows finds `npm.cmd` only through a
 * shell.
 * @param {string[]} args
 */
function runNpm(args) {
  // stdout goes to our stderr, because the command that follows may write JSON.
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: projectFolder, stdio: ['ignore', 2, 2] };
  const startedBy = process.env['npm_execpath'];
  if (startedBy?.endsWith('npm-cli.js'))
    return spawnSync(process.execPath, [startedBy, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
