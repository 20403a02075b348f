/** Entry of `npm run audit`. */
import { auditCommand } from './audit/audit-command.ts';
import { run } from './terminal/terminal.ts';

run('audit', auditCommand);
