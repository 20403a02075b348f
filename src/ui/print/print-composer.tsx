import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../domain/bilingual.ts';
import { parseScale } from '../../domain/print/map-scale.ts';
import { PAGE_FORMATS, type PageFormat } from '../../domain/print/page.ts';
import {
  CORNERS,
  type Corner,
  type PageFault,
  type PageLayout,
} from '../../domain/print/page-layout.ts';
import { Icon } from '../controls/icon.tsx';
import { useWords } from '../i18n.tsx';
import { type FrameMoves, PageFrame } from './map-frame.tsx';

/** What a person sets of a page. */
export type ComposeSettings = {
  readonly format: PageFormat;
  readonly orientation: 'portrait' | 'landscape';
  readonly dpi: number;
  readonly language: Language;
  /** Absent while nobody has typed one: the plan's own. */
  readonly title: string | undefined;
  readonly subtitle: string;
  readonly reviewNumber: string;
  readonly noticeCorner: Corner;
  readonly hasGauge: boolean;
  readonly isLocked: boolean;
};

/** What a page can leave as. */
export const COMPOSE_OUTPUTS = ['png', 'pdf', 'copy', 'xlsx'] as const;
/** What of a page can leave as an SVG of its own. */
export const COMPOSE_FIGURES = ['legend', 'ratio', 'waterfall'] as const;
/** One way out of the composer. */
export type ComposeOutput = (typeof COMPOSE_OUTPUTS)[number] | (typeof COMPOSE_FIGURES)[number];

/** What the composer shows and tells. */
export type ComposerProps = {
  readonly settings: ComposeSettings;
  readonly defaultTitle: string;
  readonly layout: PageLayout;
  readonly scaleText: string;
  /** The page as it will come out. */
  readonly sheet: ComponentChildren;
  readonly isDrawing: boolean;
  /** Why there is no map on the page; absent while there is. */
  readonly drawFault: string | undefined;
  /** The picture's size in pixels, the parts its map is drawn in, and the memory that takes in MB. */
  readonly estimate: {
    readonly width: number;
    readonly height: number;
    readonly parts: number;
    readonly memoryMb: number;
  };
  readonly hasNotice: boolean;
  readonly hasFigures: boolean;
  readonly hasChanges: boolean;
  /** How much of a file is made, from 0 to 1; absent while none is. */
  readonly share: number | undefined;
  readonly stageRef: RefObject<HTMLDivElement | null>;
  readonly moves: FrameMoves;
  readonly onChange: (next: Partial<ComposeSettings>) => void;
  /** Returns the scale that came of it. */
  readonly onScale: (n: number) => string;
  readonly onAsOnScreen: () => void;
  readonly onOutput: (output: ComposeOutput) => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
};

/** Dots to the inch on offer. */
const RESOLUTIONS = [96, 150, 200, 300] as const;
const OUTPUT_WORDS = {
  png: 'composeSavePng',
  pdf: 'composePdf',
  copy: 'composeCopy',
  xlsx: 'composeSaveXlsx',
} as const;

/** A page with the map over all of the desk: settings beside a preview that is what comes out. */
export function Composer(props: ComposerProps): JSX.Element {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog ref={dialog} class="composer" aria-labelledby="composer-title" onClose={props.onClose}>
      <header class="composer__bar">
        <h2 id="composer-title">{t('composeTitle')}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </header>
      <section class="composer__stage" aria-label={t('composePreview')} ref={props.stageRef}>
        <div
          class="composer__sheet"
          ref={(element) => {
            const { widthMm, heightMm } = props.layout.page;
            element?.style.setProperty('--sheet-ratio', `${widthMm / heightMm}`);
          }}
        >
          {props.sheet}
          <PageFrame
            layout={props.layout}
            isLocked={props.settings.isLocked}
            moves={props.moves}
            label={t(props.settings.isLocked ? 'composeFrameLocked' : 'composeFrame', {
              scale: props.scaleText,
            })}
          />
        </div>
      </section>
      <div class="composer__side">
        <form class="composer__settings" onSubmit={(event) => event.preventDefault()}>
          <PageSettings {...props} />
          <MapSettings {...props} />
          <WordSettings {...props} />
        </form>
        <Outputs {...props} />
      </div>
    </dialog>
  );
}

