import { effect, signal } from '@preact/signals';
import type { FindingsByProject } from '../../domain/conflicts/conflict.ts';
import { withSetbacks } from '../../domain/conflicts/setback.ts';
import { isPlanThere } from '../../domain/layer-state.ts';
import { reasonOf } from '../../domain/result.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/**
 * Finds the conflicts of all projects once all of them are there, and again whenever coast or zones change.
 * Another study distance needs no measuring: it is looked up at once.
 */
export function runConflicts(model: Model, client: AuditClient): void {
  const matrix = signal<FindingsByProject | undefined>(undefined);
  let finding = new AbortController();
  effect(() => {
    const [segments, zones, rule] = [
      model.plan.segments.value,
      model.plan.zones.value,
      model.audit.rule.value,
    ];
    const projects = model.plan.projects.value.map(
      ({ id, name, status, articles, accuracyM, geometry }) => ({
        ...{ id, name, status, articles },
        ...(accuracyM !== undefined && { accuracyM }),
        ...(geometry && { geometry }),
      }),
    );
    if (!isPlanThere(model.plan.layers.value)) return;
    if (rule === undefined) {
      // The rule says which coast is natural: nothing can be found without it.
      const audit = model.audit.state.value;
      if (audit.kind === 'failed') model.conflicts.showState(audit);
      return;
    }
    const question = { projects, segments, zones, counting: rule.counting };
    finding.abort();
    finding = new AbortController();
    const { signal: stop } = finding;
    client.findConflicts(question, { signal: stop }).then(
      (found) => {
        matrix.value = found;
      },
      (cause: unknown) => {
        if (stop.aborted) return;
        const reason = reasonOf(cause);
        model.conflicts.showState({ kind: 'failed', reason });
      },
    );
  });
  effect(() => {
    if (matrix.value === undefined) return;
    const conflicts = withSetbacks(matrix.value, model.conflicts.studyM.value);
    model.conflicts.showState({ kind: 'ready', conflicts });
  });
}
