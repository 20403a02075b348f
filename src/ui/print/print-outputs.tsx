import type { JSX } from 'preact';
import type { PageFault, PageLayout } from '../../domain/print/page-layout.ts';
import { Progress } from '../controls/progress.tsx';
import { type I18n, useI18n } from '../i18n.tsx';
import type { PageContents } from './print-settings.tsx';

/** The files that a page can be exported as. */
export const PRINT_OUTPUTS = ['png', 'pdf', 'copy', 'xlsx'] as const;
/** The parts of a page that can be saved as an SVG. */
export const PRINT_FIGURES = ['legend', 'ratio', 'waterfall'] as const;
/** One kind of export. */
export type PrintOutput = (typeof PRINT_OUTPUTS)[number] | (typeof PRINT_FIGURES)[number];

/** The map on the page's preview. */
export type PreviewState = {
  readonly isDrawing: boolean;
  /** Why there is no map on the page; undefined while there is. */
  readonly fault: string | undefined;
};

/** An export of the page: its size, its progress, and how it is started and stopped. */
export type PrintOutputTask = {
  /** The image's size in pixels, the parts that its map is drawn in, and the memory that takes in MB. */
  readonly estimate: {
    readonly width: number;
    readonly height: number;
    readonly parts: number;
    readonly memoryMb: number;
  };
  /** Share of the file that is made, from 0 to 1; undefined while none is being made. */
  readonly share: number | undefined;
  readonly make: (output: PrintOutput) => void;
  readonly stop: () => void;
};

/** Props of the list of exports. */
export type PrintOutputsProps = {
  readonly layout: PageLayout;
  readonly preview: PreviewState;
  readonly contents: PageContents;
  readonly output: PrintOutputTask;
};

const OUTPUT_TEXTS = {
  png: 'printSavePng',
  pdf: 'printPdf',
  copy: 'printCopy',
  xlsx: 'printSaveXlsx',
} as const;

/** The ways to export a page, and what prevents them. */
export function PrintOutputs({
  layout,
  preview,
  contents,
  output,
}: PrintOutputsProps): JSX.Element {
  const { t } = useI18n();
  const { share, estimate } = output;
  const { width, height, parts } = estimate;
  const faults = layout.faults.map((fault) => faultText(fault, t));
  const isBlocked = faults.length > 0 || preview.fault !== undefined;
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
      {preview.fault !== undefined && (
        <p class="print-composer__faults" role="alert">
          {t('printDrawFailed', { reason: preview.fault })}
        </p>
      )}
      <p class="quiet" role="status">
        {preview.isDrawing
          ? t('printDrawing')
          : `${t(parts === 1 ? 'printEstimate_one' : 'printEstimate', { width, height, parts })}, ${t('printEstimateMemory', { memory: estimate.memoryMb })}`}
      </p>
      {isRunning && <Progress label={t('printWorking')} share={share} onCancel={output.stop} />}
      <div class="print-composer__ways">
        {PRINT_OUTPUTS.map((format) => (
          <button
            key={format}
            type="button"
            class={`button${format === 'png' ? ' button--primary' : ''}`}
            disabled={format === 'xlsx' ? !contents.hasFigures : isBlocked}
            // Not `disabled`: the button that was pressed would lose the focus.
            aria-disabled={isRunning}
            onClick={() => !isRunning && output.make(format)}
          >
            {t(OUTPUT_TEXTS[format])}
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
              (figure === 'ratio' && !contents.hasFigures) ||
              (figure === 'waterfall' && !contents.hasChanges) ||
              (figure === 'legend' && layout.legend.signs.length === 0)
            }
            aria-disabled={isBusy}
            onClick={() => !isRunning && output.make(figure)}
          >
            {t(`printSvg_${figure}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

function faultText(fault: PageFault, t: I18n['t']): string {
  switch (fault.kind) {
    case 'heading':
    case 'small-type':
      return t(`printFault_${fault.kind}`);
    case 'legend':
      return t('printFault_legend', { rows: fault.rows });
  }
}
