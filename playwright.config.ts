import { defineConfig } from 'playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

/** Not 4173: `npm start` may be running. `npm test` passes one that is free. */
const port = process.env['TEST_PORT'] ?? '4187';
const executablePath = await findChromium();

export default defineConfig({
  testDir: 'tests/browser',
  // Software WebGL on a small machine draws a few frames a second: two workers at most, and patience.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-GB',
    // What a service worker asks for passes by the routes that serve fixtures: specs about it switch it on.
    serviceWorkers: 'block',
    launchOptions: {
      // Only the map's own canvas needs WebGL: the page around it is put together faster without.
      args: [...CHROMIUM_FLAGS, '--disable-gpu-compositing'],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: `node scripts/run.mjs vite preview --host 127.0.0.1 --port ${port} --strictPort --logLevel warn`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
