import type { JSX } from 'preact';
import { creditsOf } from '../domain/dataset.ts';
import { viewContent } from '../domain/view-content.ts';
import { Attribution } from '../ui/attribution.tsx';
import { FilterNotice } from '../ui/filter-notice.tsx';
import { Legend } from '../ui/legend.tsx';
import { NoMapNotice } from '../ui/load-failure.tsx';
import { MapControls } from '../ui/map-controls.tsx';
import type { Desk } from './desk.ts';
import type { LegendFold } from './legend-fold.ts';
import { SwipeDesk } from './swipe-desk.tsx';

/** What floats on the map: filter notice, controls, legend and sources. */
export function MapOverlays({
  desk,
  legend,
}: {
  readonly desk: Desk;
  readonly legend: LegendFold;
}): JSX.Element | null {
  const { model } = desk;
  const catalogue = model.catalogueState.value;
  const [corners, camera, theme] = [
    model.viewCorners.value,
    model.viewState.value.camera,
    model.theme.value,
  ];
  if (catalogue.kind === 'failed') return null;
  if (model.mapState.value === 'failed') return <NoMapNotice />;
  const shown = model.layers.value.filter(
    ({ layer }) => layer.role === 'base' || model.visibleIds.value.has(layer.id),
  );
  const entries =
    corners === undefined || camera === undefined
      ? []
      : viewContent(
          model.shownLayers.value,
          model.visibleIds.value,
          { corners, zoom: camera.zoom, theme },
          model.sketch.value,
        );
  return (
    <>
      {model.isFiltered.value && (
        <FilterNotice
          count={
            model.undecided.value === undefined ? model.matchingProjects.value.length : undefined
          }
          all={model.projects.value.length}
          onReset={model.resetFilter}
        />
      )}
      <SwipeDesk desk={desk} />
      <MapControls
        bearing={camera?.bearing ?? 0}
        onZoomIn={() => desk.zoomBy(1)}
        onZoomOut={() => desk.zoomBy(-1)}
        onNorthUp={desk.resetNorth}
        onWholeDistrict={desk.showWholeDistrict}
        isMeasuring={model.drawing.value?.kind === 'measure'}
        onMeasure={desk.isEmbedded ? undefined : model.toggleRuler}
      />
      {catalogue.kind === 'ready' && corners !== undefined && (
        <Legend
          entries={entries}
          hasLayers={model.visibleIds.value.size > 0}
          groups={catalogue.catalogue.groups}
          isOpen={legend.isOpen}
          isMoved={legend.isMoved}
          theme={theme}
          onToggle={legend.choose}
        />
      )}
      <Attribution credits={creditsOf(shown.map(({ layer }) => layer))} />
    </>
  );
}
