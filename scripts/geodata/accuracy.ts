/** Entry of `npm run geodata:accuracy`. */
import { run } from '../../src/command/terminal/terminal.ts';
import { accuracyCommand } from './accuracy/accuracy-command.ts';

run('geodata:accuracy', accuracyCommand);
