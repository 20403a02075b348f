import { computed, effect, type Signal, useSignal } from '@preact/signals';
import type { Position as GeoPosition } from 'geojson';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { readFeatureText } from '../../data/feature-edit/feature-text.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { zoneOfPlan } from '../../domain/coordinates/gauss-krueger-zone.ts';
import { parseCoordinate } from '../../domain/coordinates/parse-coordinate.ts';
import { positionOfReading } from '../../domain/coordinates/read-position.ts';
import { withExactVertices } from '../../domain/feature-edit/exact-vertices.ts';
import {
  type EditableFeature,
  type EditRefusal,
  type FeatureEdit,
  featureIdOf,
} from '../../domain/feature-edit/feature-edit.ts';
import { measureGeometry } from '../../domain/geodesy.ts';
import { isAreal } from '../../domain/geometry/intersects.ts';
import {
  type ArealGeometry,
  boundingBox,
  type Position,
  positionsOf,
} from '../../domain/geometry.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { DrawnShape } from '../../domain/map-tools/drawn-shape.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import type { Zone } from '../../domain/zone.ts';
import { BESIDE_MAP } from '../../ui/breakpoints.ts';
import { FeatureEditor } from '../../ui/feature-edit/feature-editor.tsx';
import { formatArea, formatLength } from '../../ui/format.ts';
import { useI18n } from '../../ui/i18n.tsx';
import type { Controller } from '../state/controller.ts';
import { attempt } from '../workers/use-task.ts';
import { applyEdit } from './apply-edit.ts';

/** Edits one of the user's datasets: what is chosen in the list is selected on the map, and the other way round. */
export function FeatureEditContainer({
  controller,
  dataset,
  onClose,
}: {
  readonly controller: Controller;
  readonly dataset: OwnDataset;
  readonly onClose: () => void;
}): JSX.Element {
  const { model, showBox, freeExtent } = controller;
  const { language, pick } = useI18n();
  const chosenIds = useSignal<ReadonlySet<string>>(new Set());
  const refusal = useSignal<EditRefusal | 'no-coordinates' | undefined>(undefined);
  const { id, name, role, text } = dataset;
  const features = useMemo(() => readFeatureText(text).features, [text]);
  const drawing = model.scenarios.drawing.value;
  const isReshaping = drawing?.kind === 'reshape';
  /** The tools that take a finished line to cut along or area to clip by; neither is drawn to be kept. */
  const cutting = useSignal<DrawIntent | undefined>(undefined);
  const isCutting = drawing !== undefined && drawing === cutting.value;
  const clipping = useSignal<DrawIntent | undefined>(undefined);
  const isClipping = drawing !== undefined && drawing === clipping.value;
  const isToKeep = drawing?.kind === 'feature' && !isCutting && !isClipping;
  const drawnShape = isToKeep ? drawing.shape : undefined;
  const endDrawing = (): void => {
    const kind = model.scenarios.drawing.peek()?.kind;
    if (kind === 'reshape' || kind === 'feature') model.scenarios.draw(undefined);
  };
  const choose = (ids: readonly string[]): void => {
    endDrawing();
    refusal.value = undefined;
    chosenIds.value = new Set(ids);
    const [only] = ids.length === 1 ? ids : [];
    // On a phone the card of what is selected would cover this panel.
    if (only !== undefined && matchMedia(BESIDE_MAP).matches) model.selection.select(only);
  };
  useChosenOnMap(model, { features, chosenIds });
  useEffect(() => endDrawing, []);
  const edit = (asked: FeatureEdit): void => {
    refusal.value = undefined;
    void attempt(model.page.showMessage, async () => {
      refusal.value = await applyEdit(model, id, asked);
      if (refusal.value !== undefined) return undefined;
      if (asked.kind === 'merge') chosenIds.value = new Set(firstOf(features, asked.ids));
      if (asked.kind === 'remove') chosenIds.value = new Set();
      if (asked.kind === 'draw') chosenIds.value = new Set(lastOf(model, id));
      if (asked.kind === 'cut')
        chosenIds.value = new Set([...asked.ids, ...addedSince(features, model, id)]);
      return undefined;
    });
  };
  const at = (coordinates: string, take: (place: Position) => void): void =>
    void attempt(model.page.showMessage, async () => {
      const place = await positionIn(coordinates, controller);
      if (place === undefined) refusal.value = 'no-coordinates';
      else take(place);
      return undefined;
    });
  // Undo may have taken away what was chosen.
  const ids = features.map(featureIdOf).filter((each) => chosenIds.value.has(each));
  const [only = ''] = ids;
  const clipAreas = clipAreasOf(features, chosenIds.value, model.plan.zones.value);
  return (
    <FeatureEditor
      {...{ name, role, features, isReshaping, isCutting, isClipping, drawnShape }}
      clipAreas={clipAreas.map((area) => [area.id, pick(area.name)])}
      chosenIds={chosenIds.value}
      refusal={refusal.value}
      measureOf={(feature) => measureInWords(feature, language)}
      actions={{
        choose,
        setAttributes: (values) => edit({ kind: 'attributes', ids, values }),
        draw: (shape) => {
          const isGivenUp = drawnShape === shape;
          endDrawing();
          refusal.value = undefined;
          if (isGivenUp) return;
          drawOnce(model, shape, (geometry) =>
            edit({ kind: 'draw', dataset: { id, role }, geometry }),
          );
        },
        addPoint: (coordinates) =>
          at(coordinates, ([x, y]) =>
            edit({
              kind: 'draw',
              dataset: { id, role },
              geometry: { type: 'Point', coordinates: [x, y] },
            }),
          ),
        splitAt: (coordinates) =>
          at(coordinates, (place) => edit({ kind: 'split', id: only, at: place })),
        cut: () => {
          endDrawing();
          refusal.value = undefined;
          if (!isCutting)
            cutting.value = drawLine(model, (line) => edit({ kind: 'cut', ids, line }));
        },
        clip: (keeps, areaId) => {
          endDrawing();
          refusal.value = undefined;
          if (isClipping) return;
          const by = (area: ArealGeometry): void => edit({ kind: 'clip', ids, area, keeps });
          const known = clipAreas.find((each) => each.id === areaId);
          if (known === undefined) clipping.value = drawArea(model, by);
          else by(known.geometry);
        },
        middleOfMap: () => middleInWords(freeExtent()),
        merge: () => edit({ kind: 'merge', ids }),
        remove: () => edit({ kind: 'remove', ids }),
        reshape: () => {
          if (isReshaping) endDrawing();
          else reshape(controller, { datasetId: id, featureId: only, edit });
        },
        show: () =>
          showBox(boxOf(features.filter((each) => chosenIds.value.has(featureIdOf(each))))),
        close: onClose,
      }}
    />
  );
}

