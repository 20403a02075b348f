import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Choice } from '../controls/choice.tsx';
import { Icon } from '../controls/icon.tsx';
import { Progress } from '../controls/progress.tsx';
import { useI18n } from '../i18n.tsx';

/** The shapes that slides can have. */
export type SlideShape = 'wide' | 'standard';

/** Props of a deck's export. */
export type DeckExportProps = {
  /** False until the coast has been measured. */
  readonly isReady: boolean;
  /** Progress of the running export, from 0 to 1; undefined while none runs. */
  readonly share: number | undefined;
  /** Chosen for all decks: meeting rooms have one projector. */
  readonly shape: SlideShape;
  readonly onShape: (shape: SlideShape) => void;
  readonly onSlides: () => void;
  /** Prints the slides: the print dialog saves them as one PDF. */
  readonly onPdf: () => void;
  readonly onWorkbook: () => void;
  readonly onCancel: () => void;
};

/** Saves a deck as a file of slides, as a PDF or as tables. */
export function DeckExport(props: DeckExportProps): JSX.Element {
  const { t } = useI18n();
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
          onClick={() => !isRunning && props.onSlides()}
        >
          <Icon name="download" /> {t('deckExportPptx')}
        </button>
        <button
          type="button"
          class="button"
          disabled={!isReady}
          aria-disabled={isRunning}
          onClick={() => !isRunning && props.onPdf()}
        >
          <Icon name="download" /> {t('deckExportPdf')}
        </button>
        <Choice
          label={t('deckExportShape')}
          layout="bare"
          options={[
            ['wide', t('deckExportWide')],
            ['standard', t('deckExportStandard')],
          ]}
          value={props.shape}
          onChoose={props.onShape}
        />
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
