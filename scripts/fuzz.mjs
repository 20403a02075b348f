/**
 * `npm run fuzz [-- runs [seed]]`: every reader of files, texts and addresses on 100 000 changed inputs. It prints
 * the seed, which repeats a run: `npm run fuzz -- 100000 12345`. `npm test` has 2 000 of a fixed seed.
 */
import { randomInt } from 'node:crypto';
import { bootstrap, stop } from './bootstrap.mjs';
import { step } from './step.mjs';

const [runs = '100000', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
if (![runs, seed].every((number) => /^\d{1,10}$/.test(number)))
  stop('npm run fuzz [-- runs [seed]]: both are whole numbers.');
bootstrap();
console.error(`${runs} cases, seed ${seed}`);
process.env['FUZZ_RUNS'] = runs;
process.env['FUZZ_SEED'] = seed;
const isWell = await step('fuzz', 'vitest', ['run', 'tests/fuzz']);
process.exitCode = isWell ? 0 : 1;
