/** Entry of `npm run import`. */
import { importCommand } from './import/import-command.ts';
import { run } from './terminal/terminal.ts';

run('import', importCommand);
