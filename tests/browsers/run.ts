/** `npm run test:browsers`: the main walks of the three users in every browser that is here. */
import { join } from 'node:path';
import { serveFolders } from '../../scripts/bench-server.mjs';
import { projectFolder } from '../../scripts/bootstrap.mjs';
import { endDisplay } from './display.ts';
import { type Candidate, type Engine, Missing } from './engine.ts';
import { CHROMIUM, FIREFOX } from './puppeteer-engine.ts';
import { type BrowserResult, type StepResult, writeResults } from './results.ts';
import { WALKS, type Walk } from './walks.ts';
import { WEBKIT } from './webkit-engine.ts';

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const candidates = [CHROMIUM, FIREFOX, WEBKIT].filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()),
);
if (candidates.length === 0) throw new Error(`no browser of these names: ${wanted.join(' ')}`);
const server = await serveFolders([join(projectFolder, 'dist')]);
const results: BrowserResult[] = [];
try {
  for (const candidate of candidates) results.push(await walkAll(candidate));
} finally {
  server.close();
  endDisplay();
}
// A run of some browsers alone is for a look, not for the record.
if (wanted.length === 0) await writeResults(results);
const failed = results.flatMap(({ steps }) => steps).filter(({ fault }) => fault !== undefined);
console.log(`${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function walkAll({ name, launch }: Candidate): Promise<BrowserResult> {
  const steps: StepResult[] = [];
  let version = '';
  for (const walk of WALKS) {
    try {
      const engine = await launch();
      ({ version } = engine);
      try {
        await needWebGL(engine);
        steps.push(...(await take(walk, engine, name)));
      } finally {
        await engine.close();
      }
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      console.log(`${name}: skipped, ${error.message}`);
      return { name, version, steps: [], skipped: error.message };
    }
  }
  return { name, version, steps };
}

/** Asked on the empty page that a browser starts with: WebKitGTK hung once where the app was opened twice in a row. */
async function needWebGL(engine: Engine): Promise<void> {
  const has = await engine.evaluate(
    `document.createElement('canvas').getContext('webgl2') !== null`,
  );
  if (has !== true) throw new Missing('it has no WebGL 2 here, without which there is no map');
}

/** Each step of a walk until one fails: the rest cannot be told then. */
async function take({ user, steps }: Walk, engine: Engine, name: string): Promise<StepResult[]> {
  const done: StepResult[] = [];
  let fault: string | undefined;
  for (const [what, run] of steps) {
    const started = performance.now();
    if (fault === undefined)
      await run(engine, server.origin).catch((error: Error) => {
        fault = error.message;
      });
    else fault = 'not reached';
    const seconds = (performance.now() - started) / 1000;
    done.push({ user, what, seconds, fault });
    console.log(`${name}, ${user}: ${what}: ${fault ?? 'ok'} (${seconds.toFixed(1)} s)`);
  }
  return done;
}
