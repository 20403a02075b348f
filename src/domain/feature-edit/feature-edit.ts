import type { Feature, Geometry, Position as GeoPosition } from 'geojson';
import type { ArealGeometry, Position } from '../geometry.ts';
import type { OwnDataRole } from '../own-data/own-dataset.ts';
import { failed, ok, type Result } from '../result.ts';
import type { ClipSide } from './clip-area.ts';
import { type ClipRefusal, clipFeatures } from './clip-features.ts';
import { type CutRefusal, cutFeatures, geometryWithNodes } from './cut-features.ts';
import { drawnProperties } from './drawn-feature.ts';
import { type MergeRefusal, mergeLines } from './merge-lines.ts';
import { moveSharedVertices } from './shared-vertices.ts';
import { type SplitRefusal, splitLine } from './split-line.ts';

/** A feature of an own dataset, as its file holds it; `properties.id` is unique in the dataset. */
export type EditableFeature = Feature<Geometry | null>;

/** What the user does in one step. */
export type FeatureEdit = ChosenEdit | DrawEdit;

/** A new feature, the last of them; its id begins with that of its dataset. */
type DrawEdit = {
  readonly kind: 'draw';
  readonly dataset: { readonly id: string; readonly role: OwnDataRole };
  readonly geometry: Geometry;
};

