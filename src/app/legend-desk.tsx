import type { JSX } from 'preact';
import { viewContent } from '../domain/view-content.ts';
import { LegendContent } from '../ui/legend-groups.tsx';
import type { Model } from './model.ts';

/** Joins the signs of what the desk shows to the model; nothing until the map says where it looks. */
export function LegendDesk({ model }: { readonly model: Model }): JSX.Element | null {
  const [catalogue, corners, theme] = [
    model.catalogueState.value,
    model.viewCorners.value,
    model.theme.value,
  ];
  const camera = model.viewState.value.camera;
  if (catalogue.kind !== 'ready' || corners === undefined || camera === undefined) return null;
  const entries = viewContent(
    model.shownLayers.value,
    model.visibleIds.value,
    { corners, zoom: camera.zoom, theme },
    model.sketch.value,
  );
  return (
    <LegendContent
      entries={entries}
      hasLayers={model.visibleIds.value.size > 0}
      groups={catalogue.catalogue.groups}
      theme={theme}
    />
  );
}
