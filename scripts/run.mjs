/**
 * `node scripts/run.mjs <tool> arguments…`: installs missing packages, then runs the tool with its signals
 * and exit code.
 */
import { spawn } from 'node:child_process';
import { bootstrap, stop } from './bootstrap.mjs';
import { toolScript } from './tools.mjs';

const [tool, ...args] = process.argv.slice(2);
if (tool === undefined) stop('Which tool? Use: node scripts/run.mjs <tool> arguments…');
bootstrap();
const script = toolScript(tool);
if (script === undefined) stop(`No tool named "${tool}" is installed in this project.`);

const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // A terminal sends ctrl-C to the child as well; a second one would interrupt its shutdown.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => stop(`${tool} did not start: ${error.message}`));
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
