import { type Signal, useSignal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../domain/bilingual.ts';
import { creditsOf } from '../../domain/dataset.ts';
import { imageTiles } from '../../domain/print/image-tiles.ts';
import { dots } from '../../domain/print/page.ts';
import { reasonOf } from '../../domain/result.ts';
import type { MapScene } from '../../map/scene.ts';
import { type I18n, loadDeferredTexts, loadTexts } from '../../ui/i18n.tsx';
import { PageSvg, type PageSvgProps } from '../../ui/print/page-svg.tsx';
import { PrintComposer, type PrintOutput } from '../../ui/print/print-composer.tsx';
import { createMeasure } from '../../ui/print/print-typography.ts';
import { renderSvg } from '../../ui/print/render-svg.ts';
import { largestCanvas } from '../image/map-image.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { figureSvg } from './export-figure.tsx';
import { pageMapPng, pagePng, pixelRatioAt } from './page-image.ts';
import {
  type PrintLayout as ComposerModel,
  createPrintLayout,
  type PrintablePage,
} from './print-model.ts';
import { printPage } from './print-page.ts';
import { livePreview, type Preview, placed } from './print-preview.ts';

/** What the composer works with once its words and hashes are there. */
type PrintSession = {
  readonly composer: ComposerModel;
  readonly preview: Preview;
  readonly measure: ReturnType<typeof createMeasure>;
  readonly sceneFor: (composed: PrintablePage) => MapScene;
};

/** Joins the page on which a map is exported to the model. */
export function PrintContainer({
  controller,
  onClose,
}: {
  readonly controller: Controller;
  readonly onClose: () => void;
}): JSX.Element | null {
  const started = useSignal<PrintSession | undefined>(undefined);
  const sharpness = useSignal(0);
  const share = useSignal<number | undefined>(undefined);
  const running = useRef(new AbortController());
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let stop = (): void => {};
    let isGone = false;
    start(controller, sharpness).then(
      (ready) => {
        if (isGone) ready.preview.stop();
        else started.value = ready;
        stop = ready.preview.stop;
      },
      (cause: unknown) => {
        tellFailure(controller.model, cause);
        onClose();
      },
    );
    return () => {
      isGone = true;
      running.current.abort();
      stop();
    };
  }, []);
  const ready = started.value;
  useStageSharpness(stage, ready, sharpness);
  if (ready === undefined) return null;
  const { composer, preview } = ready;
  const composed = composer.composed.value;
  const settings = composer.settings.value;
  const { page } = composed.layout;
  const { answer } = composer;
  const width = dots(page.widthMm, settings.dpi);
  const height = dots(page.heightMm, settings.dpi);
  const pixelRatio = pixelRatioAt(page, settings.dpi);
  const { rows, canvas } = imageTiles({ ...composed.pixels, pixelRatio }, largestCanvas());
  const output = async (way: PrintOutput): Promise<void> => {
    running.current = new AbortController();
    const { signal } = running.current;
    share.value = 0;
    try {
      await hand(controller, ready, way, {
        signal,
        onProgress: (done) => {
          share.value = done;
        },
      });
    } catch (cause) {
      if (!signal.aborted) tellFailure(controller.model, cause);
    } finally {
      share.value = undefined;
    }
  };
  return (
    <PrintComposer
      settings={settings}
      defaultTitle={composer.defaultTitle.value}
      layout={composed.layout}
      scaleText={composed.scaleText}
      sheet={<PageSvg {...sheetOf(composed, composer)} picture={preview.picture.value} />}
      isDrawing={preview.isDrawing.value}
      drawFault={preview.fault.value}
      estimate={{
        ...{ width, height, parts: rows.flat().length },
        memoryMb: memoryOf(width, rows, canvas, pixelRatio),
      }}
      hasNotice={composed.layout.notice !== undefined}
      hasFigures={answer.value !== undefined}
      hasChanges={controller.model.workspace.log.value.length > 0}
      share={share.value}
      stageRef={stage}
      moves={{ onPan: composer.pan, onZoom: composer.zoomBy }}
      onChange={composer.change}
      onScale={(n) => {
        composer.setScale(n);
        return composer.composed.peek().scaleText;
      }}
      onAsOnScreen={composer.showAsOnScreen}
      onOutput={(way) => void output(way)}
      onStop={() => running.current.abort()}
      onClose={onClose}
    />
  );
}

/** Fetches the words of both languages and the hashes of what is shown, and sets up the page. */
async function start(controller: Controller, sharpness: Signal<number>): Promise<PrintSession> {
  const { model } = controller;
  const [zh, en, versions] = await Promise.all([
    allWords('zh'),
    allWords('en'),
    shownVersions(model),
  ]);
  const measure = createMeasure();
  const words: Readonly<Record<Language, I18n>> = { zh, en };
  const composer = createPrintLayout({
    ...{ model, words, measure, versions },
    date: today(new Date()),
    covered: controller.covered(),
  });
  const scene = controller.scene.peek();
  const sceneFor = ({ theme, words: { language } }: PrintablePage): MapScene => ({
    theme,
    language,
    datasets: scene.datasets,
    selectedIds: [],
    hoveredId: undefined,
    isComplete: true,
  });
  return { composer, preview: livePreview(composer, sceneFor, sharpness), measure, sceneFor };
}

/** The words of a language with those of the later parts: a page may speak the other one. */
async function allWords(language: Language): Promise<I18n> {
  const [words] = await Promise.all([loadTexts(language), loadDeferredTexts(language)]);
  return words;
}

