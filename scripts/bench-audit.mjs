import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder, stop } from './bootstrap.mjs';
import { toolScript } from './tools.mjs';

/**
 * Times the audit engine in a separate process, so that no other code warms up or slows down; its output
 * goes to the terminal.
 * @returns {boolean} whether the engine is within its limits
 */
export function benchAudit() {
  const tsx = toolScript('tsx');
  if (tsx === undefined) stop('tsx is not installed in this project.');
  const script = join(projectFolder, 'scripts', 'bench-audit', 'bench-audit.ts');
  return spawnSync(process.execPath, [tsx, script], { stdio: 'inherit' }).status === 0;
}
