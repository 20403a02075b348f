import type { JSX } from 'preact';
import type { DatasetFinding } from '../../domain/own-data/dataset-card.ts';
import { sentences } from '../controls/sentences.ts';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** Findings of one code and severity together, in the order in which each kind comes first. */
function byKind(findings: readonly DatasetFinding[]): readonly (readonly DatasetFinding[])[] {
  const kinds = new Map<string, DatasetFinding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, [finding]);
    else known.push(finding);
  }
  return [...kinds.values()];
}

/** The most kinds of findings, and the most places of one kind, that are listed. */
const [MOST_KINDS, MOST_PLACES] = [30, 5];

/** What is wrong with a dataset, what weighs most in the ratio first; findings of one kind together. */
export function FindingList({
  findings,
  onGoTo,
}: {
  readonly findings: readonly DatasetFinding[];
  readonly onGoTo: (box: NonNullable<DatasetFinding['box']>) => void;
}): JSX.Element {
  const { t, language } = useI18n();
  if (findings.length === 0) return <p class="quiet">{t('noIssues')}</p>;
  const kinds = byKind(findings);
  return (
    <ul class="issues">
      {kinds.slice(0, MOST_KINDS).map((found) => {
        const [first] = found;
        if (first === undefined) return null;
        const lengthM = found.reduce((sum, each) => sum + each.lengthM, 0);
        const places = found.filter(({ box }) => box !== undefined);
        return (
          <li key={`${first.severity} ${first.code}`} class={`issue issue--${first.severity}`}>
            {found.length > 1 && <strong>{t('importTimes', { count: found.length })} </strong>}
            {sentences(first, language)}
            {lengthM > 0 && first.severity !== 'note' && (
              <small class="quiet"> {formatLength(lengthM, language, 2)}</small>
            )}
            {places.slice(0, MOST_PLACES).map(({ box, row }, index) => (
              <button
                key={row ?? index}
                type="button"
                class="text-button"
                onClick={() => box !== undefined && onGoTo(box)}
              >
                {row === undefined ? t('importGoThere') : t('importGoToRow', { row })}
              </button>
            ))}
            {places.length > MOST_PLACES && (
              <small class="quiet">
                {' '}
                {t('importMore', { count: places.length - MOST_PLACES })}
              </small>
            )}
          </li>
        );
      })}
      {kinds.length > MOST_KINDS && (
        <li class="quiet">{t('importMore', { count: kinds.length - MOST_KINDS })}</li>
      )}
    </ul>
  );
}
