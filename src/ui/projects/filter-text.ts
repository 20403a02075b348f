import { FACETS, type ProjectFilter } from '../../domain/projects/project-filter.ts';
import { formatList, PUNCTUATION } from '../format.ts';
import type { I18n } from '../i18n.tsx';
import { chosenIn, facetLabel, type NamedThings } from './filter-labels.ts';

/** A filter as `Layer: Ports, Rail; Status: proposed`; undefined when it lets everything through. */
export function filterInWords(
  filter: ProjectFilter,
  things: NamedThings,
  words: I18n,
): string | undefined {
  const { t, language } = words;
  const { colon, semicolon } = PUNCTUATION[language];
  const facets = FACETS.flatMap((facet) => {
    const values = chosenIn(filter, facet).map((value) => facetLabel(facet, value, things, words));
    const name = facet === 'certainties' ? 'conflicts' : facet;
    return values.length === 0
      ? []
      : [`${t(`facet_${name}`)}${colon}${formatList(values, language)}`];
  });
  return facets.length === 0 ? undefined : facets.join(semicolon);
}
