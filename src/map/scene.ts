import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { Language } from '../domain/bilingual.ts';
import type { DrawnReason } from '../domain/coast-change/change-symbols.ts';
import type { LayerRole } from '../domain/dataset.ts';
import type { Position } from '../domain/geometry.ts';
import type { LayerStyle } from '../domain/layer-style.ts';
import type { Theme } from '../domain/symbology.ts';

/** The role of a dataset in a scene: a catalogue role, or a sketch that the user tries out. */
export type SceneRole = LayerRole | 'sketch';

/** A dataset for the map: prepared features, whose object identity shows whether they changed. */
export type SceneDataset = {
  readonly id: string;
  readonly role: SceneRole;
  /** Key into the symbology table. */
  readonly symbology: string;
  readonly isVisible: boolean;
  /** How the user has it drawn; absent where nothing was changed. */
  readonly style?: LayerStyle;
  /** True for a dataset of many vertices: it has a map source of its own, which is filled in portions. */
  readonly isLarge?: boolean | undefined;
  /** Features with a string `id` property each; the object is replaced as a whole when anything changes. */
  readonly features: FeatureCollection;
};

/** Everything the map shows, as plain data but for `restyle`. The map has no state of its own beyond it. */
export type MapScene = {
  readonly theme: Theme;
  readonly language: Language;
  /** The datasets from bottom to top. */
  readonly datasets: readonly SceneDataset[];
  /** Ids of the selected features, of any dataset. */
  readonly selectedIds: readonly string[];
  readonly hoveredId: string | undefined;
  /** A position to mark, for example a search result. */
  readonly mark?: Position;
  /** Draws the scene for what it is about; the function is replaced whenever that changes. */
  readonly restyle?: Restyle;
  /** False while datasets are still loading: the map does not report idle before they are complete. */
  readonly isComplete: boolean;
};

/** Redraws the style layers of a dataset, for a scene that is about something. */
export type Restyle = (
  layers: readonly LayerSpecification[],
  dataset: SceneDataset,
  scene: MapScene,
) => readonly LayerSpecification[];

/** What a scene is about: how it is drawn, and its names and marks as a dataset on top. */
export type SceneSubject = {
  readonly restyle: Restyle;
  readonly dataset: SceneDataset;
  /** The reasons of change that it draws, for the legend; absent where it is no comparison of coasts. */
  readonly reasons?: ReadonlySet<DrawnReason>;
};

/** The space in pixels that panels cover at each edge of the map. */
export type MapPadding = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** A camera: zoom, centre, and bearing and pitch in degrees. */
export type Camera = {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly bearing: number;
  readonly pitch: number;
};

/** The corners of the visible area: top left, top right, bottom right, bottom left of the picture. */
export type ViewCorners = readonly [Position, Position, Position, Position];
