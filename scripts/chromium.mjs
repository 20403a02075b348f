import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { toolScript } from './tools.mjs';

/** Options of Chromium for tests and measurements: no sandbox (containers have none), WebGL in software. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
];

const NAMES_ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SHELL_NAMES_ON_PATH = ['chromium-headless-shell', 'chrome-headless-shell'];
const FULL_PATHS = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    `${process.env['HOME'] ?? ''}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Chromium\\Application\\chrome.exe`,
    ];
  }),
};
/** Long enough for 170 MB on a slow connection, short enough when there is no connection. */
const DOWNLOAD_MILLISECONDS = 240_000;
const DEBIAN_PACKAGES = ['chromium', 'chromium-headless-shell', 'fonts-noto-cjk'];
const WHAT_TO_INSTALL =
  'Browser tests need Chromium: install Chromium or Google Chrome (Debian: apt-get install ' +
  `${DEBIAN_PACKAGES.join(' ')}), or name one in CHROMIUM_PATH.`;

/**
 * Finds a Chromium that runs: the one in CHROMIUM_PATH, the system's, or Playwright's own, in this order.
 * @returns {Promise<string | undefined>} path of the program
 * @throws Error when the program in CHROMIUM_PATH does not run: another browser would not be what the user
 * asked for
 */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM_PATH names "${named}", which is no Chromium that runs here.`);
  }
  const system = systemPaths().find(runs);
  if (system !== undefined) return system;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return runs(own) ? own : undefined;
}

/**
 * Finds Chromium's headless shell: the same engine without windows, in which a page starts in half the time.
 * It cannot show a page in full screen. A browser that is named in CHROMIUM_PATH is used for all tests, unless
 * CHROMIUM_SHELL_PATH names a shell.
 * @returns {string | undefined} path of the program
 * @throws Error when the program in CHROMIUM_SHELL_PATH does not run
 */
export function findHeadlessShell() {
  const named = process.env['CHROMIUM_SHELL_PATH'];
  if (named !== undefined && named !== '') {
    if (runs(named)) return named;
    throw new Error(
      `CHROMIUM_SHELL_PATH names "${named}", which is no headless shell that runs here.`,
    );
  }
  const browser = process.env['CHROMIUM_PATH'];
  if (browser !== undefined && browser !== '') return undefined;
  return onPath(SHELL_NAMES_ON_PATH).find(runs);
}

/**
 * Like `findChromium`, but installs one when there is none: Playwright's download, then Debian's package as
 * root.
 * @returns {Promise<string>}
 * @throws Error that says what to install
 */
export async function obtainChromium() {
  const found = await findChromium();
  if (found !== undefined) return found;
  for (const install of [downloadWithPlaywright, installWithApt]) {
    install();
    const installed = await findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error(WHAT_TO_INSTALL);
}

/** @returns {string[]} */
function systemPaths() {
  const full =
    process.platform === 'darwin' || process.platform === 'win32'
      ? FULL_PATHS[process.platform]
      : [];
  return [...onPath(NAMES_ON_PATH), ...full];
}

/**
 * @param {readonly string[]} names
 * @returns {string[]} where programs of these names may lie, by PATH; none on Windows
 */
function onPath(names) {
  if (process.platform === 'win32') return [];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Returns whether a program exists and starts. Ubuntu's `chromium-browser` without its snap exists but does
 * not start; on Windows asking for the version would open a window.
 * @param {string} path
 */
function runs(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function downloadWithPlaywright() {
  const script = toolScript('playwright');
  if (script === undefined) return;
  console.error('No Chromium found. Downloading one (playwright install chromium) …');
  spawnSync(process.execPath, [script, 'install', '--no-shell', 'chromium'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: DOWNLOAD_MILLISECONDS,
  });
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !isDebian()) return;
  console.error(
    `The download did not succeed. Installing one (apt-get install ${DEBIAN_PACKAGES.join(' ')}) …`,
  );
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['-qq', 'update'], options);
  spawnSync(
    'apt-get',
    ['-qq', '-y', '--no-install-recommends', 'install', ...DEBIAN_PACKAGES],
    options,
  );
}

/** Ubuntu also has apt-get, but its package `chromium` only installs a snap. */
function isDebian() {
  return (
    existsSync('/etc/os-release') &&
    /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
