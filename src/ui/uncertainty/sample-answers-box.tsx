import type { JSX } from 'preact';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../../domain/symbology.ts';
import type {
  SampleAnswers,
  ThinStratum,
  UnknownSample,
} from '../../domain/uncertainty/sample-answers.ts';
import { RefusedRows } from '../controls/field-rows.tsx';
import { FileButton } from '../controls/file-button.tsx';
import { FileReading, type FileReadingState } from '../controls/file-reading.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useFocusBack } from '../controls/use-focus-back.ts';
import { formatList, formatNumber, formatPercent, PUNCTUATION } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** What has become of a visit list that came back. */
export type AnswersState =
  | FileReadingState
  | { readonly kind: 'unknown'; readonly file: string; readonly why: UnknownSample }
  | {
      readonly kind: 'answered';
      readonly file: string;
      readonly answers: SampleAnswers;
      /** The ratio as the map classifies the coast. */
      readonly mapped: number | undefined;
    };

/** Opens the answers to a sample, and shows the ratio that they give. */
export function SampleAnswersBox({
  state,
  onOpen,
  onClose,
}: {
  readonly state: AnswersState;
  readonly onOpen: (file: File) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const box = useFocusBack(state.kind === 'answered');
  return (
    <div ref={box} class="field-sheet">
      <p class="quiet">{t('answersHint')}</p>
      <FileButton
        label={t('answersOpen')}
        accept=".csv,.tsv,.txt,.xlsx,.xls"
        onFiles={([file]) => file !== undefined && onOpen(file)}
      />
      {state.kind === 'answered' ? (
        <Answered {...state} onClose={onClose} />
      ) : (
        <Unanswered state={state} />
      )}
    </div>
  );
}

function Unanswered({
  state,
}: {
  readonly state: Exclude<AnswersState, { readonly kind: 'answered' }>;
}): JSX.Element {
  const { t } = useI18n();
  if (state.kind !== 'unknown') return <FileReading state={state} />;
  return (
    <p class="issue issue--error" role="alert">
      {t(`answersUnknown_${state.why}`, { file: state.file })}
    </p>
  );
}

function Answered({
  file,
  answers: { corrected, points, taken, unanswered, thin, refused },
  mapped,
  onClose,
}: {
  readonly file: string;
  readonly answers: SampleAnswers;
  readonly mapped: number | undefined;
  readonly onClose: () => void;
}): JSX.Element {
  const { t, language } = useI18n();
  const percent = (share: number): string => formatPercent(share, 1, language);
  return (
    <section class="field-sheet__preview" aria-label={t('answersTitle', { file })}>
      <header class="field-sheet__head">
        <h4>{t('answersTitle', { file })}</h4>
        <IconButton icon="close" label={t('answersClose')} onPress={onClose} />
      </header>
      <div role="status">
        {corrected !== undefined && (
          <p class="field-sheet__effect">
            {t('answersCorrected', {
              ratio: percent(corrected.ratio),
              points: formatNumber(corrected.halfWidth * 100, 1, language),
            })}
          </p>
        )}
        <p>
          {t('answersCount', {
            answered: taken.length,
            count: points,
            mapped: mapped === undefined ? '–' : percent(mapped),
          })}
        </p>
        {corrected?.halfWidth === 0 && <p class="issue issue--warning">{t('answersCertain')}</p>}
      </div>
      <Thin strata={thin} />
      <RefusedRows title={t('answersRefused', { count: refused.length })} refused={refused} />
      {unanswered.length > 0 && (
        <details>
          <summary>{t('answersUnanswered', { count: unanswered.length })}</summary>
          <p class="quiet">{t('answersLeftOut')}</p>
          <p>{formatList(unanswered, language)}</p>
        </details>
      )}
    </section>
  );
}

/** Strata that have too few answers for a ratio. */
function Thin({ strata }: { readonly strata: readonly ThinStratum[] }): JSX.Element | null {
  const { t, pick, language } = useI18n();
  if (strata.length === 0) return null;
  return (
    <>
      <p class="issue issue--warning">{t('answersThin')}</p>
      <ul class="field-sheet__blanks">
        {strata.map(({ class: shoreClass, confidence, answered, points }) => {
          const symbol =
            shoreClass === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[shoreClass];
          const sure = t('confidenceIs', { confidence: t(`confidence_${confidence}`) });
          const stratum = `${pick(symbol.label)}${PUNCTUATION[language].comma}${sure}`;
          return <li key={stratum}>{t('answersThinRow', { stratum, answered, count: points })}</li>;
        })}
      </ul>
    </>
  );
}
