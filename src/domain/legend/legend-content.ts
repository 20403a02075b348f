import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Bilingual } from '../bilingual.ts';
import {
  COASTLINE_CLASSES,
  type CoastlineClass,
  PROTECTION_GRADES,
  type ProtectionGrade,
} from '../coastline.ts';
import type { Catalogue, CatalogueLayer } from '../dataset.ts';
import { accuracyCircle } from '../geometry/accuracy-circle.ts';
import { pixelWidth } from '../geometry/web-mercator.ts';
import type { Position } from '../geometry.ts';
import type { LayerContent, LayerState } from '../layer-state.ts';
import { type LayerStyle, type StyleBy, styleClassOf } from '../layer-style.ts';
import type { Project } from '../project.ts';
import { layerSymbol, THEME_SCALE, type Theme } from '../symbology.ts';
import {
  ACCURACY_SYMBOLS,
  type AccuracySymbol,
  accuracySymbol,
  CIRCLE_ZOOM,
  circleRadius,
  isSite,
} from './accuracy-symbols.ts';
import { intersectsView, type ViewArea, viewArea } from './intersects-view.ts';
import {
  COAST_WIDTH,
  LINE_WIDTH,
  NETWORK_WIDTH,
  OUTLINE_WIDTH,
  SITE_RADIUS,
  SITE_RING,
  widthAt,
  ZONE_WIDTH,
} from './line-widths.ts';

/**
 * The view of a map: its corners in order, its zoom, and the theme, which sets the width of lines and
 * symbols.
 */
export type Viewport = {
  readonly corners: readonly Position[];
  readonly zoom: number;
  readonly theme: Theme;
  /** Ids of the selected features: the circle of a selected site is drawn at every zoom. */
  readonly selectedIds?: readonly string[];
};

/** The drawn parts of a scenario: ground to build on or restore, and coast lost or regained. */
export const SKETCH_KINDS = ['build', 'restore', 'lost', 'inside', 'gained'] as const;
/** One drawn part of a scenario, from `SKETCH_KINDS`. */
export type SketchKind = (typeof SKETCH_KINDS)[number];

/** The lines of the base map that the legend lists; names, land and water need no explanation. */
const TOLD_BASE = new Set(['base-district', 'base-roads', 'base-railways']);

/** One row of the legend; its kind decides which symbol and label it has. */
export type LegendEntry =
  | {
      readonly kind: 'zones';
      readonly key: string;
      readonly layer: CatalogueLayer;
      /** The grade of protection that the zones in view have; absent for zones that state none. */
      readonly grade?: ProtectionGrade;
    }
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
      /** Whether lines or areas are in view, not only sites. */
      readonly hasShapes: boolean;
    }
  | {
      readonly kind: 'shown';
      readonly key: string;
      readonly layer: CatalogueLayer;
      readonly hasShapes: boolean;
      /** The user's colour; that of the symbology when absent. */
      readonly colour?: string;
      /** The class of features, where they are coloured by an attribute. */
      readonly of?: StyleBy['other'];
    }
  | { readonly kind: 'base'; readonly key: string; readonly layer: CatalogueLayer }
  | { readonly kind: 'sketch'; readonly key: string; readonly of: SketchKind }
  | { readonly kind: 'sureness'; readonly key: string; readonly of: AccuracySymbol };

/**
 * Lists what a view shows, in the order of a legend: the plan's layers, the scenario, the certainty
 * symbols and the base map. The list is exactly what is drawn in the view, judged by the shapes and their
 * drawn widths.
 */
export function legendContent(
  layers: readonly LayerState[],
  visibleIds: ReadonlySet<string>,
  sight: Viewport,
  sketch?: FeatureCollection,
): readonly LegendEntry[] {
  const eye = eyeOf(sight);
  const shown = layers.flatMap(({ layer, state, style }) =>
    state.kind === 'ready' && (layer.role === 'base' || visibleIds.has(layer.id))
      ? [{ layer, content: state.content, style }]
      : [],
  );
  const entries = shown.flatMap((member) => entriesOf(member, eye));
  return [
    ...entries.filter(({ kind }) => kind !== 'base'),
    ...sketchEntries(sketch?.features ?? [], eye),
    ...surenessEntries(shown, eye),
    ...entries.filter(({ kind }) => kind === 'base'),
  ];
}

