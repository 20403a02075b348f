import type { FeatureCollection } from 'geojson';
import type { Language } from '../../domain/bilingual.ts';
import { fromMercator, pixelWidth, toMercator } from '../../domain/geometry/web-mercator.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import { constrainView } from '../../domain/print/map-scale.ts';
import { needsConflicts, needsShore } from '../../domain/projects/project-filter.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import type { SlideSubject } from '../../domain/views/slide-subject.ts';
import type { Camera, MapScene, SceneSubject } from '../../map/scene.ts';
import type { ViewState } from '../address/url-state.ts';
import { stateOfView } from '../address/view-url-state.ts';
import { sideContent } from '../compare/side-content.ts';
import { when } from '../lifecycle/when.ts';
import { createSceneBuilder } from '../main-map/build-scene.ts';
import { sceneSubject } from '../main-map/scene-subject.ts';
import { noteFeatures } from '../scenarios/note-features.ts';
import { sketchOf } from '../scenarios/run-scenarios.ts';
import { isAllThere, type MapContent } from '../state/map-content.ts';
import type { Model } from '../state/model.ts';
import { drawMapImage, type MapImage, type MapImageSize } from './map-image.ts';

/** The size and appearance of a picture of a view. */
export type ViewImageSize = MapImageSize & {
  /** Defaults to the theme of presentations. */
  readonly theme?: Theme;
  /** Defaults to the language of the app. */
  readonly language?: Language;
  /** The geometry of the view's scenario; when absent, the one that the app has computed. */
  readonly sketch?: FeatureCollection | undefined;
};

/** A picture of a view, and its camera. */
export type ViewImage = MapImage & { readonly sight: MapContent; readonly theme: Theme };

/** The last drawing of each model: a picture needs its own graphics context, of which there are few. */
const TURNS = new WeakMap<Model, Promise<unknown>>();

/**
 * Draws the map as a view would show it: its layers, filter, selection, scenario and camera; the screen
 * stays unchanged. Pictures are drawn one at a time, in the order of the calls.
 * @throws Error when no map can be drawn; the signal's reason when it is aborted.
 */
export function viewImage(model: Model, view: SavedView, size: ViewImageSize): Promise<ViewImage> {
  const before = TURNS.get(model) ?? Promise.resolve();
  const drawn = before.then(() => draw(model, view, size));
  TURNS.set(
    model,
    drawn.catch(() => undefined),
  );
  return drawn;
}

async function draw(model: Model, view: SavedView, size: ViewImageSize): Promise<ViewImage> {
  size.signal?.throwIfAborted();
  const { state } = stateOfView(view);
  await untilDecided(model, state, size.signal);
  const scenario =
    model.workspace.scenarios.peek().find(({ id }) => id === view.scenario?.id) ?? view.scenario;
  const tried = 'sketch' in size ? size.sketch : sketchOf(model, scenario);
  const sketch = withNotes(tried, view);
  const look = (): MapContent => lookOf(model, state, sketch);
  await when(() => isAllThere(look()), size.signal);
  const [sight, theme] = [look(), size.theme ?? 'projector'];
  const subject = view.subject && subjectOf(model, view.subject, theme);
  const scene: MapScene = {
    theme,
    language: size.language ?? model.page.language.peek(),
    datasets: subject ? [...datasetsOf(sight), subject.dataset] : datasetsOf(sight),
    ...(subject && { restyle: subject.restyle }),
    selectedIds: sight.selectedIds,
    hoveredId: undefined,
    isComplete: true,
  };
  const picture = await drawMapImage(scene, cameraOf(model, view, size), size);
  return { ...picture, sight, theme };
}

function withNotes(
  tried: FeatureCollection | undefined,
  { mapNotes = [] }: SavedView,
): FeatureCollection | undefined {
  if (mapNotes.length === 0) return tried;
  const features = [...(tried?.features ?? []), ...noteFeatures(mapNotes)];
  return { type: 'FeatureCollection', features };
}

function subjectOf(
  model: Pick<Model, 'plan' | 'audit'>,
  subject: SlideSubject,
  theme: Theme,
): SceneSubject {
  const audited = model.audit.state.peek();
  return sceneSubject(subject, {
    layers: model.plan.editedLayers.peek(),
    theme,
    zones: audited.kind === 'ready' ? audited.answer.audit.zones : undefined,
  });
}

/** A filter by distance or conflict needs measurements before the content of the view is known. */
async function untilDecided(
  model: Pick<Model, 'shore' | 'conflicts'>,
  { filter = {} }: ViewState,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (needsShore(filter)) model.shore.request();
  if (needsConflicts(filter)) model.conflicts.request();
  await when(() => {
    const isNear = !needsShore(filter) || model.shore.state.value.kind !== 'waiting';
    const isMet = !needsConflicts(filter) || model.conflicts.state.value.kind !== 'waiting';
    return isNear && isMet;
  }, signal);
}

const NOTHING_PICKED: MapContent = {
  layers: [],
  visibleIds: new Set(),
  selectedIds: [],
  sketch: undefined,
};

/** The appearance of the view, independent of what the app shows. */
function lookOf(
  model: Pick<Model, 'plan' | 'filter'>,
  state: ViewState,
  sketch: FeatureCollection | undefined,
): MapContent {
  const layers = model.plan.editedLayers.value;
  const look = sideContent(
    { kind: 'view', number: 0 },
    {
      shown: layers,
      layers,
      measured: model.filter.measured.value,
      stateOf: () => state,
      now: NOTHING_PICKED,
      defaultIds: model.plan.defaultIds.value,
      sketchOf: () => sketch,
    },
  );
  const known = new Set(layers.map(({ layer }) => layer.id));
  return { ...look, visibleIds: new Set([...look.visibleIds].filter((id) => known.has(id))) };
}

function datasetsOf({ layers, visibleIds, sketch }: MapContent): MapScene['datasets'] {
  const made = createSceneBuilder()(layers, visibleIds);
  if (sketch === undefined) return made;
  const drawn = { id: 'sketch', role: 'sketch', symbology: '', isVisible: true } as const;
  return [...made, { ...drawn, features: sketch }];
}

/** The camera of a view: its box fitted to the picture, otherwise its camera, otherwise the whole plan. */
function cameraOf(
  model: Pick<Model, 'plan'>,
  view: SavedView,
  size: Pick<MapImageSize, 'width' | 'height'>,
): Camera {
  const { camera } = stateOfView(view).state;
  const { extent, bounds } = model.plan.frame.peek();
  if (view.extent === undefined && camera !== undefined)
    return camera.pitch === 0 ? constrainView(camera, size, bounds) : camera;
  return constrainView(cameraFor(view.extent ?? extent, size), size, bounds);
}

/** The camera at which a box just fits a flat picture, north up. */
function cameraFor(
  [west, south, east, north]: BoundingBox,
  { width, height }: Pick<MapImageSize, 'width' | 'height'>,
): Camera {
  const [left, top] = toMercator([west, north]);
  const [right, bottom] = toMercator([east, south]);
  const [longitude, latitude] = fromMercator([(left + right) / 2, (top + bottom) / 2]);
  const pixel = Math.max((right - left) / width, (bottom - top) / height);
  const zoom = Math.min(MOST_ZOOM, Math.log2(pixelWidth(0) / pixel));
  return { longitude, latitude, zoom, bearing: 0, pitch: 0 };
}

/** The maximum zoom, so that a box without size does not zoom in without limit. */
const MOST_ZOOM = 16;
