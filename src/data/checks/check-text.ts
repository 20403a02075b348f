import type { LayerRole } from '../../domain/dataset.ts';
import type { Issue } from '../../domain/issue.ts';
import { characterIssues } from './characters.ts';
import { declaredCrsIssues } from './declared-crs.ts';
import { idIssues } from './ids.ts';
import { JsonPlaces } from './json-places.ts';
import { propertyNameIssues } from './property-names.ts';
import { repeatedKeyIssues } from './repeated-keys.ts';
import { ruleKeyIssues } from './rule-keys.ts';

/** A file that has been read as JSON, and what it is. */
export type TextToCheck = {
  /** As read; a byte order mark is passed over. */
  readonly text: string;
  readonly value: unknown;
  readonly dataset: string;
  readonly role: LayerRole | 'rule' | 'geojson' | 'catalogue' | 'deck';
};

/**
 * What is wrong with a file besides what keeps its features from being read: the reader takes one of two values
 * that share a name, positions of another datum, a property under another name for none. Asked by the page and
 * by all commands alike. Every issue has its place.
 */
export function checkText({ text, value, dataset, role }: TextToCheck): readonly Issue[] {
  const body = text.replace(/^\uFEFF/, '');
  const places = new JsonPlaces(body);
  const isLayer = role !== 'rule' && role !== 'catalogue' && role !== 'deck';
  return [
    ...repeatedKeyIssues({ text: body, value, dataset, places }),
    ...(role === 'rule' ? ruleKeyIssues(value, dataset) : []),
    ...(isLayer ? declaredCrsIssues(value, dataset) : []),
    ...(isLayer ? idIssues(body, value, dataset) : []),
    ...characterIssues(body, value, dataset),
    ...(isLayer && role !== 'geojson' ? propertyNameIssues(value, { role, dataset }) : []),
  ].map((issue) => ({ ...issue, place: issue.place ?? places.placeOf(issue.path) }));
}
