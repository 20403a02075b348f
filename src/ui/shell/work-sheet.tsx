import type { JSX } from 'preact';
import { type Workspace, workspaceSize } from '../../domain/views/workspace.ts';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import { namesOfWork } from './restore-prompt.tsx';

/** Props of the sheet of the user's own work. */
export type WorkSheetProps = {
  readonly work: Workspace;
  /** Where changes go: into this browser, or nowhere, as another tab keeps work or the browser refuses. */
  readonly keeping: 'here' | 'elsewhere' | 'refused';
  /** Whether the browser has promised not to clear what it keeps; undefined while it has not answered. */
  readonly isPersisted: boolean | undefined;
  readonly onSave: () => void;
  readonly onSaveProject: () => void;
};

/** What the user has made, and how safe it is in this browser. */
export function WorkSheet({ work, keeping, isPersisted, ...actions }: WorkSheetProps): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const hasWork = workspaceSize(work) > 0;
  return (
    <section class="work-sheet" aria-label={t('workSheetTitle')}>
      <h3>{t('workSheetTitle')}</h3>
      <p>{hasWork ? t('workSheetHas', { what: namesOfWork(work, words) }) : t('workSheetNone')}</p>
      {keeping !== 'here' && <p class="work-sheet__alarm">{t(`workSheet_${keeping}`)}</p>}
      {keeping === 'here' && <p>{t('workSheet_here')}</p>}
      {keeping === 'here' && hasWork && isPersisted !== undefined && (
        <p class="quiet">{t(isPersisted ? 'workSheetPersisted' : 'workSheetClearable')}</p>
      )}
      <p class="quiet">{t('projectHint')}</p>
      <div class="button-row">
        <button type="button" class="text-button" onClick={actions.onSaveProject}>
          {t('saveProject')}
        </button>
        {hasWork && (
          <button type="button" class="text-button" onClick={actions.onSave}>
            {t('saveWork')}
          </button>
        )}
      </div>
    </section>
  );
}

/** Stands in the header for as long as changes are not kept; leads to where the reason is said. */
export function NotKeptSign({
  keeping,
  onOpen,
}: {
  readonly keeping: 'elsewhere' | 'refused';
  readonly onOpen: () => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <button
      type="button"
      class="not-kept"
      aria-label={t('workNotKeptSign')}
      title={t(`workSheet_${keeping}`)}
      onClick={onOpen}
    >
      <Icon name="alert" />
      <span class="not-kept__text">{t('workNotKeptSign')}</span>
    </button>
  );
}
