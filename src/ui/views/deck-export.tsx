import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { Running } from '../controls/progress.tsx';
import { useWords } from '../i18n.tsx';

/** The shapes that slides can have. */
type Shape = 'wide' | 'standard';

/** What the handing over of a deck offers and tells. */
export type DeckHandOverProps = {
  /** False until the coast has been measured. */
  readonly isReady: boolean;
  /** Share of a running export that is done, from 0 to 1; absent while none runs. */
  readonly share: number | undefined;
  readonly onSlides: (shape: Shape) => void;
  readonly onWorkbook: () => void;
  readonly onCancel: () => void;
};

/** A deck handed over as a file of slides or of tables. */
export function DeckHandOver(props: DeckHandOverProps): JSX.Element {
  const { t } = useWords();
  const shape = useSignal<Shape>('wide');
  const id = useId();
  const { isReady, share } = props;
  const isRunning = share !== undefined;
  return (
    <section class="deck-check" aria-labelledby={id}>
      <h3 id={id}>{t('handOver')}</h3>
      <div class="button-row">
        <button
          type="button"
          class="button"
          disabled={!isReady}
          // Not `disabled`: the button that was pressed would lose the focus.
          aria-disabled={isRunning}
          onClick={() => !isRunning && props.onSlides(shape.value)}
        >
          <Icon name="download" /> {t('handOverPptx')}
        </button>
        <select
          class="text-field"
          aria-label={t('handOverShape')}
          value={shape.value}
          onChange={({ currentTarget }) => {
            shape.value = currentTarget.value === 'standard' ? 'standard' : 'wide';
          }}
        >
          <option value="wide">{t('handOverWide')}</option>
          <option value="standard">{t('handOverStandard')}</option>
        </select>
        <button
          type="button"
          class="button"
          disabled={!isReady}
          aria-disabled={isRunning}
          onClick={() => !isRunning && props.onWorkbook()}
        >
          <Icon name="download" /> {t('handOverXlsx')}
        </button>
      </div>
      {isRunning ? (
        <Running label={t('handOverRunning')} share={share} onCancel={props.onCancel} />
      ) : (
        <p class="quiet">{t('handOverNote')}</p>
      )}
    </section>
  );
}
