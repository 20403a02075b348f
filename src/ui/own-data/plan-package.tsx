import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Workspace } from '../../domain/views/workspace.ts';
import { useI18n } from '../i18n.tsx';

/** A plan in one archive: opened in place of the one that is shown, or left. */
export function PlanPackageCard({
  title,
  file,
  count,
  work,
  onOpen,
}: {
  readonly title: Bilingual;
  readonly file: string;
  readonly count: number;
  /** The work on it, where the file is a project. */
  readonly work?: Workspace | undefined;
  readonly onOpen: () => void;
}): JSX.Element {
  const { t, pick } = useI18n();
  return (
    <article class="import-card" aria-label={pick(title)}>
      <h4>{pick(title)}</h4>
      <p class="quiet">{t('planPackageIs', { file, count })}</p>
      {work !== undefined && (
        <p>
          {t('projectPackageWork', {
            ...{ changes: work.log.length, scenarios: work.scenarios.length },
            ...{ decks: work.decks.length, datasets: work.datasets.length },
            versions: work.versions.length,
          })}
        </p>
      )}
      <p>{t('planPackageNote')}</p>
      <button type="button" class="button button--primary" onClick={onOpen}>
        {t('planPackageOpen')}
      </button>
    </article>
  );
}

/** Says that the tab shows a plan from a file, and leads back. */
export function PlanInTabNote({ onLeave }: { readonly onLeave: () => void }): JSX.Element {
  const { t } = useI18n();
  return (
    <p class="notice">
      <span>
        {t('planInTab')}{' '}
        <button type="button" class="text-button" onClick={onLeave}>
          {t('planInTabLeave')}
        </button>
      </span>
    </p>
  );
}
