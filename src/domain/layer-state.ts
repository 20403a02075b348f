import type { Feature, Geometry } from 'geojson';
import type { CoastlineSegment } from './coastline.ts';
import type { CatalogueLayer } from './dataset.ts';
import type { Issue } from './issue.ts';
import type { LoadError } from './load-error.ts';
import type { Project } from './project.ts';
import type { Zone } from './zone.ts';

/** What a dataset holds once parsed. */
export type LayerContent =
  | { readonly role: 'projects'; readonly projects: readonly Project[] }
  | {
      readonly role: 'coastline';
      readonly segments: readonly CoastlineSegment[];
      /** True when the dataset declares its classes surveyed: the illustration notice then goes. */
      readonly isSurveyed: boolean;
    }
  | { readonly role: 'zones'; readonly zones: readonly Zone[] }
  | { readonly role: 'base'; readonly features: readonly Feature[] };

/** A feature that was read and could not be used. */
export type SetAside = {
  /** Zero-based, in the file. */
  readonly featureIndex: number;
  readonly featureId?: string;
  /** Its geometry, where that can be read. */
  readonly geometry?: Geometry;
};

/** Where a dataset stands on its way from file to screen. */
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
      /** The file as it was read, where an export tells its version. */
      readonly source?: { readonly file: string; readonly text: string };
    }
  | { readonly kind: 'failed'; readonly error: LoadError };

/** A layer of the catalogue and where its dataset stands. */
export type LayerState = { readonly layer: CatalogueLayer; readonly state: DatasetState };

/** Whether every layer of the plan has been read, or could not be; the base map does not count. */
export function isPlanThere(layers: readonly LayerState[]): boolean {
  return (
    layers.length > 0 &&
    layers.every(({ layer, state }) => layer.role === 'base' || state.kind !== 'loading')
  );
}
