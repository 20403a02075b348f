import type { Feature, Geometry } from 'geojson';
import type { CoastStatus } from './coast-status.ts';
import type { CoastlineSegment } from './coastline.ts';
import type { CatalogueLayer } from './dataset.ts';
import type { Issue } from './issue.ts';
import type { LayerStyle } from './layer-style.ts';
import type { LoadError } from './load-error.ts';
import type { Project } from './project.ts';
import type { Zone } from './zone.ts';

/** The parsed contents of a dataset. */
export type LayerContent =
  | { readonly role: 'projects'; readonly projects: readonly Project[] }
  | {
      readonly role: 'coastline';
      readonly segments: readonly CoastlineSegment[];
      readonly coastStatus: CoastStatus;
    }
  | { readonly role: 'zones'; readonly zones: readonly Zone[] }
  | { readonly role: 'base'; readonly features: readonly Feature[] }
  | { readonly role: 'shown'; readonly features: readonly Feature[] };

/** A feature that was read but could not be used. */
export type SetAside = {
  /** Zero-based, in the file. */
  readonly featureIndex: number;
  readonly featureId?: string;
  /** The geometry of the feature; absent when it cannot be read. */
  readonly geometry?: Geometry;
};

/** The loading state of a dataset, from file to screen. */
export type DatasetState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly content: LayerContent;
      /** Features in the file; kept and set aside add up to it. */
      readonly read: number;
      readonly kept: number;
      readonly issues: readonly Issue[];
      readonly setAside?: readonly SetAside[];
      /** True for a file so long that the map takes its features in portions. */
      readonly isLarge?: boolean;
      /** The file as read, from which an export derives its version. */
      readonly source?: { readonly file: string; readonly text: string };
    }
  | { readonly kind: 'failed'; readonly error: LoadError };

/** A layer of the catalogue, with the loading state of its dataset. */
export type LayerState = {
  readonly layer: CatalogueLayer;
  readonly state: DatasetState;
  /** How the user has it drawn; absent where nothing was changed. */
  readonly style?: LayerStyle;
};

/** Whether every layer of the plan has been read or has failed; the base map does not count. */
export function isPlanThere(layers: readonly LayerState[]): boolean {
  return (
    layers.length > 0 &&
    layers.every(({ layer, state }) => layer.role === 'base' || state.kind !== 'loading')
  );
}
