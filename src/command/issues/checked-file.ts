import type { Geometry } from 'geojson';
import type { PlaceFinder } from '../../data/checks/json-places.ts';
import type { LayerContent } from '../../domain/layer-state.ts';
import type { FileRole } from '../files/file-role.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import type { LocatedIssue } from './located-issue.ts';

/** A checked file: the issues found, and the content that checks across files need. */
export type CheckedFile = {
  readonly named: NamedFile;
  readonly role: FileRole;
  readonly issues: readonly LocatedIssue[];
  /** Undefined when the file could not be read as a layer. */
  readonly content?: LayerContent;
  /** The total number of features in the file. */
  readonly read: number;
  /** The index of a feature in the file, by id; the first feature when an id is repeated. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** The readable geometries, whatever the properties of their features are. */
  readonly geometries: readonly Geometry[];
  readonly places: PlaceFinder;
};
