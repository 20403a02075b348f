import type { Catalogue } from '../../domain/dataset.ts';
import { type LegendEntry, legendContent } from '../../domain/legend/legend-content.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { Model } from '../state/model.ts';

/** The entries of the main map's legend, and their theme. */
export type LegendInView = {
  readonly entries: readonly LegendEntry[];
  readonly groups: Catalogue['groups'];
  readonly theme: Theme;
};

/**
 * The legend of what is drawn in the view; undefined until the map has reported its corners. Reads signals, so that a
 * component follows what it rests on.
 */
export function legendInView(model: Model): LegendInView | undefined {
  const [catalogue, corners, theme] = [
    model.plan.catalogue.value,
    model.map.corners.value,
    model.page.theme.value,
  ];
  const camera = model.url.state.value.camera;
  if (catalogue.kind !== 'ready' || corners === undefined || camera === undefined) return undefined;
  const selectedId = model.selection.id.value;
  const sight = {
    corners,
    zoom: camera.zoom,
    theme,
    ...(selectedId !== undefined && { selectedIds: [selectedId] }),
  };
  return {
    entries: legendContent(
      model.filter.shownLayers.value,
      model.plan.visibleIds.value,
      sight,
      model.scenarios.sketch.value,
    ),
    groups: model.plan.groups.value,
    theme,
  };
}
