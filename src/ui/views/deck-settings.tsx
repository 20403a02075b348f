import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import { ADVANCE_LIMITS_S, type Deck } from '../../domain/views/saved-view.ts';
import { BilingualField } from '../controls/bilingual-field.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { useI18n } from '../i18n.tsx';

/** What the user can do with the open deck. */
export type OpenDeckActions = {
  readonly change: (changes: { readonly title?: Bilingual; readonly advanceS?: number }) => void;
  readonly duplicate: () => void;
  /** Removes a deck, or takes back all changes of the plan's own. */
  readonly remove: () => void;
};

/** Props of a deck's settings. */
export type DeckSettingsProps = {
  readonly deck: Deck;
  /** Whether it comes with the plan. */
  readonly isEmbedded: boolean;
  /** Whether it has been changed since it came with the plan. */
  readonly isChanged: boolean;
  readonly actions: OpenDeckActions;
};

/** Title and pace of a deck, with buttons to copy and to remove it. */
export function DeckSettings(props: DeckSettingsProps): JSX.Element {
  const { t } = useI18n();
  const { deck, isEmbedded, isChanged, actions } = props;
  const [least, most] = ADVANCE_LIMITS_S;
  return (
    <details class="deck-settings">
      <summary>{t('deckSettings')}</summary>
      <BilingualField
        of="title"
        text={deck.title}
        onChange={(title) => actions.change({ title })}
      />
      <NumberField
        label={t('deckAdvance')}
        value={deck.advanceS}
        least={least}
        most={most}
        isRestored
        onChange={(seconds) => actions.change({ advanceS: Math.round(seconds) })}
      />
      <div class="button-row">
        <button type="button" class="text-button" onClick={actions.duplicate}>
          {t('deckDuplicate')}
        </button>
        {(!isEmbedded || isChanged) && (
          <button type="button" class="text-button" onClick={actions.remove}>
            {t(isEmbedded ? 'deckRestore' : 'deckRemove')}
          </button>
        )}
      </div>
    </details>
  );
}
