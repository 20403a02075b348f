import { effect, type ReadonlySignal, type Signal, signal, useSignal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DataVersion } from '../../domain/audit/provenance.ts';
import type { Language } from '../../domain/bilingual.ts';
import { imageTiles } from '../../domain/print/image-tiles.ts';
import { scaleOf } from '../../domain/print/map-scale.ts';
import { dots } from '../../domain/print/page.ts';
import type { MapScene } from '../../map/scene.ts';
import { CHANGE_DATASET } from '../../map/style-layers/change.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { loadAllTexts } from '../../ui/load-all-texts.ts';
import { PageSvg } from '../../ui/print/page-svg.tsx';
import { PrintComposer } from '../../ui/print/print-composer.tsx';
import type { PrintOutputTask } from '../../ui/print/print-outputs.tsx';
import { createMeasure } from '../../ui/print/print-typography.ts';
import { largestCanvas } from '../image/map-image.ts';
import { answerProvenance } from '../persistence/answer-provenance.ts';
import { auditedSources } from '../persistence/audited-sources.ts';
import { today } from '../persistence/save-and-open.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { attempt, useTask } from '../workers/use-task.ts';
import { exportPage, type PageExport, sheetOf } from './export-page.tsx';
import { pixelRatioAt } from './page-image.ts';
import { createPrintLayout, type PrintFigures } from './print-model.ts';
import { livePreview, type Preview } from './print-preview.ts';
import type { PrintablePage } from './printable-page.ts';

/** An open print composer, once its texts and hashes are loaded. */
type PrintSession = PageExport & { readonly preview: Preview; readonly stop: () => void };

/** Connects the print composer to the model; renders nothing until its texts and hashes are loaded. */
export function PrintContainer({
  controller,
  onClose,
}: {
  readonly controller: Controller;
  readonly onClose: () => void;
}): JSX.Element | null {
  const { model } = controller;
  const started = useSignal<PrintSession | undefined>(undefined);
  const sharpness = useSignal(0);
  const task = useTask(model.page.showMessage);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let session: PrintSession | undefined;
    let isGone = false;
    const open = async (): Promise<undefined> => {
      session = await start(controller, sharpness);
      if (isGone) session.stop();
      else started.value = session;
    };
    void attempt(model.page.showMessage, open).then(() => {
      if (session === undefined) onClose();
    });
    return () => {
      isGone = true;
      session?.stop();
    };
  }, []);
  const session = started.value;
  useStageSharpness(stage, session, sharpness);
  if (session === undefined) return null;
  const { composer, preview } = session;
  const composed = composer.composed.value;
  return (
    <PrintComposer
      settings={composer.settings.value}
      defaultTitle={composer.defaultTitle.value}
      layout={composed.layout}
      scale={{
        n: scaleOf(composed.view, composed.layout.page.pixelMm),
        text: composed.scaleText,
        missed: composer.missedScale.value,
      }}
      sheet={<PageSvg {...sheetOf(composed, composer)} picture={preview.picture.value} />}
      preview={{ isDrawing: preview.isDrawing.value, fault: preview.fault.value }}
      contents={{
        hasNotice: composed.layout.notice !== undefined,
        hasFigures: composer.answer.value !== undefined,
        hasChanges: model.workspace.log.value.length > 0,
      }}
      output={{
        estimate: estimateOf(composed, composer.settings.value.dpi),
        share: task.share.value,
        make: (output) => void task.run((options) => exportPage(model, session, output, options)),
        stop: task.stop,
      }}
      mapActions={{
        pan: composer.pan,
        zoom: composer.zoomBy,
        setScale: composer.setScale,
        showAsOnScreen: composer.showAsOnScreen,
        fitPlan: composer.fitPlan,
      }}
      stageRef={stage}
      onChange={composer.change}
      onClose={onClose}
    />
  );
}

