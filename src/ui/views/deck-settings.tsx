import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import { ADVANCE_LIMITS_S, type Deck } from '../../domain/views/saved-view.ts';
import { BilingualField } from '../controls/bilingual-field.tsx';
import { useI18n } from '../i18n.tsx';

/** What is set of a deck. */
export type DeckSettingsProps = {
  readonly deck: Deck;
  /** Whether it comes with the plan, and whether it has been changed since. */
  readonly isEmbedded: boolean;
  readonly isChanged: boolean;
  readonly onChange: (changes: { readonly title?: Bilingual; readonly advanceS?: number }) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};

/** Title, pace, copy and end of a deck. */
export function DeckSettings(props: DeckSettingsProps): JSX.Element {
  const { t } = useI18n();
  const { deck, isEmbedded, isChanged } = props;
  const [least, most] = ADVANCE_LIMITS_S;
  return (
    <details class="deck-settings">
      <summary>{t('deckSettings')}</summary>
      <BilingualField
        of="title"
        text={deck.title}
        onChange={(title) => props.onChange({ title })}
      />
      <label class="field">
        <span>{t('deckAdvance')}</span>
        <input
          key={deck.advanceS}
          type="number"
          class="text-field"
          min={least}
          max={most}
          step={1}
          defaultValue={deck.advanceS}
          onChange={({ currentTarget }) => {
            const seconds = Math.round(currentTarget.valueAsNumber);
            if (seconds >= least && seconds <= most) props.onChange({ advanceS: seconds });
            else currentTarget.value = String(deck.advanceS);
          }}
        />
      </label>
      <div class="button-row">
        <button type="button" class="text-button" onClick={props.onDuplicate}>
          {t('deckDuplicate')}
        </button>
        {(!isEmbedded || isChanged) && (
          <button type="button" class="text-button" onClick={props.onRemove}>
            {t(isEmbedded ? 'deckRestore' : 'deckRemove')}
          </button>
        )}
      </div>
    </details>
  );
}