/** What is done to features of one dataset. */
type ChosenEdit =
  | {
      readonly kind: 'attributes';
      readonly ids: readonly string[];
      /** New values by property; null removes the property. */
      readonly values: Readonly<Record<string, string | number | null>>;
    }
  | { readonly kind: 'split'; readonly id: string; readonly at: Position }
  /** Along a line; what it does not divide stays. Features beside keep shared borders shared. */
  | {
      readonly kind: 'cut';
      readonly ids: readonly string[];
      readonly line: readonly GeoPosition[];
    }
  /** By an area, of which one side is kept. A feature stays one, of several parts where it falls apart. */
  | {
      readonly kind: 'clip';
      readonly ids: readonly string[];
      readonly area: ArealGeometry;
      readonly keeps: ClipSide;
    }
  | { readonly kind: 'merge'; readonly ids: readonly string[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  /** A new geometry; vertices that other features share go along. */
  | { readonly kind: 'reshape'; readonly id: string; readonly geometry: Geometry };

/** Why an edit is not made; nothing has changed then. */
export type EditRefusal =
  | SplitRefusal
  | MergeRefusal
  | CutRefusal
  | ClipRefusal
  | 'not-found'
  | 'nothing-changes'
  /** The last feature cannot be removed: the dataset itself is. */
  | 'none-left';

/**
 * Applies one edit and returns all features in their order; features that are not touched stay the same objects.
 * Positions in degrees, WGS 84.
 */
export function editFeatures(
  features: readonly EditableFeature[],
  edit: FeatureEdit,
): Result<readonly EditableFeature[], EditRefusal> {
  return edit.kind === 'draw'
    ? ok([...features, newFeature(features, edit)])
    : editChosen(features, edit);
}

function editChosen(
  features: readonly EditableFeature[],
  edit: ChosenEdit,
): Result<readonly EditableFeature[], EditRefusal> {
  const wanted = new Set('ids' in edit ? edit.ids : [edit.id]);
  const chosen = features.filter((feature) => wanted.has(featureIdOf(feature)));
  const [first] = chosen;
  if (first === undefined || chosen.length < wanted.size) return failed('not-found');
  switch (edit.kind) {
    case 'attributes': {
      const next = features.map((feature) =>
        wanted.has(featureIdOf(feature)) ? withValues(feature, edit.values) : feature,
      );
      return next.some((feature, index) => feature !== features[index])
        ? ok(next)
        : failed('nothing-changes');
    }
    case 'remove': {
      const next = features.filter((feature) => !wanted.has(featureIdOf(feature)));
      return next.length === 0 ? failed('none-left') : ok(next);
    }
    case 'split': {
      const parts = splitLine(first.geometry, edit.at);
      if (!parts.ok) return parts;
      const [head, tail] = parts.value;
      const id = freeId(features, edit.id);
      return ok(
        features.flatMap((feature) =>
          feature === first
            ? [
                { ...feature, geometry: head },
                { ...feature, geometry: tail, properties: { ...feature.properties, id } },
              ]
            : [feature],
        ),
      );
    }
    case 'cut':
      return cutChosen(features, chosen, edit.line);
    case 'clip':
      return clipChosen(features, chosen, edit);
    case 'merge': {
      const merged = mergeLines(chosen);
      if (!merged.ok) return merged;
      return ok(
        features.flatMap((feature) => {
          if (feature === first) return [{ ...feature, geometry: merged.value }];
          return wanted.has(featureIdOf(feature)) ? [] : [feature];
        }),
      );
    }
    case 'reshape':
      return JSON.stringify(first.geometry) === JSON.stringify(edit.geometry)
        ? failed('nothing-changes')
        : ok(moveSharedVertices(features, first, edit.geometry));
  }
}

/** The id of a feature; an empty text where it has none. */
export function featureIdOf({ properties }: EditableFeature): string {
  const id: unknown = properties?.['id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}

function withValues(
  feature: EditableFeature,
  values: Readonly<Record<string, string | number | null>>,
): EditableFeature {
  const before = new Map<string, unknown>(Object.entries(feature.properties ?? {}));
  const after = new Map(before);
  for (const [name, value] of Object.entries(values)) {
    if (name === 'id') continue;
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  const isSame =
    after.size === before.size && [...after].every(([name, value]) => before.get(name) === value);
  return isSame ? feature : { ...feature, properties: Object.fromEntries(after) };
}

function cutChosen(
  features: readonly EditableFeature[],
  chosen: readonly EditableFeature[],
  line: readonly GeoPosition[],
): Result<readonly EditableFeature[], EditRefusal> {
  const cut = cutFeatures(chosen, line);
  if (!cut.ok) return cut;
  const { parts, nodes } = cut.value;
  const next: EditableFeature[] = [];
  for (const feature of features) {
    const [first, ...others] = (parts.get(feature) ?? []).map((part) =>
      geometryWithNodes(part, nodes),
    );
    if (first === undefined) {
      const geometry = feature.geometry && geometryWithNodes(feature.geometry, nodes);
      next.push(geometry === feature.geometry ? feature : { ...feature, geometry });
      continue;
    }
    next.push({ ...feature, geometry: first });
    for (const geometry of others) {
      const id = freeId([...features, ...next], featureIdOf(feature));
      next.push({ ...feature, geometry, properties: { ...feature.properties, id } });
    }
  }
  return ok(next);
}

function clipChosen(
  features: readonly EditableFeature[],
  chosen: readonly EditableFeature[],
  { area, keeps }: Extract<ChosenEdit, { kind: 'clip' }>,
): Result<readonly EditableFeature[], EditRefusal> {
  const clip = clipFeatures(chosen, area, keeps);
  if (!clip.ok) return clip;
  const { clipped, nodes } = clip.value;
  return ok(
    features.flatMap((feature) => {
      const left = clipped.has(feature) ? clipped.get(feature) : feature.geometry;
      if (left === undefined) return [];
      const geometry = left && geometryWithNodes(left, nodes);
      return [geometry === feature.geometry ? feature : { ...feature, geometry }];
    }),
  );
}

function newFeature(
  features: readonly EditableFeature[],
  { dataset: { id, role }, geometry }: DrawEdit,
): EditableFeature {
  const taken = new Set(features.map(featureIdOf));
  let number = 1;
  while (taken.has(`${id}:drawn-${number}`)) number += 1;
  const properties = { id: `${id}:drawn-${number}`, ...drawnProperties(role, number, geometry) };
  return { type: 'Feature', properties, geometry };
}

/** The id with the next number that no feature has: `coast-7` gives `coast-7.2`, then `coast-7.3`. */
function freeId(features: readonly EditableFeature[], id: string): string {
  const taken = new Set(features.map(featureIdOf));
  const stem = id.replace(/\.\d+$/, '');
  let number = 2;
  while (taken.has(`${stem}.${number}`)) number += 1;
  return `${stem}.${number}`;
}
