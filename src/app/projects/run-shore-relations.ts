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
      model.projects.value,
      model.loadedSegments.value,
      model.zones.value,
    ];
    if (!model.needsShoreRelations.value || !isPlanThere(model.layers.value)) return;
    relating.abort();
    relating = new AbortController();
    const { signal } = relating;
    const sites = projects.map(({ id, geometry }) => ({ id, ...(geometry && { geometry }) }));
    client.relate({ projects: sites, segments, zones }, { signal }).then(
      (relations) => model.showShore({ kind: 'ready', relations }),
      (cause: unknown) => {
        if (signal.aborted) return;
        const reason = reasonOf(cause);
        model.showShore({ kind: 'failed', reason });
      },
    );
  });
}
