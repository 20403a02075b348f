import type { Feature } from 'geojson';
import type { StatisticalArea } from '../../domain/audit/area-statistics.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { isAreal } from '../../domain/geometry/intersects.ts';
import type { LayerContent, LayerState } from '../../domain/layer-state.ts';
import type { CountedAreas } from '../../ui/audit/area-statistics-notes.tsx';
import type { ReportedStatistics } from '../../ui/report/report-statistics.tsx';
import type { Model } from '../state/model.ts';

/** By what coast can be counted: the areas of a layer, or its own islands. */
export type AreaChoice =
  | {
      readonly kind: 'layer';
      /** The layer's id. */
      readonly id: string;
      readonly title: Bilingual;
      /** What the areas were taken from. */
      readonly content: LayerContent;
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
    if (areas.length === 0) return [];
    const { content } = state;
    return [{ kind: 'layer', id: layer.id, title: layer.title, content, areas }];
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

/** What the user had counted by areas, for each answer of the audit: report and workbook hold the same tables. */
const countedBy = new WeakMap<AuditAnswer, Map<string, Counted>>();

type Counted = { readonly choice: AreaChoice; readonly counted: CountedAreas };

/** Keeps what was counted by areas beside the answer that it belongs to. */
export function keepCounted(answer: AuditAnswer, choice: AreaChoice, counted: CountedAreas): void {
  const kept = countedBy.get(answer) ?? new Map<string, Counted>();
  countedBy.set(answer, kept.set(choice.id, { choice, counted }));
}

/** What was counted by areas beside an answer, without layers that have changed or gone since. */
export function keptStatistics(
  model: Pick<Model, 'plan'>,
  answer: AuditAnswer,
): readonly ReportedStatistics[] {
  const contents = new Map(
    model.plan.layers
      .peek()
      .map(({ layer, state }) => [layer.id, state.kind === 'ready' ? state.content : undefined]),
  );
  return [...(countedBy.get(answer)?.values() ?? [])].flatMap(
    ({ choice, counted }): readonly ReportedStatistics[] => {
      if (choice.kind === 'islands') return [{ title: undefined, ...counted }];
      return contents.get(choice.id) === choice.content
        ? [{ title: choice.title, ...counted }]
        : [];
    },
  );
}
