import type { Feature, FeatureCollection } from 'geojson';
import type { ChangeScope } from '../../domain/coast-change/change-ledger.ts';
import type { ChangeStretch } from '../../domain/coast-change/change-stretches.ts';
import { DRAWN_REASONS, type DrawnReason } from '../../domain/coast-change/change-symbols.ts';
import { mainReason } from '../../domain/coast-change/stretches-behind.ts';
import type { Position } from '../../domain/geometry.ts';

/** The id of a stretch on the map. */
export function stretchFeatureId(index: number): string {
  return `change:${index}`;
}

/** The place of a stretch in its comparison by its id on the map; undefined for any other id. */
export function stretchIndex(id: string | undefined): number | undefined {
  const digits = /^change:(\d+)$/.exec(id ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The line by which a stretch is drawn: after, or before where the coast is gone. */
export function stretchLine({ before, after }: ChangeStretch): readonly Position[] {
  return (after ?? before)?.line ?? [];
}

/**
 * What the map draws of a comparison, by the property `kind`: stretches by their reason or `same`, the line `before`, and
 * as polygons of the reason's kind the land between lines that left the tolerance.
 */
export function changeFeatures(
  stretches: readonly ChangeStretch[],
  scope: ChangeScope,
): { readonly features: FeatureCollection; readonly reasons: ReadonlySet<DrawnReason> } {
  const reasons = new Set<DrawnReason>();
  const features = stretches.flatMap((stretch, index): readonly Feature[] => {
    const { before, after, kind } = stretch;
    const main = mainReason(stretch, scope);
    const reason = DRAWN_REASONS.find((drawn) => drawn === main);
    if (reason !== undefined) reasons.add(reason);
    const properties = { id: stretchFeatureId(index), kind: reason ?? 'same' };
    const line = stretchLine(stretch);
    const hasLand = kind === 'replaced' && reason !== undefined;
    return [
      ...(hasLand && before !== undefined && after !== undefined
        ? [landBetween(before.line, after.line, { id: `land:${index}`, kind: reason })]
        : []),
      ...(before === undefined
        ? []
        : [lineFeature(before.line, { id: `before:${index}`, kind: 'before' })]),
      lineFeature(line, properties),
    ];
  });
  return { features: { type: 'FeatureCollection', features }, reasons };
}

type Properties = { readonly id: string; readonly kind: string };

function lineFeature(line: readonly Position[], properties: Properties): Feature {
  const coordinates = line.map((position) => [...position]);
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates } };
}

function landBetween(
  before: readonly Position[],
  after: readonly Position[],
  properties: Properties,
): Feature {
  const [first] = before;
  const ring = [...before, ...after.toReversed(), ...(first === undefined ? [] : [first])];
  const coordinates = [ring.map((position) => [...position])];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } };
}
