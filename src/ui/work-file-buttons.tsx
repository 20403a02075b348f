import type { JSX } from 'preact';
import { useWords } from './words.tsx';

/** Saves all work (judged stretches and scenarios) as one file, and opens such a file. */
export function WorkFileButtons({
  canSave,
  onSave,
  onOpen,
}: {
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onOpen: (file: File) => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="button-row">
      {canSave && (
        <button type="button" class="text-button" onClick={onSave}>
          {t('saveWork')}
        </button>
      )}
      <label class="text-button file-button">
        {t('openWork')}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) onOpen(file);
            // The same file can be chosen again, once it has been mended.
            currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}
