/** Entry of `npm run validate`. */
import { run } from './terminal.ts';
import { validateCommand } from './validate/validate-command.ts';

run('validate', validateCommand);
