import type { Feature } from 'geojson';
import type { StatisticalArea } from '../../domain/audit/area-statistics.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { isAreal } from '../../domain/geometry/intersects.ts';
import type { LayerContent, LayerState } from '../../domain/layer-state.ts';

/** A layer by whose areas coast can be counted. */
export type AreaLayer = { readonly member: LayerState; readonly areas: readonly StatisticalArea[] };

/** Lists the layers with areas, but for the zones by which the audit counts anyway. */
export function areaLayers(
  layers: readonly LayerState[],
  counted: readonly LayerState[],
): readonly AreaLayer[] {
  return layers.flatMap((member): readonly AreaLayer[] => {
    if (member.state.kind !== 'ready') return [];
    if (member.state.content.role === 'zones' && counted.includes(member)) return [];
    const areas = numberedApart(areasOf(member.state.content));
    return areas.length === 0 ? [] : [{ member, areas }];
  });
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