/** Loads the texts of both languages and the hashes of the shown files, and creates the page. */
async function start(controller: Controller, sharpness: Signal<number>): Promise<PrintSession> {
  const { model } = controller;
  const [zh, en, read] = await Promise.all([
    loadAllTexts('zh'),
    loadAllTexts('en'),
    shownVersions(model),
  ]);
  const { figures, stop } = followFigures(model, read);
  const measure = createMeasure();
  const words: Readonly<Record<Language, I18n>> = { zh, en };
  const composer = createPrintLayout({
    ...{ model, words, measure, figures },
    date: today(new Date()),
    covered: controller.covered(),
  });
  const scene = controller.scene.peek();
  const sceneFor = ({ theme, words: { language } }: PrintablePage): MapScene => ({
    theme,
    language,
    // The page's legend has no rows for a comparison of coasts.
    datasets: scene.datasets.filter(({ id }) => id !== CHANGE_DATASET),
    selectedIds: [],
    hoveredId: undefined,
    isComplete: true,
  });
  const preview = livePreview(composer, sceneFor, sharpness);
  const stopAll = (): void => {
    stop();
    preview.stop();
  };
  return { composer, preview, measure, sceneFor, stop: stopAll };
}

/** The figures in force with their provenance: an answer is shown only once its files are hashed. */
function followFigures(
  model: Model,
  read: readonly DataVersion[],
): { readonly figures: ReadonlySignal<PrintFigures>; readonly stop: () => void } {
  const none = { read, made: [], settings: [], judged: [], assumed: [], reasons: [] };
  const figures = signal<PrintFigures>({ answer: undefined, provenance: none });
  const stop = effect(() => {
    const state = model.audit.state.value;
    if (state.kind !== 'ready') {
      figures.value = { answer: undefined, provenance: none };
      return;
    }
    const { answer } = state;
    answerProvenance(model, answer, read).then(
      (provenance) => {
        const now = model.audit.state.peek();
        if (now.kind === 'ready' && now.answer === answer) figures.value = { answer, provenance };
      },
      (cause: unknown) => console.error('the coast has no provenance:', cause),
    );
  });
  return { figures, stop };
}

/** The shown files with their SHA-256: coast, zones and rule first. */
async function shownVersions(model: Model): Promise<readonly DataVersion[]> {
  const files = new Map(auditedSources(model).map(({ file, text }) => [file, text]));
  for (const { layer, state } of model.plan.layers.peek()) {
    const isShown = layer.role === 'projects' && model.plan.visibleIds.peek().has(layer.id);
    if (isShown && state.kind === 'ready' && state.source !== undefined)
      files.set(state.source.file, state.source.text);
  }
  return Promise.all(
    [...files].map(async ([file, text]) => ({ file, sha256: await sha256(text) })),
  );
}

/** Measures the screen pixels per millimetre of the page. */
function useStageSharpness(
  stage: RefObject<HTMLDivElement | null>,
  session: PrintSession | undefined,
  sharpness: Signal<number>,
): void {
  useEffect(() => {
    const sheet = stage.current?.querySelector('svg');
    if (session === undefined || sheet === null || sheet === undefined) return;
    const measure = (): void => {
      const { width } = sheet.getBoundingClientRect();
      sharpness.value = (width * devicePixelRatio) / session.composer.page.peek().widthMm;
    };
    const observer = new ResizeObserver(measure);
    observer.observe(sheet);
    return () => observer.disconnect();
  }, [session]);
}

/** The size of the exported image, the parts in which its map is drawn, and the memory needed. */
function estimateOf(
  { layout: { page }, pixels }: PrintablePage,
  dpi: number,
): PrintOutputTask['estimate'] {
  const width = dots(page.widthMm, dpi);
  const pixelRatio = pixelRatioAt(page, dpi);
  const { rows, canvas } = imageTiles({ ...pixels, pixelRatio }, largestCanvas());
  return {
    width,
    height: dots(page.heightMm, dpi),
    parts: rows.flat().length,
    memoryMb: memoryOf(width, rows, canvas, pixelRatio),
  };
}

/** Four bytes for each pixel of the canvases that exist at once: a part, its row, and the page's band. */
function memoryOf(
  width: number,
  rows: ReturnType<typeof imageTiles>['rows'],
  canvas: { readonly width: number; readonly height: number },
  pixelRatio: number,
): number {
  const tallest = Math.max(...rows.map(([first]) => first?.height ?? 0));
  // Colour and depth of the part; the row and the band as canvas, as pixels, and as rows of the file.
  const part = canvas.width * canvas.height * pixelRatio ** 2 * 2;
  return Math.ceil(((part + width * tallest * 4) * 4) / 2 ** 20);
}
