import type { Dispose } from '../state/disposer.ts';
import type { Model } from '../state/model.ts';
import { openWhen } from '../state/open-when.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/** Fetches the code that finds conflicts and starts it, once a card, the filter or the table needs them. */
export function loadConflicts(
  model: Pick<Model, 'plan' | 'audit' | 'conflicts'>,
  client: Pick<AuditClient, 'findConflicts'>,
): Dispose {
  return openWhen(
    () => model.conflicts.isNeeded.value,
    async () => (await import('./run-conflicts.ts')).runConflicts(model, client),
    (cause) => model.conflicts.showState({ kind: 'failed', reason: String(cause) }),
  );
}
