import { effect, signal } from '@preact/signals';
import type { FindingsByProject } from '../../domain/conflicts/conflict.ts';
import { withSetbacks } from '../../domain/conflicts/setback.ts';
import { createDisposer, type Dispose } from '../state/disposer.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';
import { latestOnly } from '../workers/latest-only.ts';

/**
 * Finds the conflicts of all projects once all layers are loaded, and again whenever the coast or the zones
 * change. Another study setback needs no measuring: it is looked up at once.
 */
export function runConflicts(
  model: Pick<Model, 'plan' | 'conflicts'>,
  client: Pick<AuditClient, 'findConflicts'>,
): Dispose {
  const disposer = createDisposer();
  const matrix = signal<FindingsByProject | undefined>(undefined);
  const finding = latestOnly();
  disposer.add(finding.cancel);
  disposer.add(
    effect(() => {
      const [segments, zones] = [model.plan.segments.value, model.plan.zones.value];
      const projects = model.plan.projects.value.map(
        ({ id, name, status, articles, accuracyM, geometry }) => ({
          ...{ id, name, status, articles },
          ...(accuracyM !== undefined && { accuracyM }),
          ...(geometry && { geometry }),
        }),
      );
      const isThere = model.plan.layers.value.every(
        ({ layer, state }) => layer.role === 'base' || state.kind !== 'loading',
      );
      if (!isThere || model.plan.layers.value.length === 0) return;
      finding.run((signal) => client.findConflicts({ projects, segments, zones }, { signal }), {
        onDone: (found) => {
          matrix.value = found;
        },
        onFailure: (cause) =>
          model.conflicts.showState({
            kind: 'failed',
            reason: cause instanceof Error ? cause.message : String(cause),
          }),
      });
    }),
    effect(() => {
      if (matrix.value === undefined) return;
      const conflicts = withSetbacks(matrix.value, model.conflicts.studyM.value);
      model.conflicts.showState({ kind: 'ready', conflicts });
    }),
  );
  return disposer.dispose;
}