/**
 * Entries under one heading. The groups of the scenario and of the certainty symbols are not in the
 * catalogue.
 */
export type LegendGroup = {
  readonly id: string;
  readonly title: Bilingual | 'scenario' | 'sureness';
  readonly entries: readonly LegendEntry[];
};

/** Groups the rows of a legend as in the list of layers, with the base map last; no group is empty. */
export function legendGroups(
  entries: readonly LegendEntry[],
  groups: Catalogue['groups'],
): readonly LegendGroup[] {
  const inGroup = (id: string, isBase: boolean): readonly LegendEntry[] =>
    entries.filter(
      (entry) => 'layer' in entry && entry.layer.group === id && (entry.kind === 'base') === isBase,
    );
  const ofKind = (kind: LegendEntry['kind']): readonly LegendEntry[] =>
    entries.filter((entry) => entry.kind === kind);
  return [
    ...groups.map(({ id, title }) => ({ id, title, entries: inGroup(id, false) })),
    { id: 'scenario', title: 'scenario' as const, entries: ofKind('sketch') },
    { id: 'sureness', title: 'sureness' as const, entries: ofKind('sureness') },
    ...groups.map(({ id, title }) => ({ id: `${id}:base`, title, entries: inGroup(id, true) })),
  ].filter((group) => group.entries.length > 0);
}

/** The visibility test for shapes: whether a shape drawn some pixels wide to each side is visible. */
type DrawingContext = {
  readonly sees: (geometry: Geometry, reachPixels: number) => boolean;
  readonly zoom: number;
  readonly scale: number;
  readonly selectedIds: readonly string[];
};

function eyeOf({ corners, zoom, theme, selectedIds = [] }: Viewport): DrawingContext {
  const area: ViewArea = viewArea(corners);
  const pixel = pixelWidth(zoom);
  return {
    sees: (geometry, reachPixels) => intersectsView(geometry, area, reachPixels * pixel),
    zoom,
    scale: THEME_SCALE[theme],
    selectedIds,
  };
}

function entriesOf(
  { layer, content, style }: Shown & { readonly style: LayerStyle | undefined },
  eye: DrawingContext,
): readonly LegendEntry[] {
  const key = layer.id;
  switch (content.role) {
    case 'base':
      return TOLD_BASE.has(layer.symbology) &&
        content.features.some(({ geometry }) => eye.sees(geometry, 0))
        ? [{ kind: 'base', key, layer }]
        : [];
    case 'zones': {
      const reach = (widthAt(ZONE_WIDTH, eye.zoom) * eye.scale) / 2;
      const grades = new Set(
        content.zones.filter(({ geometry }) => eye.sees(geometry, reach)).map(({ grade }) => grade),
      );
      return [...PROTECTION_GRADES, undefined]
        .filter((grade) => grades.has(grade))
        .map((grade) => ({
          ...{ kind: 'zones', key: grade === undefined ? key : `${key}:${grade}`, layer },
          ...(grade && { grade }),
        }));
    }
    case 'coastline': {
      const reach = (widthAt(COAST_WIDTH, eye.zoom) * eye.scale) / 2;
      const inView = new Set<CoastlineClass | undefined>();
      for (const segment of content.segments)
        if (!inView.has(segment.class) && eye.sees(segment.geometry, reach))
          inView.add(segment.class);
      return [...COASTLINE_CLASSES, undefined]
        .filter((name) => inView.has(name))
        .map((name) => ({ kind: 'class', key: `${key}:${name ?? ''}`, layer, class: name }));
    }
    case 'shown':
      return shownEntries(layer, content.features, { style, eye });
    case 'projects': {
      const shown = content.projects.filter((project) => isProjectSeen(project, layer, eye));
      const hasShapes = shown.some(({ geometry }) => geometry && !isSite(geometry));
      return shown.length === 0 ? [] : [{ kind: 'projects', key, layer, hasShapes }];
    }
  }
}