function PageSettings({ settings, layout, onChange }: ComposerProps): JSX.Element {
  const { t } = useWords();
  return (
    <fieldset>
      <legend>{t('composePage')}</legend>
      <Choice
        label={t('composeFormat')}
        value={settings.format}
        values={PAGE_FORMATS}
        nameOf={(format) => t(`composeFormat_${format}`)}
        onChoose={(format) => onChange({ format })}
      />
      {!layout.page.isSlide && (
        <Choice
          label={t('composeOrientation')}
          value={settings.orientation}
          values={['landscape', 'portrait'] as const}
          nameOf={(orientation) => t(`composeOrientation_${orientation}`)}
          onChoose={(orientation) => onChange({ orientation })}
        />
      )}
      <Choice
        label={t('composeDpi')}
        value={`${settings.dpi}`}
        values={RESOLUTIONS.map((dpi) => `${dpi}`)}
        nameOf={(dpi) => t('composeDpiUnit', { dpi })}
        onChoose={(dpi) => onChange({ dpi: Number(dpi) })}
      />
      <Choice
        label={t('composeLanguage')}
        value={settings.language}
        values={LANGUAGES}
        nameOf={(language) => t(`composeLanguage_${language}`)}
        onChoose={(language) => onChange({ language })}
      />
    </fieldset>
  );
}

function MapSettings(props: ComposerProps): JSX.Element {
  const { settings, scaleText, onScale, onChange } = props;
  const { t } = useWords();
  const typed = useSignal<string | undefined>(undefined);
  const answer = useSignal('');
  const take = (): void => {
    const text = typed.value;
    typed.value = undefined;
    if (text === undefined || text.trim() === '' || text === scaleText) return;
    const n = parseScale(text);
    if (n === undefined) {
      answer.value = t('composeScaleWrong');
      return;
    }
    const came = onScale(n);
    const isOther = parseScale(came) !== Number(n.toPrecision(3));
    answer.value = isOther ? t('composeScaleWide', { scale: came }) : '';
  };
  return (
    <fieldset>
      <legend>{t('composeMap')}</legend>
      <label class="composer__field">
        <span>{t('composeScale')}</span>
        <input
          class="text-field"
          inputMode="text"
          placeholder={t('composeScaleHint')}
          aria-describedby="composer-scale-answer"
          value={typed.value ?? scaleText}
          disabled={settings.isLocked}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
            answer.value = '';
          }}
          onBlur={take}
          onKeyDown={({ key }) => {
            if (key === 'Enter') take();
          }}
        />
      </label>
      <p id="composer-scale-answer" class="composer__answer" role="status">
        {answer.value}
      </p>
      <div class="composer__row">
        <button
          type="button"
          class="icon-button"
          aria-label={t('zoomIn')}
          title={t('zoomIn')}
          disabled={settings.isLocked}
          onClick={() => props.moves.onZoom(0.5)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t('zoomOut')}
          title={t('zoomOut')}
          disabled={settings.isLocked}
          onClick={() => props.moves.onZoom(-0.5)}
        >
          <Icon name="minus" />
        </button>
        <button
          type="button"
          class="button"
          disabled={settings.isLocked}
          onClick={props.onAsOnScreen}
        >
          {t('composeAsScreen')}
        </button>
      </div>
      <Tick
        label={t('composeLock')}
        isOn={settings.isLocked}
        onSet={(isLocked) => onChange({ isLocked })}
      />
    </fieldset>
  );
}

