import { defineConfig } from 'vitest/config';

/** Apart from vite.config.ts: its root is the page's, and tests stand beside `src`. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // Playwright's own; its specs are named `*.spec.ts`.
    exclude: ['tests/browser/**'],
    environment: 'node',
    // One thread a core and modules loaded once: a third of the time, as loading Turf took most of it.
    pool: 'threads',
    isolate: false,
    // A busy machine of two cores is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A dot a test when all is well; what a passing test logs stays unsaid.
    reporters: ['dot'],
    silent: 'passed-only',
    coverage: { provider: 'v8', include: ['src/**/*.{ts,tsx}'], reporter: ['text', 'html'] },
  },
});
