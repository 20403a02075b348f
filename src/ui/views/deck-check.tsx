import type { JSX } from 'preact';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { FigureDrift } from '../../domain/views/figure-drift.ts';
import { textIn } from '../../domain/views/saved-view.ts';
import { useI18n } from '../i18n.tsx';
import { viewName } from './default-names.ts';
import { DriftList } from './drift-list.tsx';

/** A view with figures that have been computed again. */
export type CheckedView = {
  readonly number: number;
  readonly title: Bilingual;
  readonly drifts: readonly FigureDrift[];
};

/** The state of a deck's check. */
export type DeckCheckState =
  | { readonly kind: 'unasked' | 'checking' }
  | { readonly kind: 'done'; readonly views: readonly CheckedView[] }
  | { readonly kind: 'failed'; readonly reason: string };

/** Lists the views of a deck with figures that have changed since they were saved; for use before a meeting. */
export function DeckCheck({
  state,
  canCheck,
  onCheck,
  onOpen,
  onAccept,
}: {
  readonly state: DeckCheckState;
  readonly canCheck: boolean;
  readonly onCheck: () => void;
  readonly onOpen: (number: number) => void;
  /** Takes the new figures of these views. */
  readonly onAccept: (changed: readonly CheckedView[]) => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="deck-check">
      <button
        type="button"
        class="button"
        disabled={!canCheck || state.kind === 'checking'}
        onClick={onCheck}
      >
        {t('deckCheck')}
      </button>
      <Findings state={state} onOpen={onOpen} onAccept={onAccept} />
    </div>
  );
}

function Findings({
  state,
  onOpen,
  onAccept,
}: {
  readonly state: DeckCheckState;
  readonly onOpen: (number: number) => void;
  readonly onAccept: (changed: readonly CheckedView[]) => void;
}): JSX.Element | null {
  const { t, language } = useI18n();
  switch (state.kind) {
    case 'unasked':
      return null;
    case 'checking':
      return <p role="status">{t('deckChecking')}</p>;
    case 'failed':
      return <p role="alert">{t('deckCheckFailed', { reason: state.reason })}</p>;
    case 'done': {
      const count = state.views.length;
      const changed = state.views.filter(({ drifts }) => drifts.length > 0);
      if (changed.length === 0) return <p role="status">{t('deckCheckedNone', { count })}</p>;
      return (
        <>
          <p role="status">{t('deckCheckedSome', { changed: changed.length, count })}</p>
          <ul class="drifts">
            {changed.map(({ number, title, drifts }) => (
              <li key={number}>
                <button type="button" class="link-button" onClick={() => onOpen(number)}>
                  {textIn(title, language) || viewName(number)[language]}
                </button>
                <DriftList drifts={drifts} />
              </li>
            ))}
          </ul>
          <button type="button" class="button" onClick={() => onAccept(changed)}>
            {t('deckAccept', { count: changed.length })}
          </button>
          <p class="quiet">{t('deckAcceptNote')}</p>
        </>
      );
    }
  }
}
