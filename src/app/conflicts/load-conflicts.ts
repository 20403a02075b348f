import { effect } from '@preact/signals';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/** Fetches what finds conflicts, and sets it to work, once somebody asks for them. */
export function loadConflicts(model: Model, client: AuditClient): void {
  const stop = effect(() => {
    if (!model.conflicts.isNeeded.value) return;
    queueMicrotask(() => stop());
    import('./run-conflicts.ts').then(
      ({ runConflicts }) => runConflicts(model, client),
      (cause: unknown) => model.conflicts.showState({ kind: 'failed', reason: String(cause) }),
    );
  });
}
