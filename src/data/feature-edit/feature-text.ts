import type { Reclassification } from '../../domain/audit/reclassification.ts';
import { type EditableFeature, featureIdOf } from '../../domain/feature-edit/feature-edit.ts';
import { isRecord } from '../record.ts';

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
 */
export function copiedFeatures(
  features: readonly EditableFeature[],
  id: string,
  log: readonly Reclassification[],
): readonly EditableFeature[] {
  return features.map((feature, index) => {
    const own = featureIdOf(feature) || String(feature.id ?? index + 1);
    const judged = log
      .filter(({ segmentIds }) => segmentIds.includes(own))
      .reduce<Readonly<Record<string, unknown>>>(asJudged, { ...feature.properties });
    const { id: _, ...rest } = feature;
    return { ...rest, properties: { ...judged, id: `${id}:${own}` } };
  });
}

/** Properties of a stretch as an entry of the change log judges it, see `reclassified`. */
function asJudged(
  {
    use,
    class_source_zh: _,
    class_source_en: __,
    ...properties
  }: Readonly<Record<string, unknown>>,
  entry: Reclassification,
): Readonly<Record<string, unknown>> {
  const shoreClass = entry.class ?? properties['class'];
  const kept =
    shoreClass === 'artificial'
      ? (entry.use ?? (entry.class === undefined ? use : undefined))
      : undefined;
  return {
    ...properties,
    ...(shoreClass !== undefined && { class: shoreClass }),
    ...(kept !== undefined && { use: kept }),
    ...(entry.confidence !== undefined && { confidence: entry.confidence }),
    class_source: entry.reason,
  };
}

/** The features of a file of the plan; undefined where it holds no collection. */
export function featuresOfPlanFile(text: string): readonly EditableFeature[] | undefined {
  const content: unknown = JSON.parse(text);
  return isRecord(content) && Array.isArray(content['features'])
    ? readFeatureText(text).features
    : undefined;
}
