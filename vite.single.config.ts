import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { roundIcons } from './scripts/icon-paths.ts';
import { singleFile, singleFileModules } from './scripts/single-file.ts';

/** `npm run build:single`: the app with its plan as one HTML file that opens from a disk. */
export default defineConfig({
  root: 'src',
  base: './',
  publicDir: false,
  plugins: [
    roundIcons(),
    singleFileModules(),
    singleFile({ project: fileURLToPath(new URL('.', import.meta.url)), name: 'coastplan.html' }),
  ],
  build: {
    outDir: '../dist-single',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: false } },
  },
  // Chromium starts no module from a blob where the page has no origin; a classic script it does.
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
});
