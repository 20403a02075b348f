import { defineConfig, type LaunchOptions } from 'playwright/test';
import { CHROMIUM_FLAGS, findChromium, findHeadlessShell } from './scripts/chromium.mjs';

/** Not 4173: `npm start` may be running. `npm test` passes one that is free. */
const port = process.env['TEST_PORT'] ?? '4187';
const chromium = await findChromium();
const shell = findHeadlessShell() ?? chromium;
/** Only the map's own canvas needs WebGL: the page around it is put together faster without. */
const ARGS = [
  ...CHROMIUM_FLAGS,
  '--disable-gpu-compositing',
  // A page lives for seconds here: compiling its functions for speed takes longer than they run. Hot loops still are.
  '--js-flags=--invocation-count-for-maglev=10000,--invocation-count-for-turbofan=100000',
];

export default defineConfig({
  testDir: 'tests/browser',
  // Software WebGL on a small machine draws a few frames a second: two workers at most, and patience.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  // Half a minute is what a step takes where other work has both cores.
  expect: { timeout: 45_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-GB',
    // What a service worker asks for passes by the routes that serve fixtures: specs about it switch it on.
    serviceWorkers: 'block',
  },
  // Without windows a page starts in half the time. What needs one bears the tag @window.
  projects: [
    { name: 'page', grepInvert: /@window/, use: { launchOptions: launching(shell) } },
    { name: 'window', grep: /@window/, use: { launchOptions: launching(chromium) } },
  ],
  webServer: {
    command: `node scripts/run.mjs vite preview --host 127.0.0.1 --port ${port} --strictPort --logLevel warn`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});

function launching(executablePath: string | undefined): LaunchOptions {
  return { args: ARGS, ...(executablePath === undefined ? {} : { executablePath }) };
}
