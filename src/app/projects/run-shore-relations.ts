import { effect } from '@preact/signals';
import { isPlanThere } from '../../domain/layer-state.ts';
import { reasonOf } from '../../domain/result.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';

/** Measures where the projects lie against the coast, once somebody asks and all of them are there. */
export function runShoreRelations(model: Model, client: AuditClient): void {
  let relating = new AbortController();
  effect(() => {
    const [projects, segments, zones] = [
      model.plan.projects.value,
      model.plan.loadedSegments.value,
      model.plan.zones.value,
    ];
    if (!model.shore.isNeeded.value || !isPlanThere(model.plan.layers.value)) return;
    relating.abort();
    relating = new AbortController();
    const { signal } = relating;
    const sites = projects.map(({ id, geometry }) => ({ id, ...(geometry && { geometry }) }));
    client.relate({ projects: sites, segments, zones }, { signal }).then(
      (relations) => model.shore.showState({ kind: 'ready', relations }),
      (cause: unknown) => {
        if (signal.aborted) return;
        const reason = reasonOf(cause);
        model.shore.showState({ kind: 'failed', reason });
      },
    );
  });
}
