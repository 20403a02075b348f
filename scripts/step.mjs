import { spawn } from 'node:child_process';
import { projectFolder } from './bootstrap.mjs';
import { toolScript } from './tools.mjs';

/**
 * Runs one tool of the project to its end and shows its output only when it fails.
 * @param {string} name the name of the step for the user
 * @param {string} tool an installed one, or a script of ours (`scripts/….mjs`)
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment] added to our own
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function step(name, tool, args, environment = {}) {
  const started = performance.now();
  const script = tool.endsWith('.mjs') ? tool : toolScript(tool);
  const { code, output } =
    script === undefined
      ? { code: 1, output: `No tool named "${tool}" is installed.\n` }
      : await capture(process.execPath, [script, ...args], environment);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) process.stderr.write(output);
  console.error(`${name.padEnd(16)} ${code === 0 ? 'ok' : 'FAILED'}  ${seconds} s`);
  return code === 0;
}

/**
 * Checks types, lint with format, and the notices we ship: always all of them, so that one run reports
 * every fault.
 * @returns {Promise<number>} the number of failed checks
 */
export async function checkSource() {
  const results = [
    await step('types', 'tsc', ['--noEmit', '-p', '.']),
    await step('types offline', 'tsc', ['--noEmit', '-p', 'src/offline']),
    await step('lint and format', 'biome', ['check', '--error-on-warnings', '--colors=off', '.']),
    await step('licences', 'scripts/licences.mjs', ['--check']),
  ];
  return results.filter((succeeded) => !succeeded).length;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} environment
 * @returns {Promise<{ code: number, output: string }>} both streams in the order of their output
 */
function capture(command, args, environment) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
