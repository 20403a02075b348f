/** `npm run check`: types, lint, format, licences, and unused code. */
import { bootstrap } from './bootstrap.mjs';
import { checkSource, step } from './step.mjs';

bootstrap();
const failures = await checkSource();
const isAllUsed = await step('unused', 'knip', ['--no-progress']);
process.exitCode = failures === 0 && isAllUsed ? 0 : 1;
