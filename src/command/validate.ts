/** Entry of `npm run validate`. */
import { run } from './terminal/terminal.ts';
import { validateCommand } from './validate/validate-command.ts';

run('validate', validateCommand);