/** Areas that the chosen features may be clipped by: others of the dataset, and the plan's zones. */
function clipAreasOf(
  features: readonly EditableFeature[],
  chosenIds: ReadonlySet<string>,
  zones: readonly Zone[],
): readonly { readonly id: string; readonly name: Bilingual; readonly geometry: ArealGeometry }[] {
  const own = features.flatMap((feature) => {
    const { geometry } = feature;
    const id = featureIdOf(feature);
    if (geometry === null || !isAreal(geometry) || chosenIds.has(id)) return [];
    const named = (field: string): string => String(feature.properties?.[field] ?? '').trim();
    const name = { zh: named('name_zh') || id, en: named('name_en') || named('name_zh') || id };
    return [{ id, name, geometry }];
  });
  const known = new Set([...own.map(({ id }) => id), ...chosenIds]);
  // Where the dataset is the zones that count, they are there already.
  return [...own, ...zones.filter(({ id }) => !known.has(id))];
}

/** A feature of the dataset that is picked on the map is chosen, once: an edit does not choose it again. */
function useChosenOnMap(
  { selection, scenarios }: Controller['model'],
  {
    features,
    chosenIds,
  }: {
    readonly features: readonly EditableFeature[];
    readonly chosenIds: Signal<ReadonlySet<string>>;
  },
): void {
  const seen = useRef<string | undefined>(undefined);
  useEffect(
    () =>
      effect(() => {
        const picked = selection.id.value ?? selection.zoneId.value;
        const isSeen = picked === seen.current;
        seen.current = picked;
        if (picked === undefined || isSeen || chosenIds.peek().has(picked)) return;
        if (scenarios.drawing.peek() !== undefined) return;
        if (features.some((feature) => featureIdOf(feature) === picked))
          chosenIds.value = new Set([picked]);
      }),
    [features],
  );
}

/** The middle of an extent as coordinates to type. */
function middleInWords(extent: ReturnType<Controller['freeExtent']>): string | undefined {
  if (extent === undefined) return undefined;
  const [west, south, east, north] = extent;
  return `${((west + east) / 2).toFixed(6)}, ${((south + north) / 2).toFixed(6)}`;
}