/** The files behind what is shown, with their SHA-256: coast, zones and rule first. */
async function shownVersions(model: Model) {
  const files = new Map(
    [...model.audit.sources.peek().values()].map(({ file, text }) => [file, text]),
  );
  for (const { layer, state } of model.plan.layers.peek()) {
    const isShown = layer.role === 'projects' && model.plan.visibleIds.peek().has(layer.id);
    if (isShown && state.kind === 'ready' && state.source !== undefined)
      files.set(state.source.file, state.source.text);
  }
  return Promise.all(
    [...files].map(async ([file, text]) => ({ file, sha256: await sha256(text) })),
  );
}

/** Keeps count of how many pixels of the screen a millimetre of the page takes. */
function useStageSharpness(
  stage: RefObject<HTMLDivElement | null>,
  ready: PrintSession | undefined,
  sharpness: Signal<number>,
): void {
  useEffect(() => {
    const sheet = stage.current?.querySelector('svg');
    if (ready === undefined || sheet === null || sheet === undefined) return;
    const look = (): void => {
      const { width } = sheet.getBoundingClientRect();
      sharpness.value = (width * devicePixelRatio) / ready.composer.page.peek().widthMm;
    };
    const observer = new ResizeObserver(look);
    observer.observe(sheet);
    return () => observer.disconnect();
  }, [ready]);
}

function sheetOf(
  composed: PrintablePage,
  { answer }: ComposerModel,
): Omit<PageSvgProps, 'picture'> {
  const { layout, entries, theme, words, scaleText, bar, view, title, description } = composed;
  return {
    ...{ layout, entries, theme, words, scaleText, bar, title, description },
    bearing: view.bearing,
    summary: answer.value?.audit.overall,
  };
}

type Watched = { readonly signal: AbortSignal; readonly onProgress: (share: number) => void };

/** Makes one kind of file and hands it over. */
async function hand(
  { model }: Controller,
  { composer, sceneFor, measure }: PrintSession,
  way: PrintOutput,
  watched: Watched,
): Promise<void> {
  const composed = composer.composed.peek();
  const { dpi } = composer.settings.peek();
  const scene = sceneFor(composed);
  const base = `coastplan-map-${composer.date}`;
  const saved = (file: string): void =>
    model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
  const overlay = (): string =>
    renderSvg(<PageSvg {...sheetOf(composed, composer)} picture={undefined} isOverlay />);
  switch (way) {
    case 'png': {
      saveFile(
        `${base}.png`,
        await pagePng(composed, scene, overlay(), { dpi, ...watched }),
        'image/png',
      );
      saved(`${base}.png`);
      return;
    }
    case 'copy': {
      await copyPicture(model, composed, () =>
        pagePng(composed, scene, overlay(), { dpi: Math.min(dpi, COPY_DPI), ...watched }),
      );
      return;
    }
    case 'pdf': {
      const { layout, view } = composed;
      const map = await pageMapPng(composed, scene, { dpi, ...watched });
      const href = URL.createObjectURL(map);
      const box = placed({ view, pixels: composed.pixels }, view, layout.map, layout.page);
      await printPage(
        layout.page,
        renderSvg(<PageSvg {...sheetOf(composed, composer)} picture={{ href, box }} />),
        () => URL.revokeObjectURL(href),
      );
      return;
    }
    case 'xlsx': {
      await saveTables(model, composer, composed, watched);
      saved(`coastplan-tables-${composer.date}.xlsx`);
      return;
    }
    case 'legend':
    case 'ratio':
    case 'waterfall': {
      const file = `coastplan-${way}-${composer.date}.svg`;
      const given = { answer: composer.answer.peek(), measure, small: composed.small };
      saveFile(file, figureSvg(way, composed, given), 'image/svg+xml');
      saved(file);
    }
  }
}

/** A picture for the clipboard goes into a letter or a slide: sharper than this is only larger. */
const COPY_DPI = 150;

async function copyPicture(
  model: Model,
  { layout: { page } }: PrintablePage,
  make: () => Promise<Blob>,
): Promise<void> {
  try {
    // The promise itself goes in: a browser may ask for the clipboard before the picture is made.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': make() })]);
  } catch (cause) {
    console.warn('no clipboard:', cause);
    model.page.showMessage({ kind: 'failure', key: 'printCopyRefused' });
    return;
  }
  const [width, height] = [dots(page.widthMm, COPY_DPI), dots(page.heightMm, COPY_DPI)];
  model.page.showMessage({ kind: 'done', key: 'printCopied', values: { width, height } });
}

async function saveTables(
  model: Model,
  composer: ComposerModel,
  { words }: PrintablePage,
  watched: Watched,
): Promise<void> {
  const answer = composer.answer.peek();
  if (answer === undefined) throw new Error('the coast has not been measured');
  const [{ auditWorkbook }, { writeWorkbook }, { dataVersions }] = await Promise.all([
    import('../audit/audit-workbook.ts'),
    import('../workers/export-client.ts'),
    import('../persistence/save-and-open.ts'),
  ]);
  const layers = model.plan.layers.peek().map(({ layer }) => layer);
  const workbook = auditWorkbook(
    {
      answer,
      zones: model.plan.zones.peek(),
      segments: model.plan.segments.peek(),
      isSurveyed: model.plan.isSurveyed.peek(),
      versions: await dataVersions(model),
      credits: creditsOf(layers.filter(({ role }) => role === 'coastline' || role === 'zones')),
      planTitle: composer.defaultTitle.peek(),
      date: composer.date,
    },
    words,
  );
  saveFile(
    `coastplan-tables-${composer.date}.xlsx`,
    await writeWorkbook(workbook, watched),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
}

/** Four bytes for each pixel of the canvases that are there at once: a part, its row, and the page's band. */
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

function tellFailure(model: Model, cause: unknown): void {
  console.error('not exported:', cause);
  const reason = reasonOf(cause);
  model.page.showMessage({ kind: 'failure', key: 'notSaved', values: { reason } });
}
