import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MAX_WORK_FILE } from '../../domain/views/workspace.ts';
import { useI18n } from '../i18n.tsx';
import { Progress } from './progress.tsx';

/** Opens a work file; settles when it is opened, refused or stopped. */
export type OpenWorkFile = (
  file: File,
  watch: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
) => Promise<void>;

/** Saves all of the user's edits as one file, and opens such a file. */
export type WorkFileActions = {
  /** Whether there is anything to save. */
  readonly canSave: boolean;
  readonly save: () => void;
  /** Saves the plan with the edits on it as one file. */
  readonly saveProject: () => void;
  readonly open: OpenWorkFile;
};

/** The buttons that save and open a work file, and how much of the file has been read. */
export function WorkFileButtons({ actions }: { readonly actions: WorkFileActions }): JSX.Element {
  const { t } = useI18n();
  const share = useSignal<number | undefined>(undefined);
  const reading = useRef(new AbortController());
  useEffect(() => () => reading.current.abort(), []);
  const open = async (file: File): Promise<void> => {
    reading.current.abort();
    const current = new AbortController();
    reading.current = current;
    share.value = 0;
    const onProgress = (done: number): void => {
      if (reading.current === current) share.value = done;
    };
    await actions.open(file, { onProgress, signal: current.signal });
    if (reading.current === current) share.value = undefined;
  };
  return (
    <>
      <div class="button-row">
        {actions.canSave && (
          <>
            <button type="button" class="text-button" onClick={actions.save}>
              {t('saveWork')}
            </button>
            <button type="button" class="text-button" onClick={actions.saveProject}>
              {t('saveProject')}
            </button>
          </>
        )}
        <label class="text-button file-button">
          {t('openWork')}
          <input
            type="file"
            accept=".json,.zip,application/json,application/zip"
            aria-describedby="work-file-limit"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void open(file);
              // The same file can be chosen again, once it has been corrected.
              currentTarget.value = '';
            }}
          />
        </label>
        <small id="work-file-limit" class="quiet">
          {t('openWorkLimit', { limit: MAX_WORK_FILE / 2 ** 20 })}
        </small>
      </div>
      {share.value !== undefined && (
        <Progress
          label={t('openWorkReading')}
          share={share.value}
          onCancel={() => reading.current.abort()}
        />
      )}
    </>
  );
}
