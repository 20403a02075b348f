import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { Progress } from '../controls/progress.tsx';
import { useI18n } from '../i18n.tsx';

/** The shapes that slides can have. */
type Shape = 'wide' | 'standard';

/** What the handing over of a deck offers and tells. */
export type DeckExportProps = {
  /** False until the coast has been measured. */
  readonly isReady: boolean;
  /** Share of a running export that is done, from 0 to 1; absent while none runs. */
  readonly share: number | undefined;
  readonly onSlides: (shape: Shape) => void;
  readonly onWorkbook: () => void;
  readonly onCancel: () => void;
};

/** A deck handed over as a file of slides or of tables. */
export function DeckExport(props: DeckExportProps): JSX.Element {
  const { t } = useI18n();
  const shape = useSignal<Shape>('wide');
  const id = useId();
  const { isReady, share } = props;
  const isRunning = share !== undefined;
  return (
    <section class="deck-check" aria-labelledby={id}>
      <h3 id={id}>{t('deckExport')}</h3>
      <div class="button-row">
        <button
          type="button"
          class="button"
          disabled={!isReady}
          // Not `disabled`: the button that was pressed would lose the focus.
          aria-disabled={isRunning}
          onClick={() => !isRunning && props.onSlides(shape.value)}
        >
          <Icon name="download" /> {t('deckExportPptx')}
        </button>
        <select
          class="text-field"
          aria-label={t('deckExportShape')}
          value={shape.value}
          onChange={({ currentTarget }) => {
            shape.value = currentTarget.value === 'standard' ? 'standard' : 'wide';
          }}
        >
          <option value="wide">{t('deckExportWide')}</option>
          <option value="standard">{t('deckExportStandard')}</option>
        </select>
        <button
          type="button"
          class="button"
          disabled={!isReady}
          aria-disabled={isRunning}
          onClick={() => !isRunning && props.onWorkbook()}
        >
          <Icon name="download" /> {t('deckExportXlsx')}
        </button>
      </div>
      {isRunning ? (
        <Progress label={t('deckExportRunning')} share={share} onCancel={props.onCancel} />
      ) : (
        <p class="quiet">{t('deckExportNote')}</p>
      )}
    </section>
  );
}
