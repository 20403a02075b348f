/** Entry of `npm run compare`. */
import { compareCommand } from './compare/compare-command.ts';
import { run } from './terminal/terminal.ts';

run('compare', compareCommand);
