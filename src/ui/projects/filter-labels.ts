import { CERTAINTIES, CONFLICT_KINDS } from '../../domain/conflicts/conflict.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import { ACCURACY_GRADES, PROJECT_STATUSES } from '../../domain/project.ts';
import type { Facet, ProjectFilter } from '../../domain/projects/project-filter.ts';
import type { Zone } from '../../domain/zone.ts';
import { formatLength } from '../format.ts';
import type { I18n } from '../i18n.tsx';

/** Facets to be set; `undefined` removes a facet. */
export type FacetChange = { readonly [K in Facet]?: ProjectFilter[K] | undefined };

/** The values that a filter has in one facet, as text; empty when it has none. */
export function chosenIn(filter: ProjectFilter, facet: Facet): readonly string[] {
  const value = filter[facet];
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** The change that takes a value into a facet or out of it. */
export function withChoice(
  filter: ProjectFilter,
  facet: Facet,
  { value, isChosen }: { readonly value: string; readonly isChosen: boolean },
): FacetChange {
  const others = chosenIn(filter, facet).filter((other) => other !== value);
  const values = isChosen ? [...others, value] : others;
  switch (facet) {
    case 'layers':
    case 'zones':
      return { [facet]: values };
    case 'articles':
      return { articles: values.map(Number).sort((a, b) => a - b) };
    case 'statuses':
      return { statuses: PROJECT_STATUSES.filter((status) => values.includes(status)) };
    case 'grades':
      return { grades: ACCURACY_GRADES.filter((grade) => values.includes(grade)) };
    case 'isLocated':
      return { isLocated: value === 'true' };
    case 'nearM':
      return { nearM: Number(value) };
    case 'conflicts':
      return { conflicts: CONFLICT_KINDS.filter((kind) => values.includes(kind)) };
    case 'certainties':
      return { certainties: CERTAINTIES.filter((certainty) => values.includes(certainty)) };
  }
}

/** The layers and zones that values of a filter refer to. */
export type NamedThings = {
  readonly layers: readonly CatalogueLayer[];
  readonly zones: readonly Zone[];
};

/** The label of a facet's value; the value itself when the data do not name it. */
export function facetLabel(
  facet: Facet,
  value: string,
  { layers, zones }: NamedThings,
  { t, pick, language }: I18n,
): string {
  switch (facet) {
    case 'layers': {
      const layer = layers.find(({ id }) => id === value);
      return layer === undefined ? value : pick(layer.title);
    }
    case 'zones': {
      const zone = zones.find(({ id }) => id === value);
      return zone === undefined ? value : pick(zone.name);
    }
    case 'statuses': {
      const status = PROJECT_STATUSES.find((known) => known === value);
      return status === undefined ? value : t(`status_${status}`);
    }
    case 'grades': {
      const grade = ACCURACY_GRADES.find((known) => known === value);
      return grade === undefined ? value : t(`accuracyGrade_${grade}`);
    }
    case 'articles':
      return t('article', { numbers: value });
    case 'isLocated':
      return t(value === 'true' ? 'isLocated' : 'unlocated');
    case 'nearM':
      if (value === '0') return t('touchesCoast');
      return t('nearCoast', { distance: formatLength(Number(value), language, 0) });
    case 'conflicts': {
      const kind = CONFLICT_KINDS.find((known) => known === value);
      return kind === undefined ? value : t(`conflictKind_${kind}`);
    }
    case 'certainties':
      return t(value === 'certain' ? 'certainty_certain' : 'certainty_possible');
  }
}
