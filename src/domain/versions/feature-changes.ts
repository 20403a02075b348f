import type { Bilingual } from '../bilingual.ts';
import type { BoundingBox } from '../geometry.ts';
import type { OwnDataset } from '../own-data/own-dataset.ts';
import { type ChangedAspect, isSameValue, oneName, type VersionChange } from './version-change.ts';

type Properties = Readonly<Record<string, unknown>>;

/** A feature as far as a comparison needs it. */
export type ComparedFeature = {
  /** Empty where it has none. */
  readonly id: string;
  readonly properties: Properties;
  /** The geometry as the text has it; null for none. */
  readonly geometry: unknown;
  readonly box?: BoundingBox;
};

/** Reads the features of a dataset's text; none where it is no collection of features. */
export type ReadFeatures = (text: string) => readonly ComparedFeature[];

/**
 * The features of a dataset that differ between two texts, by id: what they say and where they are told apart. Features
 * of one id are compared in their order; those without an id are found by their content, as nothing else names them.
 */
export function featureChanges(
  before: OwnDataset,
  after: OwnDataset,
  read: ReadFeatures,
): readonly VersionChange[] {
  if (before.text === after.text) return [];
  const [was, is] = [keyed(read(before.text)), keyed(read(after.text))];
  const of = { part: 'feature', ownerId: after.id, owner: oneName(after.name) } as const;
  const nothing = { aspects: [], attributes: [] };
  return [
    ...[...is].flatMap(([key, feature]): readonly VersionChange[] => {
      const earlier = was.get(key);
      if (earlier === undefined)
        return [{ ...of, ...described(feature), kind: 'added', ...nothing }];
      const differing = differences(earlier, feature);
      return differing.aspects.length === 0
        ? []
        : [{ ...of, ...described(feature), kind: 'changed', ...differing }];
    }),
    ...[...was]
      .filter(([key]) => !is.has(key))
      .map(
        ([, feature]): VersionChange => ({
          ...{ ...of, ...described(feature), kind: 'removed', ...nothing },
        }),
      ),
  ];
}

/** Features by a key that is their own: the id and how many had it before, or else the whole content. */
function keyed(features: readonly ComparedFeature[]): ReadonlyMap<string, ComparedFeature> {
  const seen = new Map<string, number>();
  return new Map(
    features.map((feature) => {
      const { id, properties, geometry } = feature;
      const name = JSON.stringify(id === '' ? [properties, geometry] : id);
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return [`${name} ${count}`, feature];
    }),
  );
}

function described({
  id,
  properties,
  box,
}: ComparedFeature): Pick<VersionChange, 'id' | 'name'> & { readonly box?: BoundingBox } {
  return { id, name: nameOf(properties), ...(box !== undefined && { box }) };
}

function nameOf(properties: Properties): Bilingual {
  const [zh, en, name] = ['name_zh', 'name_en', 'name'].map((field) => {
    const value = own(properties, field);
    return typeof value === 'string' ? value : '';
  });
  return { zh: zh || name || en || '', en: en || name || zh || '' };
}

function differences(
  before: ComparedFeature,
  after: ComparedFeature,
): Pick<VersionChange, 'aspects' | 'attributes'> {
  const [was, is] = [before.properties, after.properties];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  const attributes = [...names].filter((name) => !isSameValue(own(was, name), own(is, name)));
  const aspects: readonly ChangedAspect[] = [
    ...(attributes.length > 0 ? (['attributes'] as const) : []),
    ...(isSameValue(before.geometry, after.geometry) ? [] : (['geometry'] as const)),
  ];
  return { aspects, attributes };
}

function own(properties: Properties, name: string): unknown {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}
