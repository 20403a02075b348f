import { effect, signal } from '@preact/signals';
import type { FindingsByProject } from '../../domain/conflicts/conflict.ts';
import { withSetbacks } from '../../domain/conflicts/setback.ts';
import { isPlanThere } from '../../domain/layer-state.ts';
import { reasonOf } from '../../domain/result.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/**
 * Finds the conflicts of all projects once all layers are loaded, and again whenever the coast or the zones
 * change. Another study setback needs no measuring: it is looked up at once.
 */
export function runConflicts(
  model: Pick<Model, 'plan' | 'audit' | 'conflicts'>,
  client: Pick<AuditClient, 'findConflicts'>,
): Dispose {
  const disposer = createDisposer();
  const matrix = signal<FindingsByProject | undefined>(undefined);
  const finding = latestOnly();
  disposer.add(finding.cancel);
  disposer.add(
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
      const question = { projects, segments, zones, rule };
      finding.run((signal) => client.findConflicts(question, { signal }), {
        onDone: (found) => {
          matrix.value = found;
        },
        onFailure: (cause) =>
          model.conflicts.showState({ kind: 'failed', reason: reasonOf(cause) }),
      });
    }),
    effect(() => {
      if (matrix.value === undefined) return;
      const conflicts = withSetbacks(matrix.value, {
        required: model.audit.rule.value?.setback,
        studyM: model.conflicts.studyM.value,
      });
      model.conflicts.showState({ kind: 'ready', conflicts });
    }),
  );
  return disposer.dispose;
}
