import type { JSX } from 'preact';
import { useI18n } from '../i18n.tsx';

/** The longest decision, in characters. */
const LONGEST = 1000;

/** Notes what the meeting has decided, for the minutes. */
export function DecisionForm({ onNote }: { readonly onNote: (text: string) => void }): JSX.Element {
  const { t } = useI18n();
  return (
    <form
      class="speaker__decision"
      onSubmit={(event) => {
        event.preventDefault();
        const text = event.currentTarget.querySelector('input')?.value.trim() ?? '';
        if (text === '') return;
        onNote(text);
        event.currentTarget.reset();
      }}
    >
      <label>
        {t('speakerDecision')}
        <input type="text" class="text-field" maxLength={LONGEST} />
      </label>
      <button type="submit" class="button">
        {t('speakerNote')}
      </button>
    </form>
  );
}
