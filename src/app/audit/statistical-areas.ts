import type { Feature } from 'geojson';
import type { StatisticalArea } from '../../domain/audit/area-statistics.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { isAreal } from '../../domain/geometry/intersects.ts';
import type { LayerContent, LayerState } from '../../domain/layer-state.ts';

/** By what coast can be counted: the areas of a layer, or its own islands. */
export type AreaChoice =
  | {
      readonly kind: 'layer';
      /** The layer's id. */
      readonly id: string;
      readonly title: Bilingual;
      readonly areas: readonly StatisticalArea[];
    }
  | { readonly kind: 'islands'; readonly id: typeof ISLANDS_ID };

/** No layer has this id: theirs are of letters, digits and hyphens. */
const ISLANDS_ID = '#islands';

/** Lists the layers with areas, but for the zones by which the audit counts anyway, and the islands if there are any. */
export function areaChoices(
  layers: readonly LayerState[],
  counted: readonly LayerState[],
  segments: readonly CoastlineSegment[],
): readonly AreaChoice[] {
  const byLayer = layers.flatMap((member): readonly AreaChoice[] => {
    const { layer, state } = member;
    if (state.kind !== 'ready') return [];
    if (state.content.role === 'zones' && counted.includes(member)) return [];
    const areas = numberedApart(areasOf(state.content));
    return areas.length === 0 ? [] : [{ kind: 'layer', id: layer.id, title: layer.title, areas }];
  });
  const hasIslands = segments.some(({ realm }) => realm === 'island');
  return hasIslands ? [...byLayer, { kind: 'islands', id: ISLANDS_ID }] : byLayer;
}

function areasOf(content: LayerContent): readonly StatisticalArea[] {
  switch (content.role) {
    case 'zones':
      return content.zones;
    case 'projects':
      return content.projects.flatMap(({ id, name, geometry, accuracyM }) =>
        geometry !== undefined && isAreal(geometry)
          ? [{ id, name, geometry, ...(accuracyM !== undefined && { accuracyM }) }]
          : [],
      );
    case 'shown':
      return content.features.flatMap((feature, index) =>
        isAreal(feature.geometry)
          ? [
              {
                id: `${feature.id ?? index}`,
                name: nameOf(feature, index),
                geometry: feature.geometry,
              },
            ]
          : [],
      );
    case 'coastline':
    case 'base':
      return [];
  }
}

/** Own data may give an id twice: such areas go by their place, so that each has figures of its own. */
function numberedApart(areas: readonly StatisticalArea[]): readonly StatisticalArea[] {
  const isUnique = new Set(areas.map(({ id }) => id)).size === areas.length;
  return isUnique ? areas : areas.map((area, index) => ({ ...area, id: `${index + 1}` }));
}

/** The name that the mapping of own data gave a feature; without one, its number in the file. */
function nameOf({ properties }: Feature, index: number): Bilingual {
  const text = (field: string): string => {
    const value: unknown = properties?.[field];
    return typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '';
  };
  const [zh, en] = [text('name_zh'), text('name_en')];
  const either = zh || en || text('name') || text('id') || `#${index + 1}`;
  return { zh: zh || either, en: en || either };
}
