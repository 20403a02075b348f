import type { Geometry } from 'geojson';
import { COASTLINE_CLASSES, type CoastlineClass } from './coastline.ts';
import type { CatalogueLayer } from './dataset.ts';
import { type BoundingBox, boundingBox, positionsOf } from './geometry.ts';
import type { LayerContent, LayerState } from './layer-state.ts';

/** One row of the legend. */
export type LegendEntry =
  | { readonly kind: 'zones'; readonly key: string; readonly layer: CatalogueLayer }
  | {
      readonly kind: 'class';
      readonly key: string;
      readonly layer: CatalogueLayer;
      readonly class: CoastlineClass | undefined;
    }
  | {
      readonly kind: 'projects';
      readonly key: string;
      readonly layer: CatalogueLayer;
      /** Whether lines or areas are in view, not sites alone. */
      readonly hasShapes: boolean;
    };

/**
 * What of the visible layers lies in a view, judged by bounding boxes: nothing in view is missing,
 * a long thin feature just outside may be named early.
 */
export function viewContent(
  layers: readonly LayerState[],
  visibleIds: ReadonlySet<string>,
  view: BoundingBox,
): readonly LegendEntry[] {
  return layers.flatMap(({ layer, state }) =>
    state.kind === 'ready' && visibleIds.has(layer.id) ? entriesOf(layer, state.content, view) : [],
  );
}

function entriesOf(
  layer: CatalogueLayer,
  content: LayerContent,
  view: BoundingBox,
): readonly LegendEntry[] {
  const key = layer.id;
  switch (content.role) {
    case 'base':
      return [];
    case 'zones':
      return content.zones.some(({ geometry }) => isInView(geometry, view))
        ? [{ kind: 'zones', key, layer }]
        : [];
    case 'coastline': {
      const inView = new Set(
        content.segments
          .filter(({ geometry }) => isInView(geometry, view))
          .map((segment) => segment.class),
      );
      return [...COASTLINE_CLASSES, undefined]
        .filter((name) => inView.has(name))
        .map((name) => ({ kind: 'class', key: `${key}:${name ?? ''}`, layer, class: name }));
    }
    case 'projects': {
      const shown = content.projects.flatMap(({ geometry }) =>
        geometry && isInView(geometry, view) ? [geometry] : [],
      );
      return shown.length === 0
        ? []
        : [{ kind: 'projects', key, layer, hasShapes: shown.some(({ type }) => type !== 'Point') }];
    }
  }
}

const boxes = new WeakMap<Geometry, BoundingBox | undefined>();

function isInView(geometry: Geometry, [west, south, east, north]: BoundingBox): boolean {
  if (!boxes.has(geometry)) boxes.set(geometry, boundingBox(positionsOf(geometry)));
  const box = boxes.get(geometry);
  return (
    box !== undefined && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south
  );
}
