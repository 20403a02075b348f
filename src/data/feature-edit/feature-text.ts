import type { CoastlineSegment } from '../../domain/coastline.ts';
import { type EditableFeature, featureIdOf } from '../../domain/feature-edit/feature-edit.ts';
import { definedOnly, isRecord } from '../record.ts';

/** A GeoJSON text taken apart: its features, and what else it holds, a stated survey among it. */
export type FeatureText = {
  readonly members: Readonly<Record<string, unknown>>;
  readonly features: readonly EditableFeature[];
};

/**
 * Takes the text of an own dataset apart.
 * @throws SyntaxError or TypeError for a text that no reader has accepted before
 */
export function readFeatureText(text: string): FeatureText {
  const { features, ...members }: { features: EditableFeature[] } = JSON.parse(text);
  return { members, features };
}

/** Writes it again, a feature a line, so that findings can name a place. The same content gives the same bytes. */
export function writeFeatureText({ members, features }: FeatureText): string {
  const lines = features.map((feature) => JSON.stringify(feature));
  return `${JSON.stringify({ type: 'FeatureCollection', ...members }).slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`;
}

/**
 * Features of the plan as those of an own dataset: their ids begin with its id, so that they are like no other, and
 * stretches that were judged otherwise are so in the data. No figure changes by the copy.
 * @param judged the stretches that the change log judges otherwise, as it does, by id
 */
export function copiedFeatures(
  features: readonly EditableFeature[],
  id: string,
  judged: ReadonlyMap<string, CoastlineSegment>,
): readonly EditableFeature[] {
  // What is no object is no feature: the plan's reader has set it aside.
  return features.filter(isRecord).map(({ id: given, ...feature }, index) => {
    const own = featureIdOf(feature) || String(given ?? index + 1);
    const segment = judged.get(own);
    const properties =
      segment === undefined ? feature.properties : asJudged(feature.properties, segment);
    return { ...feature, properties: { ...properties, id: `${id}:${own}` } };
  });
}

function asJudged(properties: EditableFeature['properties'], segment: CoastlineSegment): object {
  const { use: _, class_source_zh: __, ...kept } = properties ?? {};
  const { class: shoreClass, use, confidence, classSource } = segment;
  return {
    ...kept,
    ...definedOnly({ class: shoreClass, use, confidence, class_source: classSource }),
  };
}
