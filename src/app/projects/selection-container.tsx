import type { Geometry } from 'geojson';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { SiteShape } from '../../domain/scenarios/scenario.ts';
import {
  type Selection,
  selectionGeometry,
  selectionId,
  selectionName,
} from '../../domain/selection.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { lazy } from '../../ui/lazy.tsx';
import { DetailCard } from '../../ui/shell/detail-card.tsx';
import type { WithinSubject } from '../scenarios/within-container.tsx';
import type { Controller } from '../state/controller.ts';

const ConflictsContainer = lazy(
  async () => (await import('../conflicts/conflicts-container.tsx')).ConflictsContainer,
);

const PhotosContainer = lazy(
  async () => (await import('../field-photo/photos-container.tsx')).PhotosContainer,
);

const WithinContainer = lazy(
  async () => (await import('../scenarios/within-container.tsx')).WithinContainer,
);

/** The card with everything known about the selected feature. The map is fitted again beside it. */
export function SelectionContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  const { pick } = useI18n();
  useEffect(controller.refit, [controller]);
  const selection = model.selection.current.value;
  if (selection === undefined) return null;
  const subject = controller.isEmbedded ? undefined : withinSubject(selection, pick);
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
      within={
        <>
          {selection.kind === 'segment' && model.workspace.photos.value.length > 0 && (
            <PhotosContainer controller={controller} segmentId={selection.segment.id} />
          )}
          {subject !== undefined && (
            <WithinContainer key={subject.id} controller={controller} subject={subject} />
          )}
        </>
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

/** What can be looked around from; undefined without a position, and for points that are several. */
function withinSubject(
  selection: Selection,
  pick: (name: Bilingual) => string,
): WithinSubject | undefined {
  const geometry = selectionGeometry(selection);
  if (geometry === undefined || !isSiteShape(geometry) || selection.kind === 'shown')
    return undefined;
  const id = selectionId(selection);
  const name = pick(selectionName(selection) ?? { zh: id, en: id });
  // Coast and zones are exact as drawn.
  const accuracyM = selection.kind === 'project' ? selection.project.accuracyM : 0;
  return { id, name, geometry, accuracyM };
}

function isSiteShape(geometry: Geometry): geometry is SiteShape {
  return geometry.type !== 'MultiPoint' && geometry.type !== 'GeometryCollection';
}
