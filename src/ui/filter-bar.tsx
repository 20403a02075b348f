import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CatalogueLayer } from '../domain/dataset.ts';
import type { Project } from '../domain/project.ts';
import {
  FACETS,
  type Facet,
  type FacetCounts,
  facetCounts,
  type ProjectFilter,
} from '../domain/project-filter.ts';
import type { ShoreRelations } from '../domain/shore-relation.ts';
import type { Zone } from '../domain/zone.ts';
import { chosenIn, facetWords, withChoice } from './filter-words.ts';
import { Icon } from './icon.tsx';
import { useWords } from './words.tsx';

/** Facets to be set; `undefined` asks for nothing more in that facet. */
export type FacetChange = { readonly [K in Facet]?: ProjectFilter[K] | undefined };

/** What the filter shows and tells. */
export type FilterBarProps = {
  /** All of them, whether they fit or not. */
  readonly projects: readonly Project[];
  readonly filter: ProjectFilter;
  /** Absent until the distances to the coast have been measured. */
  readonly relations: ShoreRelations | undefined;
  readonly shoreFailure: string | undefined;
  readonly layers: readonly CatalogueLayer[];
  readonly zones: readonly Zone[];
  readonly onFilter: (change: FacetChange) => void;
  /** Somebody looks at a facet that asks where projects lie against the coast. */
  readonly onAskForShore: () => void;
};

/** The filter as a row of chips, one a facet; a pressed chip opens its choices below. */
export function FilterBar(props: FilterBarProps): JSX.Element {
  const { filter, layers, zones, onFilter } = props;
  const words = useWords();
  const { t } = words;
  const open = useSignal<Facet | undefined>(undefined);
  const toggle = (facet: Facet): void => {
    open.value = open.value === facet ? undefined : facet;
    if (facet === 'nearM' || facet === 'zones') props.onAskForShore();
  };
  return (
    <section class="filter-bar" aria-label={t('filter')}>
      <ul class="chips">
        {FACETS.map((facet) => {
          const name = t(`facet_${facet}`);
          const chosen = chosenIn(filter, facet);
          const [first] = chosen;
          const more = chosen.length > 1 ? ` +${chosen.length - 1}` : '';
          return (
            <li key={facet} class={`chip${first === undefined ? '' : ' chip--set'}`}>
              <button
                type="button"
                class="chip__name"
                aria-expanded={open.value === facet}
                aria-controls={open.value === facet ? 'filter-choices' : undefined}
                onClick={() => toggle(facet)}
              >
                {name}
                {first !== undefined && (
                  <span class="chip__value">
                    {facetWords(facet, first, { layers, zones }, words)}
                    {more}
                  </span>
                )}
                <Icon name={open.value === facet ? 'chevron-up' : 'chevron-down'} />
              </button>
              {first !== undefined && (
                <button
                  type="button"
                  class="chip__drop"
                  aria-label={t('filterDrop', { facet: name })}
                  onClick={() => onFilter({ [facet]: undefined })}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {open.value !== undefined && <Choices {...props} facet={open.value} />}
    </section>
  );
}

function Choices(props: FilterBarProps & { readonly facet: Facet }): JSX.Element {
  const { facet, projects, filter, relations, layers, zones, onFilter } = props;
  const words = useWords();
  const { t } = words;
  const isOfShore = facet === 'nearM' || facet === 'zones';
  const counts: FacetCounts =
    isOfShore && relations === undefined
      ? new Map()
      : facetCounts(facet, projects, filter, relations);
  const chosen = chosenIn(filter, facet);
  const isSingle = facet === 'isLocated' || facet === 'nearM';
  const order =
    facet === 'articles' ? [...counts].sort(([a], [b]) => Number(a) - Number(b)) : counts;
  return (
    <fieldset id="filter-choices" class={`choices choices--${facet}`}>
      <legend class="visually-hidden">{t(`facet_${facet}`)}</legend>
      {isOfShore && (
        <p class="quiet" role="status">
          {props.shoreFailure !== undefined
            ? t('shoreFailed', { reason: props.shoreFailure })
            : relations === undefined
              ? t('shoreMeasuring')
              : t('shoreNote')}
        </p>
      )}
      {[...order].map(([value, count]) => (
        <label key={value} class="choice">
          <input
            type={isSingle ? 'radio' : 'checkbox'}
            name={`facet-${facet}`}
            checked={chosen.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onFilter(withChoice(filter, facet, { value, isChosen: checked }))
            }
          />
          <span>{facetWords(facet, value, { layers, zones }, words)}</span>
          <span class="count">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}
