import type { LayerRole } from '../../domain/dataset.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import type { Issue } from '../../domain/issue.ts';
import { characterIssues } from './characters.ts';
import { coastLineIssues } from './coast-lines.ts';
import { declaredCrsIssues } from './declared-crs.ts';
import { idIssues } from './ids.ts';
import { JsonPlaces } from './json-places.ts';
import { positionIssues } from './positions.ts';
import { propertyNameIssues } from './property-names.ts';
import { repeatedKeyIssues } from './repeated-keys.ts';
import { ruleKeyIssues } from './rule-keys.ts';
import { surveyedIssues } from './survey-statement.ts';

/** A file that has been parsed as JSON, and its role. */
export type TextToCheck = {
  /** The text as read; a byte order mark is ignored. */
  readonly text: string;
  readonly value: unknown;
  readonly dataset: string;
  readonly role: LayerRole | 'rule' | 'geojson' | 'catalogue' | 'deck';
  /** The extent of the plan that the file belongs to; undefined when that is not known. */
  readonly extent?: BoundingBox | undefined;
};

/**
 * Returns the issues of a file that do not keep its features from being read: the reader silently uses one
 * of two values with the same name, positions of another datum, and ignores a property under another name.
 * The page and all commands use it. Every issue has its place.
 */
export function checkText({ text, value, dataset, role, extent }: TextToCheck): readonly Issue[] {
  const body = text.replace(/^\uFEFF/, '');
  const places = new JsonPlaces(body);
  const isLayer = role !== 'rule' && role !== 'catalogue' && role !== 'deck';
  return [
    ...repeatedKeyIssues({ text: body, value, dataset, places }),
    ...(role === 'rule' ? ruleKeyIssues(value, dataset) : []),
    ...(isLayer ? declaredCrsIssues(value, dataset) : []),
    ...(isLayer ? idIssues(body, value, dataset) : []),
    ...(isLayer && role !== 'base' ? positionIssues(value, dataset, extent) : []),
    ...characterIssues(body, value, dataset),
    ...(role === 'coastline' ? coastLineIssues(value, dataset) : []),
    ...(role === 'coastline' ? surveyedIssues(value, dataset) : []),
    ...(isLayer && role !== 'geojson' ? propertyNameIssues(value, { role, dataset }) : []),
  ].map((issue) => ({ ...issue, place: issue.place ?? places.placeOf(issue.path) }));
}
