import { effect } from '@preact/signals';
import { isPlanThere } from '../../domain/layer-state.ts';
import { reasonOf } from '../../domain/result.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/**
 * Measures the relations of the projects to the coast, once a panel or the filter needs them and all layers
 * are loaded.
 */
export function runShoreRelations(
  model: Pick<Model, 'plan' | 'shore'>,
  client: Pick<AuditClient, 'relate'>,
): Dispose {
  const disposer = createDisposer();
  const relating = latestOnly();
  disposer.add(relating.cancel);
  disposer.add(
    effect(() => {
      const [projects, segments, zones] = [
        model.plan.projects.value,
        model.plan.loadedSegments.value,
        model.plan.zones.value,
      ];
      if (!model.shore.isNeeded.value || !isPlanThere(model.plan.layers.value)) return;
      const sites = projects.map(({ id, geometry }) => ({ id, ...(geometry && { geometry }) }));
      relating.run((signal) => client.relate({ projects: sites, segments, zones }, { signal }), {
        onDone: (relations) => model.shore.showState({ kind: 'ready', relations }),
        onFailure: (cause) => model.shore.showState({ kind: 'failed', reason: reasonOf(cause) }),
      });
    }),
  );
  return disposer.dispose;
}
