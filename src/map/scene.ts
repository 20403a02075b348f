import type { FeatureCollection } from 'geojson';
import type { Language } from '../domain/bilingual.ts';
import type { LayerRole } from '../domain/dataset.ts';
import type { Position } from '../domain/geometry.ts';
import type { Theme } from '../domain/symbology.ts';

/** What a dataset of a scene is: one of the catalogue, or what a person tries. */
export type SceneRole = LayerRole | 'sketch';

/** A dataset as the map needs it: ready-made features whose identity says whether they changed. */
export type SceneDataset = {
  readonly id: string;
  readonly role: SceneRole;
  /** Key into the symbology table. */
  readonly symbology: string;
  readonly isVisible: boolean;
  /** Features with a string `id` property each; replaced as a whole when anything changes. */
  readonly features: FeatureCollection;
};

/** What is to be seen on the map, as plain data. The map keeps no truth of its own. */
export type MapScene = {
  readonly theme: Theme;
  readonly language: Language;
  /** From bottom to top. */
  readonly datasets: readonly SceneDataset[];
  /** Ids of the selected features, of any dataset. */
  readonly selectedIds: readonly string[];
  readonly hoveredId: string | undefined;
  /** A position to mark, such as one that was searched for. */
  readonly mark?: Position;
  /** False while datasets are still on their way: the map then does not call itself idle. */
  readonly isComplete: boolean;
};

/** Padding in pixels that panels take from the map. */
export type MapPadding = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/** Where the camera stands: zoom, centre, bearing and pitch in degrees. */
export type Camera = {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly bearing: number;
  readonly pitch: number;
};

/** The corners of what a map shows: top left, top right, bottom right, bottom left of its picture. */
export type ViewCorners = readonly [Position, Position, Position, Position];
