import type { Model } from '../state/model.ts';

/** Whether the page shows figures of the coast. */
export function needsAudit(
  model: Pick<Model, 'page' | 'presentation' | 'comparison' | 'audit' | 'selection' | 'scenarios'>,
): boolean {
  return (
    ['coastline', 'scenarios', 'views'].includes(model.page.panel.value) ||
    model.presentation.isPresenting.value ||
    model.comparison.current.value !== undefined ||
    model.audit.isRequested.value ||
    model.page.isPrintOpen.value ||
    model.selection.zone.value !== undefined ||
    model.scenarios.inquiry.value !== undefined
  );
}
