import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { Project } from '../../domain/project.ts';
import { type FacetCounts, facetCounts } from '../../domain/projects/facet-counts.ts';
import {
  FACETS,
  type Facet,
  type FilterMeasurements,
  type ProjectFilter,
} from '../../domain/projects/project-filter.ts';
import type { Zone } from '../../domain/zone.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Icon } from '../controls/icon.tsx';
import { type I18n, useI18n } from '../i18n.tsx';
import { ConflictFacets, type ConflictFacts } from './conflict-facets.tsx';
import {
  chosenIn,
  type FacetChange,
  facetLabel,
  type NamedThings,
  withChoice,
} from './filter-labels.ts';

/** Props of the filter bar. */
export type FilterBarProps = Omit<ConflictFacts, 'conflicts'> & {
  /** All projects, whether they match or not. */
  readonly projects: readonly Project[];
  readonly filter: ProjectFilter;
  /** What has been measured so far: distances to the coast and zones, and conflicts. */
  readonly measured: FilterMeasurements;
  readonly shoreFailure: string | undefined;
  readonly layers: readonly CatalogueLayer[];
  readonly zones: readonly Zone[];
  readonly onFilter: (change: FacetChange) => void;
  /** The user opens a facet that needs the projects' relations to the coast. */
  readonly onAskForShore: () => void;
};

/** A facet with a chip of its own: the certainty of conflicts is part of the conflicts' chip. */
type ChipFacet = Exclude<Facet, 'certainties'>;
const CHIPS = FACETS.filter((facet) => facet !== 'certainties');

/** The filter as a row of chips, one per facet; a pressed chip opens its choices below. */
export function FilterBar(props: FilterBarProps): JSX.Element {
  const { filter, layers, zones, onFilter } = props;
  const words = useI18n();
  const { t } = words;
  const open = useSignal<ChipFacet | undefined>(undefined);
  const toggle = (facet: ChipFacet): void => {
    open.value = open.value === facet ? undefined : facet;
    if (facet === 'nearM' || facet === 'zones') props.onAskForShore();
    if (facet === 'conflicts') props.onAskForConflicts();
  };
  return (
    <section class="filter-bar" aria-label={t('filter')}>
      <ul class="chips">
        {CHIPS.map((facet) => {
          const name = t(`facet_${facet}`);
          const chosen = wordsChosen(filter, facet, { layers, zones }, words);
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
                    {first}
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
                  onClick={() => onFilter(dropping(facet))}
                >
                  <Icon name="close" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {open.value === 'conflicts' ? (
        <ConflictFacets {...props} conflicts={props.measured.conflicts} named={{ layers, zones }} />
      ) : (
        open.value !== undefined && <Choices {...props} facet={open.value} />
      )}
    </section>
  );
}

/** The labels of what a chip filters by. */
function wordsChosen(
  filter: ProjectFilter,
  facet: ChipFacet,
  named: NamedThings,
  words: I18n,
): readonly string[] {
  const own = chosenIn(filter, facet).map((value) => facetLabel(facet, value, named, words));
  if (facet !== 'conflicts') return own;
  const sure = chosenIn(filter, 'certainties').map((value) =>
    facetLabel('certainties', value, named, words),
  );
  return [...own, ...sure];
}

function dropping(facet: ChipFacet): FacetChange {
  return facet === 'conflicts'
    ? { conflicts: undefined, certainties: undefined }
    : { [facet]: undefined };
}

function Choices(props: FilterBarProps & { readonly facet: ChipFacet }): JSX.Element {
  const { facet, projects, filter, measured, layers, zones, onFilter } = props;
  const words = useI18n();
  const { t } = words;
  const { relations } = measured;
  const isOfShore = facet === 'nearM' || facet === 'zones';
  const counts: FacetCounts =
    isOfShore && relations === undefined
      ? new Map()
      : facetCounts(facet, projects, filter, measured);
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
        <Checkbox
          key={value}
          label={
            <>
              <span>{facetLabel(facet, value, { layers, zones }, words)}</span>
              <span class="count">{count}</span>
            </>
          }
          group={isSingle ? `facet-${facet}` : undefined}
          isChecked={chosen.includes(value)}
          onChange={(isChosen) => onFilter(withChoice(filter, facet, { value, isChosen }))}
        />
      ))}
    </fieldset>
  );
}
