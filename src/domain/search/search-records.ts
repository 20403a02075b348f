import type { Feature } from 'geojson';
import type { CoastlineClass, CoastlineSegment } from '../coastline.ts';
import type { CatalogueLayer } from '../dataset.ts';
import { boundingBox, type Position, positionsOf } from '../geometry.ts';
import type { LayerContent, LayerState } from '../layer-state.ts';
import type { Project } from '../project.ts';
import { ownAttributes } from '../shown-attributes.ts';
import { type ShownFeature, shownFeature } from '../shown-feature.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../symbology.ts';
import type { SearchRecord } from './search-entry.ts';

/** An object of a layer that the search can find, with the properties that a result shows. */
export type Searchable = {
  /** The object from which the record was made; the same object always gives the same record. */
  readonly source: object;
  readonly record: SearchRecord;
  readonly layer: CatalogueLayer;
  /** False for a project whose site is not published. */
  readonly isLocated: boolean;
  /**
   * The position of a place of the base map; absent for objects that the user can select, which have a
   * geometry.
   */
  readonly at?: Position;
  /** The class of a stretch of coast; absent when it is unknown or the object is no coast. */
  readonly shoreClass?: CoastlineClass;
};

/** Lists the projects, zones, coastline segments, places and features that are only shown of the loaded layers. */
export function searchableIn(layers: readonly LayerState[]): readonly Searchable[] {
  return layers.flatMap(({ layer, state }) =>
    state.kind === 'ready' ? findableOf(state.content, layer) : [],
  );
}

function findableOf(content: LayerContent, layer: CatalogueLayer): readonly Searchable[] {
  const rest = { layer, isLocated: true };
  switch (content.role) {
    case 'projects':
      return content.projects.map((source) => {
        const { id, name, articles, figures } = source;
        const labels = figures.flatMap(({ label }) => [label.zh, label.en]);
        const stated = statedIn(source);
        const record = { kind: 'project', id, name, articles, labels, figures: stated } as const;
        return { source, record, layer, isLocated: source.geometry !== undefined };
      });
    case 'zones':
      return content.zones.map((source) => {
        const { id, name, articles } = source;
        return { source, record: { kind: 'zone', id, name, articles, ...NO_FIGURES }, ...rest };
      });
    case 'coastline':
      return content.segments.map((source) => {
        const { id, name } = source;
        const labels = classWords(source);
        const record = { kind: 'segment', id, name, articles: [], labels, figures: [] } as const;
        return { source, record, ...rest, ...(source.class && { shoreClass: source.class }) };
      });
    case 'base':
      return isOfPlaces(layer) ? content.features.flatMap((source) => placeOf(source, layer)) : [];
    case 'shown':
      return content.features.flatMap((source) => {
        const shown = shownFeature(source, layer);
        if (shown === undefined) return [];
        const { id, name } = shown;
        const record = { kind: 'shown', id, name, articles: [], ...wordsIn(shown) } as const;
        return [{ source, record, ...rest }];
      });
  }
}

/** A text longer than this is a description, in which everything would be found. */
const LONGEST_WORD = 60;

/** What the attributes of a feature say, in words and numbers; names of fields are in every feature, and lead nowhere. */
function wordsIn(shown: ShownFeature): Pick<SearchRecord, 'labels' | 'figures'> {
  const values = ownAttributes(shown).map(([, value]) => value);
  return {
    labels: values.flatMap((value) =>
      typeof value === 'string' && value.length <= LONGEST_WORD ? [value] : [],
    ),
    figures: values.flatMap((value) => (typeof value === 'number' ? [{ value }] : [])),
  };
}

/** The class of a stretch in both languages; a stretch without one is found as not classified. */
function classWords({ class: shoreClass }: CoastlineSegment): readonly string[] {
  const { label } = shoreClass === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[shoreClass];
  return [label.zh, label.en];
}

const NO_FIGURES = { labels: [], figures: [] } as const;

/** The figures of a project, with its published length and area, which the card shows as figures too. */
function statedIn({ figures, publishedLength, publishedArea }: Project): SearchRecord['figures'] {
  return [
    ...figures,
    ...(publishedLength ? [{ value: publishedLength.value, unit: 'km' }] : []),
    ...(publishedArea ? [{ value: publishedArea.value, unit: 'km²' }] : []),
  ];
}

function isOfPlaces({ symbology }: CatalogueLayer): boolean {
  return symbology === 'base-places' || symbology === 'base-sea-names';
}

function placeOf(source: Feature, layer: CatalogueLayer): readonly Searchable[] {
  const { id, name_zh: zh, name_en: en } = source.properties ?? {};
  const box = source.geometry === null ? undefined : boundingBox(positionsOf(source.geometry));
  if (box === undefined || typeof zh !== 'string' || typeof en !== 'string') return [];
  const [west, south, east, north] = box;
  const at: Position = [(west + east) / 2, (south + north) / 2];
  // A place of a custom base map may have no id, so its name is used as the id.
  const record = { id: String(id ?? zh), name: { zh, en }, articles: [], ...NO_FIGURES };
  return [{ source, record: { kind: 'place', ...record }, layer, isLocated: true, at }];
}
