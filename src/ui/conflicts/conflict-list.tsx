import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import {
  CERTAINTIES,
  CONFLICT_KINDS,
  type Conflict,
  type ConflictKind,
  conflictTally,
  protects,
} from '../../domain/conflicts/conflict.ts';
import type { Project } from '../../domain/project.ts';
import { formatAccuracy, formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { CertaintyMark, ConflictBadge } from './conflict-badge.tsx';
import { classLengthsText, conflictSize } from './conflict-labels.ts';

/** Props of the list of a project's conflicts. */
export type ConflictListProps = {
  readonly project: Project;
  /** Undefined while they are being searched. */
  readonly conflicts: readonly Conflict[] | undefined;
  /** Projects in conflict with this one, if it protects an area. */
  readonly metBy: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly failure: string | undefined;
  readonly onSelect: (id: string) => void;
};

/** Rows of a kind that are shown at first; the others unfold. */
const ROWS_SHOWN = 3;

/** The conflicts of a project by kind, gravest first; or why they are not known. */
export function ConflictList(props: ConflictListProps): JSX.Element {
  const { t } = useI18n();
  return (
    <section class="conflicts" aria-labelledby="conflicts-title">
      <h3 id="conflicts-title">{t('facet_conflicts')}</h3>
      <Findings {...props} />
    </section>
  );
}

function Findings(props: ConflictListProps): JSX.Element {
  const { project, conflicts, failure, onSelect } = props;
  const { t, language } = useI18n();
  if (project.geometry === undefined) return <p class="quiet">{t('conflictsUnlocated')}</p>;
  if (failure !== undefined) return <p role="alert">{t('conflictsFailed', { reason: failure })}</p>;
  if (protects(project)) return <Protecting {...props} />;
  if (conflicts === undefined)
    return (
      <p role="status" class="quiet">
        {t('conflictsSought')}
      </p>
    );
  return (
    <>
      <Tally conflicts={conflicts} />
      {CONFLICT_KINDS.map((kind) => {
        const own = conflicts.filter((conflict) => conflict.kind === kind);
        return (
          own.length > 0 && (
            <KindOfConflict key={kind} kind={kind} conflicts={own} onSelect={onSelect} />
          )
        );
      })}
      <p class="quiet conflicts__note" hidden={conflicts.length === 0}>
        {project.accuracyM === undefined
          ? t('conflictsNoAccuracy')
          : t('conflictsAccuracy', { accuracy: formatAccuracy(project.accuracyM, language) })}
      </p>
    </>
  );
}

/** The count of conflicts; entries that are only mentioned may follow a count of none. */
function Tally({ conflicts }: { readonly conflicts: readonly Conflict[] }): JSX.Element {
  const { t } = useI18n();
  const tally = conflictTally(conflicts);
  const found = CERTAINTIES.filter((certainty) => tally[certainty] > 0);
  if (found.length === 0) return <p>{t('conflictsNone')}</p>;
  return (
    <p class="conflicts__tally">
      {found.map((certainty) => (
        <CertaintyMark key={certainty} certainty={certainty} count={tally[certainty]} />
      ))}
    </p>
  );
}

function Protecting({ metBy, onSelect }: ConflictListProps): JSX.Element {
  const { t, pick } = useI18n();
  return (
    <>
      <p class="quiet">{t('conflictsProtects')}</p>
      {metBy.length > 0 && (
        <>
          <h4>{t('conflictsMetBy')}</h4>
          <ul class="conflicts__met-by">
            {metBy.map(({ id, name }) => (
              <li key={id}>
                <button type="button" class="link-button" onClick={() => onSelect(id)}>
                  {pick(name)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The rule of a kind, with the project's conflicts of it. */
export function KindOfConflict({
  kind,
  conflicts,
  onSelect,
}: {
  readonly kind: ConflictKind;
  readonly conflicts: readonly Conflict[];
  readonly onSelect: (id: string) => void;
}): JSX.Element {
  const { t, pick, language } = useI18n();
  const { limitM = 0, ruleSource } = conflicts[0] ?? {};
  const [shown, rest] = [conflicts.slice(0, ROWS_SHOWN), conflicts.slice(ROWS_SHOWN)];
  const row = (conflict: Conflict): JSX.Element => (
    <ConflictRow key={conflict.otherId} conflict={conflict} onSelect={onSelect} />
  );
  return (
    <section class={`conflict conflict--${kind}`} aria-label={t(`conflictKind_${kind}`)}>
      <h4>
        <ConflictBadge kind={kind} /> {t(`conflictKind_${kind}`)}
      </h4>
      <p class="quiet">
        {t(`conflictRule_${kind}`, { distance: formatLength(limitM, language) })}
        {ruleSource !== undefined && ` ${pick(ruleSource)}`}
      </p>
      <ul>{shown.map(row)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('conflictsMore', { count: rest.length })}</summary>
          <ul>{rest.map(row)}</ul>
        </details>
      )}
    </section>
  );
}

function ConflictRow({
  conflict,
  onSelect,
}: {
  readonly conflict: Conflict;
  readonly onSelect: (id: string) => void;
}): JSX.Element {
  const words = useI18n();
  const { t, pick, language } = words;
  const { certainty, otherId, otherName, articles } = conflict;
  const classes = classLengthsText(conflict, language);
  const numbers = new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(
    articles.map(String),
  );
  return (
    <li class="conflict__row">
      <button type="button" class="link-button" onClick={() => onSelect(otherId)}>
        {pick(otherName)}
      </button>
      <CertaintyMark certainty={certainty} />
      <span class="conflict__size">
        {conflictSize(conflict, words)}
        {classes !== '' && <small class="quiet"> {classes}</small>}
      </span>
      {articles.length > 0 && <span class="quiet">{t('article', { numbers })}</span>}
    </li>
  );
}
