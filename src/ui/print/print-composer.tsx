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
import { useI18n } from '../i18n.tsx';
import { MapFrame, type MapFrameMoves } from './map-frame.tsx';

/** What a person sets of a page. */
export type PrintSettings = {
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
export const PRINT_OUTPUTS = ['png', 'pdf', 'copy', 'xlsx'] as const;
/** What of a page can leave as an SVG of its own. */
export const PRINT_FIGURES = ['legend', 'ratio', 'waterfall'] as const;
/** One way out of the composer. */
export type PrintOutput = (typeof PRINT_OUTPUTS)[number] | (typeof PRINT_FIGURES)[number];

/** What the composer shows and tells. */
export type PrintComposerProps = {
  readonly settings: PrintSettings;
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
  readonly moves: MapFrameMoves;
  readonly onChange: (next: Partial<PrintSettings>) => void;
  /** Returns the scale that came of it. */
  readonly onScale: (n: number) => string;
  readonly onAsOnScreen: () => void;
  readonly onOutput: (output: PrintOutput) => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
};

/** Dots to the inch on offer. */
const RESOLUTIONS = [96, 150, 200, 300] as const;
const OUTPUT_WORDS = {
  png: 'printSavePng',
  pdf: 'printPdf',
  copy: 'printCopy',
  xlsx: 'printSaveXlsx',
} as const;

/** A page with the map over all of the desk: settings beside a preview that is what comes out. */
export function PrintComposer(props: PrintComposerProps): JSX.Element {
  const { t } = useI18n();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="print-composer"
      aria-labelledby="composer-title"
      onClose={props.onClose}
    >
      <header class="print-composer__bar">
        <h2 id="composer-title">{t('printTitle')}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </header>
      <section class="print-composer__stage" aria-label={t('printPreview')} ref={props.stageRef}>
        <div
          class="print-composer__sheet"
          ref={(element) => {
            const { widthMm, heightMm } = props.layout.page;
            element?.style.setProperty('--sheet-ratio', `${widthMm / heightMm}`);
          }}
        >
          {props.sheet}
          <MapFrame
            layout={props.layout}
            isLocked={props.settings.isLocked}
            moves={props.moves}
            label={t(props.settings.isLocked ? 'printFrameLocked' : 'printFrame', {
              scale: props.scaleText,
            })}
          />
        </div>
      </section>
      <div class="print-composer__side">
        <form class="print-composer__settings" onSubmit={(event) => event.preventDefault()}>
          <PageSettings {...props} />
          <MapSettings {...props} />
          <WordSettings {...props} />
        </form>
        <Outputs {...props} />
      </div>
    </dialog>
  );
}

function PageSettings({ settings, layout, onChange }: PrintComposerProps): JSX.Element {
  const { t } = useI18n();
  return (
    <fieldset>
      <legend>{t('printPage')}</legend>
      <Choice
        label={t('printFormat')}
        value={settings.format}
        values={PAGE_FORMATS}
        nameOf={(format) => t(`printFormat_${format}`)}
        onChoose={(format) => onChange({ format })}
      />
      {!layout.page.isSlide && (
        <Choice
          label={t('printOrientation')}
          value={settings.orientation}
          values={['landscape', 'portrait'] as const}
          nameOf={(orientation) => t(`printOrientation_${orientation}`)}
          onChoose={(orientation) => onChange({ orientation })}
        />
      )}
      <Choice
        label={t('printDpi')}
        value={`${settings.dpi}`}
        values={RESOLUTIONS.map((dpi) => `${dpi}`)}
        nameOf={(dpi) => t('printDpiUnit', { dpi })}
        onChoose={(dpi) => onChange({ dpi: Number(dpi) })}
      />
      <Choice
        label={t('printLanguage')}
        value={settings.language}
        values={LANGUAGES}
        nameOf={(language) => t(`printLanguage_${language}`)}
        onChoose={(language) => onChange({ language })}
      />
    </fieldset>
  );
}