/** A row for a dataset that is only shown, or one for each of its classes in view. */
function shownEntries(
  layer: CatalogueLayer,
  features: readonly Feature[],
  { style, eye }: { readonly style: LayerStyle | undefined; readonly eye: DrawingContext },
): readonly LegendEntry[] {
  const seen = features.filter(({ geometry }) => eye.sees(geometry, reachOf(geometry, layer, eye)));
  const row = (members: readonly Feature[], of?: StyleBy['other']): readonly LegendEntry[] => {
    if (members.length === 0) return [];
    const colour = of?.colour ?? style?.colour;
    const hasShapes = members.some(({ geometry }) => !isSite(geometry));
    const key = of === undefined ? layer.id : `${layer.id}:${of.label.en}`;
    return [{ kind: 'shown', key, layer, hasShapes, ...(colour && { colour }), ...(of && { of }) }];
  };
  const by = style?.by;
  if (by === undefined) return row(seen);
  const indexes = seen.map(({ properties }) => styleClassOf(by, properties?.[by.field]));
  const rowOf = (index: number, of: StyleBy['other']): readonly LegendEntry[] =>
    row(
      seen.filter((_, at) => indexes[at] === index),
      of,
    );
  return [...by.classes.flatMap((of, index) => rowOf(index, of)), ...rowOf(-1, by.other)];
}

function isProjectSeen(project: Project, layer: CatalogueLayer, eye: DrawingContext): boolean {
  const { geometry } = project;
  if (geometry === undefined) return false;
  return eye.sees(geometry, reachOf(geometry, layer, eye)) || isCircleSeen(project, eye);
}

/** The number of pixels that the drawing of a project extends to each side of its geometry. */
function reachOf(
  geometry: Geometry,
  layer: CatalogueLayer,
  { zoom, scale }: DrawingContext,
): number {
  if (isSite(geometry)) return (widthAt(SITE_RADIUS, zoom) + SITE_RING) * scale;
  if (geometry.type.endsWith('Polygon')) return (widthAt(OUTLINE_WIDTH, zoom) * scale) / 2;
  const isNetwork = layerSymbol(layer.symbology).line !== 'plain';
  return (widthAt(isNetwork ? NETWORK_WIDTH : LINE_WIDTH, zoom) * scale) / 2;
}

const CIRCLES = new WeakMap<Project, Geometry>();

/** Whether the accuracy circle of a coarsely known site is drawn and visible. */
function isCircleSeen(project: Project, eye: DrawingContext): boolean {
  const { geometry } = project;
  const radiusM = circleRadius(project);
  if (geometry?.type !== 'Point' || radiusM === undefined) return false;
  if (eye.zoom < CIRCLE_ZOOM && !eye.selectedIds.includes(project.id)) return false;
  const [longitude = 0, latitude = 0] = geometry.coordinates;
  const circle = CIRCLES.get(project) ?? accuracyCircle([longitude, latitude], radiusM);
  CIRCLES.set(project, circle);
  return eye.sees(circle, (widthAt(OUTLINE_WIDTH, eye.zoom) * eye.scale) / 2);
}

type Shown = { readonly layer: CatalogueLayer; readonly content: LayerContent };

function surenessEntries(shown: readonly Shown[], eye: DrawingContext): readonly LegendEntry[] {
  const seen = new Set<AccuracySymbol>();
  for (const { layer, content } of shown) {
    if (content.role !== 'projects') continue;
    for (const project of content.projects) {
      if (!seen.has('circle') && isCircleSeen(project, eye)) seen.add('circle');
      const sign = accuracySymbol(project, layerSymbol(layer.symbology).line);
      if (sign === undefined || seen.has(sign) || project.geometry === undefined) continue;
      if (eye.sees(project.geometry, reachOf(project.geometry, layer, eye))) seen.add(sign);
    }
  }
  return ACCURACY_SYMBOLS.filter((sign) => seen.has(sign)).map((sign) => ({
    kind: 'sureness',
    key: `sureness:${sign}`,
    of: sign,
  }));
}

/**
 * A dashed edge around ground is 2 pixels wide; lost and regained coast is drawn as wide as the coast and
 * more.
 */
const SKETCH_REACH = 1;

function sketchEntries(features: readonly Feature[], eye: DrawingContext): readonly LegendEntry[] {
  return SKETCH_KINDS.filter((kind) =>
    features.some(
      ({ geometry, properties }) =>
        properties?.['kind'] === kind &&
        !isSite(geometry) &&
        eye.sees(geometry, SKETCH_REACH * eye.scale),
    ),
  ).map((kind) => ({ kind: 'sketch', key: `sketch:${kind}`, of: kind }));
}
