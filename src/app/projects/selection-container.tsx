import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { deferred } from '../../ui/lazy.tsx';
import { DetailCard } from '../../ui/shell/detail-card.tsx';
import type { Desk } from '../controller.ts';

const ConflictDesk = deferred(
  async () => (await import('../conflicts/conflicts-container.tsx')).ConflictDesk,
);

/** The card of what is picked: all that is known of it. It takes room of the map as soon as it stands. */
export function SelectionDesk({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { model } = desk;
  useEffect(desk.makeRoom, [desk]);
  const selection = model.selection.value;
  if (selection === undefined) return null;
  const layerId = selection.kind === 'project' ? selection.project.layer : undefined;
  const figures = model.auditState.value;
  const zoneId = selection.kind === 'zone' ? selection.zone.id : undefined;
  return (
    <DetailCard
      selection={selection}
      layer={model.layers.value.find(({ layer }) => layer.id === layerId)?.layer}
      measurement={desk.measurement.value}
      conflicts={
        selection.kind === 'project' && (
          <ConflictDesk model={model} project={selection.project} onSelect={desk.selectAndShow} />
        )
      }
      zoneSummary={
        figures.kind === 'ready'
          ? figures.answer.audit.zones.find(({ id }) => id === zoneId)
          : undefined
      }
      hoveredId={model.hoveredId.value}
      segments={model.segments.value}
      isSurveyed={model.isSurveyed.value}
      theme={model.theme.value}
      onClose={model.clearSelection}
      onZoomTo={desk.showSelection}
      onSelect={desk.selectAndShow}
      onHover={model.hoverFeature}
      onReclassify={desk.isEmbedded ? undefined : desk.reclassify}
    />
  );
}
