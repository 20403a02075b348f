/**
 * `npm test`: installs missing packages (and Chromium), then runs types, lint, unit tests and builds in
 * parallel, and finally browser tests.
 * `npm run test:browser` runs only the build and the browser tests; arguments after `--` go to Playwright.
 * It prints little when all is well; the last line sums all tests, and a failed check counts as one
 * failure.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, stop } from './bootstrap.mjs';
import { findHeadlessShell, obtainChromium } from './chromium.mjs';
import { checkSource, step } from './step.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @satisfies {Tally} */
const NONE = { passed: 0, failed: 0, skipped: 0 };
const isBrowserOnly = process.argv[2] === 'browser';
bootstrap();
const browsers = await obtainBrowsers().catch((error) => stop(error.message));
const reports = mkdtempSync(join(tmpdir(), 'coastplan-tests-'));
/** @type {Tally[]} */
const tallies = [];
const started = performance.now();

try {
  // They run in parallel: the unit tests do not use every core all the time, and none depends on another.
  const [isBuilt, failed, units] = await Promise.all([
    build(),
    isBrowserOnly ? 0 : checkSource(),
    isBrowserOnly ? NONE : runUnitTests(join(reports, 'unit.json')),
  ]);
  tallies.push({ ...NONE, failed }, units);
  tallies.push(
    isBuilt ? await runBrowserTests(join(reports, 'browser.json')) : { ...NONE, failed: 1 },
  );
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
console.error(`${'total'.padEnd(23)}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The programs that the tests run in, as Playwright's configuration reads them. */
async function obtainBrowsers() {
  const chromium = await obtainChromium();
  const shell = findHeadlessShell();
  if (shell === undefined) {
    console.error(
      'With Chromium’s headless shell too (Debian: chromium-headless-shell), browser tests take half the time.',
    );
  }
  return {
    CHROMIUM_PATH: chromium,
    ...(shell === undefined ? {} : { CHROMIUM_SHELL_PATH: shell }),
  };
}

/** The two builds that the browser tests open. */
async function build() {
  const quiet = ['--logLevel', 'warn'];
  return (
    (await step('build', 'vite', ['build', ...quiet])) &&
    (await step('build one file', 'vite', ['build', '--config', 'vite.single.config.ts', ...quiet]))
  );
}

/**
 * @param {string} report path Vitest writes to
 * @returns {Promise<Tally>}
 */
async function runUnitTests(report) {
  const isWell = await step('unit tests', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = readReport(report);
  return tally(isWell, numPassedTests, numFailedTests, numPendingTests);
}

/**
 * @param {string} report path Playwright writes to
 * @returns {Promise<Tally>}
 */
async function runBrowserTests(report) {
  const isWell = await step(
    'browser tests',
    'playwright',
    ['test', '--reporter=list,json', ...process.argv.slice(3)],
    {
      ...browsers,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      TEST_PORT: String(await freePort()),
    },
  );
  const {
    expected = 0,
    flaky = 0,
    unexpected = 0,
    skipped: left = 0,
  } = readReport(report).stats ?? {};
  return tally(isWell, expected + flaky, unexpected, left);
}

/**
 * Counts a runner that fails without a failed test (no test found, a file that does not load) as one
 * failure.
 * @param {boolean} isWell
 * @param {number} passedTests
 * @param {number} failedTests
 * @param {number} skippedTests
 * @returns {Tally}
 */
function tally(isWell, passedTests, failedTests, skippedTests) {
  return {
    passed: passedTests,
    failed: isWell ? failedTests : Math.max(1, failedTests),
    skipped: skippedTests,
  };
}

/**
 * Returns the report of a runner; undefined when it ended before writing one.
 * @param {string} path
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {keyof Tally} name */
function sum(name) {
  return tallies.reduce((total, each) => total + each[name], 0);
}

/** @returns {Promise<number>} a free port */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
