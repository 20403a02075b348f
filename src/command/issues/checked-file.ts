import type { Geometry } from 'geojson';
import type { JsonPlaces } from '../../data/checks/json-places.ts';
import type { LayerContent } from '../../domain/layer-state.ts';
import type { FileRole } from '../files/file-role.ts';
import type { NamedFile } from '../files/geodata-files.ts';
import type { LocatedIssue } from './located-issue.ts';

/** A file that has been checked: what was found, and what it holds for the checks across files. */
export type CheckedFile = {
  readonly named: NamedFile;
  readonly role: FileRole;
  readonly issues: readonly LocatedIssue[];
  /** Absent when the file could not be read as a layer. */
  readonly content?: LayerContent;
  /** Features in the file, in all. */
  readonly read: number;
  /** Where a feature stands in the file, by its id; the first of that id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** The geometries that can be read, whatever their properties say. */
  readonly geometries: readonly Geometry[];
  readonly places: JsonPlaces;
};