/** Lets the user draw one shape on the map, and returns the tool. */
function drawOnce(
  { scenarios }: Controller['model'],
  shape: 'line' | 'polygon',
  take: (geometry: DrawnShape) => void,
): DrawIntent {
  const intent: DrawIntent = {
    ...{ kind: 'feature', shape },
    onShape: (geometry) => {
      scenarios.draw(undefined);
      take(geometry);
    },
  };
  scenarios.draw(intent);
  return intent;
}

/** Lets the user draw a line that is not kept. */
function drawLine(
  model: Controller['model'],
  take: (line: readonly GeoPosition[]) => void,
): DrawIntent {
  return drawOnce(model, 'line', ({ type, coordinates }) => {
    if (type === 'LineString') take(coordinates);
  });
}

/** Lets the user draw an area that is not kept. */
function drawArea(model: Controller['model'], take: (area: ArealGeometry) => void): DrawIntent {
  return drawOnce(model, 'polygon', (drawn) => {
    if (drawn.type === 'Polygon') take(drawn);
  });
}

/** Moves vertices on the map: each drag is one edit, and undo passes the shape back to the tool. */
function reshape(
  { model }: Controller,
  {
    datasetId,
    featureId,
    edit,
  }: {
    readonly datasetId: string;
    readonly featureId: string;
    readonly edit: (asked: FeatureEdit) => void;
  },
): void {
  const geometryIn = (datasets: readonly OwnDataset[]): DrawnShape | undefined => {
    const dataset = datasets.find((each) => each.id === datasetId);
    const geometry = dataset && featureIn(dataset, featureId)?.geometry;
    return geometry?.type === 'LineString' || geometry?.type === 'Polygon' ? geometry : undefined;
  };
  /** What the tool drew last, and the geometry that was made of it. */
  let last: { readonly drawn: DrawnShape; readonly geometry: DrawnShape } | undefined;
  const shape = computed(() => {
    const geometry = geometryIn(model.workspace.datasets.value);
    // The tool has it already: another object would leave the user's hand.
    return last !== undefined && JSON.stringify(last.geometry) === JSON.stringify(geometry)
      ? last.drawn
      : geometry;
  });
  model.scenarios.draw({
    kind: 'reshape',
    shape,
    onShape: (drawn) => {
      const before = geometryIn(model.workspace.datasets.peek());
      if (before === undefined) return;
      last = { drawn, geometry: withExactVertices(drawn, before) };
      edit({ kind: 'reshape', id: featureId, geometry: last.geometry });
    },
  });
}

function featureIn(dataset: OwnDataset, id: string): EditableFeature | undefined {
  return readFeatureText(dataset.text).features.find((feature) => featureIdOf(feature) === id);
}

/** The feature that was added last. */
function lastOf({ workspace }: Controller['model'], datasetId: string): readonly string[] {
  const dataset = workspace.datasets.peek().find(({ id }) => id === datasetId);
  return dataset === undefined
    ? []
    : readFeatureText(dataset.text).features.slice(-1).map(featureIdOf);
}

/** The features that a dataset has more than before. */
function addedSince(
  features: readonly EditableFeature[],
  { workspace }: Controller['model'],
  datasetId: string,
): readonly string[] {
  const dataset = workspace.datasets.peek().find(({ id }) => id === datasetId);
  const before = new Set(features.map(featureIdOf));
  return dataset === undefined
    ? []
    : readFeatureText(dataset.text)
        .features.map(featureIdOf)
        .filter((each) => !before.has(each));
}

/** The one of some features that stands first: what they are merged into. */
function firstOf(features: readonly EditableFeature[], ids: readonly string[]): readonly string[] {
  return features
    .map(featureIdOf)
    .filter((id) => ids.includes(id))
    .slice(0, 1);
}

function boxOf(features: readonly EditableFeature[]): ReturnType<typeof boundingBox> {
  return boundingBox(
    features.flatMap(({ geometry }) => (geometry === null ? [] : [...positionsOf(geometry)])),
  );
}

function measureInWords({ geometry }: EditableFeature, language: 'en' | 'zh'): string {
  if (geometry === null) return '';
  const { lengthM, areaM2 } = measureGeometry(geometry);
  if (geometry.type.endsWith('LineString')) return formatLength(lengthM.ellipsoid, language, 2);
  return geometry.type.endsWith('Polygon') ? formatArea(areaM2.ellipsoid, language) : '';
}

/** The position that a text gives, in degrees; undefined where it gives none, or several. */
async function positionIn(
  text: string,
  { model }: Pick<Controller, 'model'>,
): Promise<Position | undefined> {
  const reading = parseCoordinate(text, zoneOfPlan(model.plan.frame.peek()));
  if (reading === undefined || reading.kind === 'fault') return undefined;
  return (await positionOfReading(reading)).at;
}
