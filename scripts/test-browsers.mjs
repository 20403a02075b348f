/**
 * `npm run test:browsers [-- chromium firefox webkitgtk]`: the main walks of the three users in Chromium, Firefox and
 * WebKitGTK, whichever are installed. Only a run of all writes `tests/browsers/RESULTS.md`.
 */
import { spawnSync } from 'node:child_process';
import { bootstrap, projectFolder, stop } from './bootstrap.mjs';
import { step } from './step.mjs';
import { toolScript } from './tools.mjs';

bootstrap();
if (!(await step('build', 'vite', ['build']))) stop('The build failed.');
const tsx = toolScript('tsx');
if (tsx === undefined) stop('No tool named "tsx" is installed.');
const { status } = spawnSync(
  process.execPath,
  [tsx, 'tests/browsers/run.ts', ...process.argv.slice(2)],
  { cwd: projectFolder, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