function MapSettings(props: PrintComposerProps): JSX.Element {
  const { settings, scaleText, onScale, onChange } = props;
  const { t } = useI18n();
  const typed = useSignal<string | undefined>(undefined);
  const answer = useSignal('');
  const take = (): void => {
    const text = typed.value;
    typed.value = undefined;
    if (text === undefined || text.trim() === '' || text === scaleText) return;
    const n = parseScale(text);
    if (n === undefined) {
      answer.value = t('printScaleWrong');
      return;
    }
    const came = onScale(n);
    const isOther = parseScale(came) !== Number(n.toPrecision(3));
    answer.value = isOther ? t('printScaleWide', { scale: came }) : '';
  };
  return (
    <fieldset>
      <legend>{t('printMap')}</legend>
      <label class="print-composer__field">
        <span>{t('printScale')}</span>
        <input
          class="text-field"
          inputMode="text"
          placeholder={t('printScaleHint')}
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
      <p id="composer-scale-answer" class="print-composer__answer" role="status">
        {answer.value}
      </p>
      <div class="print-composer__row">
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
          {t('printAsScreen')}
        </button>
      </div>
      <Tick
        label={t('printLock')}
        isOn={settings.isLocked}
        onSet={(isLocked) => onChange({ isLocked })}
      />
    </fieldset>
  );
}

function WordSettings(props: PrintComposerProps): JSX.Element {
  const { settings, defaultTitle, hasNotice, hasFigures, onChange } = props;
  const { t } = useI18n();
  return (
    <fieldset>
      <legend>{t('printWords')}</legend>
      <Field
        label={t('printHeading')}
        value={settings.title ?? defaultTitle}
        onType={(title) => onChange({ title })}
      />
      <Field
        label={t('printSubtitle')}
        value={settings.subtitle}
        onType={(subtitle) => onChange({ subtitle })}
      />
      <Field
        label={t('printReview')}
        value={settings.reviewNumber}
        placeholder={t('printReviewHint')}
        onType={(reviewNumber) => onChange({ reviewNumber })}
      />
      {hasNotice && (
        <Choice
          label={t('printNotice')}
          value={settings.noticeCorner}
          values={CORNERS}
          nameOf={(corner) => t(`printCorner_${corner}`)}
          onChoose={(noticeCorner) => onChange({ noticeCorner })}
        />
      )}
      <Tick
        label={t('printGauge')}
        isOn={settings.hasGauge}
        onSet={(hasGauge) => onChange({ hasGauge })}
      />
      {settings.hasGauge && !hasFigures && <p class="quiet">{t('printNoFigures')}</p>}
    </fieldset>
  );
}

function Outputs(props: PrintComposerProps): JSX.Element {
  const { layout, estimate, share, hasFigures, hasChanges, drawFault, isDrawing } = props;
  const { t } = useI18n();
  const { width, height, parts } = estimate;
  const faults = layout.faults.map((fault) => faultWords(fault, t));
  const isBlocked = faults.length > 0 || drawFault !== undefined;
  const isRunning = share !== undefined;
  const isBusy = isBlocked || isRunning;
  return (
    <div class="print-composer__outputs">
      {faults.length > 0 && (
        <ul class="print-composer__faults" role="alert">
          {faults.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {drawFault !== undefined && (
        <p class="print-composer__faults" role="alert">
          {t('printDrawFailed', { reason: drawFault })}
        </p>
      )}
      <p class="quiet" role="status">
        {isDrawing
          ? t('printDrawing')
          : `${t(parts === 1 ? 'printEstimate_one' : 'printEstimate', { width, height, parts })}, ${t('printEstimateMemory', { memory: estimate.memoryMb })}`}
      </p>
      {isRunning && (
        <div class="export-formats__running">
          <progress aria-label={t('printWorking')} value={share === 0 ? undefined : share} />
          <button type="button" class="button" onClick={props.onStop}>
            {t('printStop')}
          </button>
        </div>
      )}
      <div class="print-composer__ways">
        {PRINT_OUTPUTS.map((output) => (
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
      <fieldset class="print-composer__figures">
        <legend>{t('printSaveSvg')}</legend>
        {PRINT_FIGURES.map((figure) => (
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
            {t(`printSvg_${figure}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

function faultWords(fault: PageFault, t: ReturnType<typeof useI18n>['t']): string {
  switch (fault.kind) {
    case 'heading':
    case 'small-type':
      return t(`printFault_${fault.kind}`);
    case 'legend':
      return t('printFault_legend', { rows: fault.rows });
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
    <div class="print-composer__field">
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
    <label class="print-composer__field">
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
    <label class="print-composer__tick">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onSet(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
