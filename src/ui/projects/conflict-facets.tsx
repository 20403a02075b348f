import type { JSX } from 'preact';
import type { ConflictsByProject } from '../../domain/conflicts/conflict.ts';
import type { Project } from '../../domain/project.ts';
import { facetCounts } from '../../domain/projects/facet-counts.ts';
import type { FilterMeasurements, ProjectFilter } from '../../domain/projects/project-filter.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { useI18n } from '../i18n.tsx';
import {
  chosenIn,
  type FacetChange,
  facetLabel,
  type NamedThings,
  withChoice,
} from './filter-labels.ts';
import { StudySetback } from './study-setback.tsx';

/** The conflicts as far as the filter shows them. */
export type ConflictFacts = {
  /** Undefined until they are found. */
  readonly conflicts: ConflictsByProject | undefined;
  readonly conflictFailure: string | undefined;
  /** The distance to the coast that is studied, in metres. */
  readonly studyM: number;
  readonly onStudy: (metres: number) => void;
  /** The user opens the conflicts' chip. */
  readonly onAskForConflicts: () => void;
};

type ConflictChoicesProps = ConflictFacts & {
  readonly projects: readonly Project[];
  readonly filter: ProjectFilter;
  readonly measured: FilterMeasurements;
  readonly named: NamedThings;
  readonly onFilter: (change: FacetChange) => void;
};

/** The choices of the conflicts' chip: kinds, certainty, and the study distance. */
export function ConflictFacets(props: ConflictChoicesProps): JSX.Element {
  const { conflicts, conflictFailure, studyM, onStudy } = props;
  const { t } = useI18n();
  return (
    <fieldset id="filter-choices" class="choices choices--conflicts">
      <legend class="visually-hidden">{t('facet_conflicts')}</legend>
      <p class="quiet" role="status">
        {conflictFailure !== undefined
          ? t('conflictsFailed', { reason: conflictFailure })
          : conflicts === undefined
            ? t('conflictsSought')
            : t('conflictsFilterNote')}
      </p>
      <Values facet="conflicts" title={t('conflictsByKind')} {...props} />
      <Values facet="certainties" title={t('conflictsByCertainty')} {...props} />
      <StudySetback metres={studyM} onStudy={onStudy} />
    </fieldset>
  );
}

function Values({
  facet,
  title,
  projects,
  filter,
  measured,
  named,
  onFilter,
}: ConflictChoicesProps & {
  readonly facet: 'conflicts' | 'certainties';
  readonly title: string;
}): JSX.Element {
  const words = useI18n();
  const chosen = chosenIn(filter, facet);
  // A zone without a grade is a gap in the data: offered only where there is one.
  const counts = [...facetCounts(facet, projects, filter, measured)].filter(
    ([value, count]) => value !== 'ungraded-zone' || count > 0 || chosen.includes(value),
  );
  return (
    <fieldset class={`choices__group choices__group--${facet}`}>
      <legend>{title}</legend>
      {counts.map(([value, count]) => (
        <Checkbox
          key={value}
          label={
            <>
              <span>{facetLabel(facet, value, named, words)}</span>
              <span class="count">{measured.conflicts === undefined ? '…' : count}</span>
            </>
          }
          isChecked={chosen.includes(value)}
          onChange={(isChosen) => onFilter(withChoice(filter, facet, { value, isChosen }))}
        />
      ))}
    </fieldset>
  );
}
