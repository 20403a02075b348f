import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { lazy } from '../../ui/lazy.tsx';
import { DetailCard } from '../../ui/shell/detail-card.tsx';
import type { Controller } from '../state/controller.ts';

const ConflictsContainer = lazy(
  async () => (await import('../conflicts/conflicts-container.tsx')).ConflictsContainer,
);

/** The card with everything known about the selected feature. The map is fitted again beside it. */
export function SelectionContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  useEffect(controller.refit, [controller]);
  const selection = model.selection.current.value;
  if (selection === undefined) return null;
  const layerId = selection.kind === 'project' ? selection.project.layer : undefined;
  const figures = model.audit.state.value;
  const zoneId = selection.kind === 'zone' ? selection.zone.id : undefined;
  return (
    <DetailCard
      selection={selection}
      layer={model.plan.layers.value.find(({ layer }) => layer.id === layerId)?.layer}
      measurement={controller.measurement.value}
      conflicts={
        selection.kind === 'project' && (
          <ConflictsContainer
            model={model}
            project={selection.project}
            onSelect={controller.selectAndShow}
          />
        )
      }
      zoneSummary={
        figures.kind === 'ready'
          ? figures.answer.audit.zones.find(({ id }) => id === zoneId)
          : undefined
      }
      audited={figures.kind === 'ready' ? figures.answer : undefined}
      hoveredId={model.map.hoveredId.value}
      segments={model.plan.segments.value}
      coastStatus={model.plan.coastStatus.value}
      theme={model.page.theme.value}
      onClose={model.selection.clear}
      onZoomTo={controller.showSelection}
      onSelect={controller.selectAndShow}
      onHover={model.map.hover}
      onReclassify={controller.isEmbedded ? undefined : controller.reclassify}
    />
  );
}