function WordSettings(props: ComposerProps): JSX.Element {
  const { settings, defaultTitle, hasNotice, hasFigures, onChange } = props;
  const { t } = useWords();
  return (
    <fieldset>
      <legend>{t('composeWords')}</legend>
      <Field
        label={t('composeHeading')}
        value={settings.title ?? defaultTitle}
        onType={(title) => onChange({ title })}
      />
      <Field
        label={t('composeSubtitle')}
        value={settings.subtitle}
        onType={(subtitle) => onChange({ subtitle })}
      />
      <Field
        label={t('composeReview')}
        value={settings.reviewNumber}
        placeholder={t('composeReviewHint')}
        onType={(reviewNumber) => onChange({ reviewNumber })}
      />
      {hasNotice && (
        <Choice
          label={t('composeNotice')}
          value={settings.noticeCorner}
          values={CORNERS}
          nameOf={(corner) => t(`composeCorner_${corner}`)}
          onChoose={(noticeCorner) => onChange({ noticeCorner })}
        />
      )}
      <Tick
        label={t('composeGauge')}
        isOn={settings.hasGauge}
        onSet={(hasGauge) => onChange({ hasGauge })}
      />
      {settings.hasGauge && !hasFigures && <p class="quiet">{t('composeNoFigures')}</p>}
    </fieldset>
  );
}

function Outputs(props: ComposerProps): JSX.Element {
  const { layout, estimate, share, hasFigures, hasChanges, drawFault, isDrawing } = props;
  const { t } = useWords();
  const { width, height, parts } = estimate;
  const faults = layout.faults.map((fault) => faultWords(fault, t));
  const isBlocked = faults.length > 0 || drawFault !== undefined;
  const isRunning = share !== undefined;
  const isBusy = isBlocked || isRunning;
  return (
    <div class="composer__outputs">
      {faults.length > 0 && (
        <ul class="composer__faults" role="alert">
          {faults.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {drawFault !== undefined && (
        <p class="composer__faults" role="alert">
          {t('composeDrawFailed', { reason: drawFault })}
        </p>
      )}
      <p class="quiet" role="status">
        {isDrawing
          ? t('composeDrawing')
          : `${t(parts === 1 ? 'composeEstimate_one' : 'composeEstimate', { width, height, parts })}, ${t('composeEstimateMemory', { memory: estimate.memoryMb })}`}
      </p>
      {isRunning && (
        <div class="export-formats__running">
          <progress aria-label={t('composeWorking')} value={share === 0 ? undefined : share} />
          <button type="button" class="button" onClick={props.onStop}>
            {t('composeStop')}
          </button>
        </div>
      )}
      <div class="composer__ways">
        {COMPOSE_OUTPUTS.map((output) => (
          <button
            key={output}
            type="button"
            class={`button${output === 'png' ? ' button--primary' : ''}`}
            disabled={output === 'xlsx' ? !hasFigures : isBlocked}
            // Not `disabled`: the button that was pressed would lose the focus.
            aria-disabled={isRunning}
            onClick={() => !isRunning && props.onOutput(output)}
          >
            {t(OUTPUT_WORDS[output])}
          </button>
        ))}
      </div>
      <fieldset class="composer__figures">
        <legend>{t('composeSaveSvg')}</legend>
        {COMPOSE_FIGURES.map((figure) => (
          <button
            key={figure}
            type="button"
            class="text-button"
            disabled={
              (figure === 'ratio' && !hasFigures) ||
              (figure === 'waterfall' && !hasChanges) ||
              (figure === 'legend' && layout.legend.signs.length === 0)
            }
            aria-disabled={isBusy}
            onClick={() => !isRunning && props.onOutput(figure)}
          >
            {t(`composeSvg_${figure}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

function faultWords(fault: PageFault, t: ReturnType<typeof useWords>['t']): string {
  switch (fault.kind) {
    case 'heading':
    case 'small-type':
      return t(`composeFault_${fault.kind}`);
    case 'legend':
      return t('composeFault_legend', { rows: fault.rows });
  }
}

function Choice<T extends string>({
  label,
  value,
  values,
  nameOf,
  onChoose,
}: {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onChoose: (value: T) => void;
}): JSX.Element {
  const id = useId();
  return (
    <div class="composer__field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="text-field"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = values.find((one) => one === currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Field({
  label,
  value,
  placeholder,
  onType,
}: {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onType: (value: string) => void;
}): JSX.Element {
  return (
    <label class="composer__field">
      <span>{label}</span>
      <input
        class="text-field"
        value={value}
        {...(placeholder !== undefined && { placeholder })}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </label>
  );
}

function Tick({
  label,
  isOn,
  onSet,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSet: (isOn: boolean) => void;
}): JSX.Element {
  return (
    <label class="composer__tick">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onSet(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
