import { dots } from '../../domain/print/page.ts';
import type { MapScene } from '../../map/scene.ts';
import { PageSvg, type PageSvgProps } from '../../ui/print/page-svg.tsx';
import type { PrintOutput } from '../../ui/print/print-outputs.tsx';
import type { createMeasure } from '../../ui/print/print-typography.ts';
import { renderSvg } from '../../ui/print/render-svg.ts';
import { saveFile } from '../persistence/save-file.ts';
import { saveWorkbookFile } from '../persistence/save-workbook-file.ts';
import type { Model } from '../state/model.ts';
import type { Done, RunOptions } from '../workers/use-task.ts';
import { figureSvg } from './export-figure.tsx';
import { pageMapPng, pagePng } from './page-image.ts';
import type { PrintLayout } from './print-model.ts';
import { placed } from './print-preview.ts';
import { printSheets } from './print-sheets.ts';
import type { PrintablePage } from './printable-page.ts';

/** The inputs of a page export. */
export type PageExport = {
  readonly composer: PrintLayout;
  readonly measure: ReturnType<typeof createMeasure>;
  readonly sceneFor: (composed: PrintablePage) => MapScene;
};

/** Creates one kind of export of a page. Returns the message about it. */
export async function exportPage(
  model: Model,
  { composer, sceneFor, measure }: PageExport,
  output: PrintOutput,
  options: RunOptions,
): Promise<Done> {
  const composed = composer.composed.peek();
  const { dpi } = composer.settings.peek();
  const scene = sceneFor(composed);
  const base = `coastplan-map-${composer.date}`;
  const saved = (file: string): Done => ({ key: 'saved', values: { file } });
  const overlay = (): string =>
    renderSvg(<PageSvg {...sheetOf(composed, composer)} picture={undefined} isOverlay />);
  switch (output) {
    case 'png': {
      saveFile(
        `${base}.png`,
        await pagePng(composed, scene, overlay(), { dpi, ...options }),
        'image/png',
      );
      return saved(`${base}.png`);
    }
    case 'copy': {
      return copyImage(model, composed, () =>
        pagePng(composed, scene, overlay(), { dpi: Math.min(dpi, COPY_DPI), ...options }),
      );
    }
    case 'pdf': {
      const { layout, view } = composed;
      const map = await pageMapPng(composed, scene, { dpi, ...options });
      const href = URL.createObjectURL(map);
      const box = placed({ view, pixels: composed.pixels }, view, layout.map, layout.page);
      await printSheets(
        layout.page,
        [renderSvg(<PageSvg {...sheetOf(composed, composer)} picture={{ href, box }} />)],
        () => URL.revokeObjectURL(href),
      );
      return undefined;
    }
    case 'xlsx': {
      await saveTables(model, composer, composed, options);
      return saved(`coastplan-tables-${composer.date}.xlsx`);
    }
    case 'legend':
    case 'ratio':
    case 'waterfall': {
      const file = `coastplan-${output}-${composer.date}.svg`;
      const given = { answer: composer.answer.peek(), measure, small: composed.small };
      saveFile(file, figureSvg(output, composed, given), 'image/svg+xml');
      return saved(file);
    }
  }
}

/** The resolution of a copied image, which is for a letter or a slide: a higher one only makes it larger. */
const COPY_DPI = 150;

async function copyImage(
  model: Model,
  { layout: { page } }: PrintablePage,
  make: () => Promise<Blob>,
): Promise<Done> {
  try {
    // The promise itself is passed, because the clipboard must be requested within the user's click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': make() })]);
  } catch (cause) {
    console.warn('no clipboard:', cause);
    const key = isSecureContext ? 'printCopyRefused' : 'printCopyInsecure';
    model.page.showMessage({ kind: 'failure', key });
    return undefined;
  }
  const [width, height] = [dots(page.widthMm, COPY_DPI), dots(page.heightMm, COPY_DPI)];
  return { key: 'printCopied', values: { width, height } };
}

async function saveTables(
  model: Model,
  composer: PrintLayout,
  { words }: PrintablePage,
  options: RunOptions,
): Promise<void> {
  const answer = composer.answer.peek();
  if (answer === undefined) throw new Error('the coast has not been measured');
  const [{ auditWorkbook, tablesSource }, { writeWorkbook }, { answerProvenance }] =
    await Promise.all([
      import('../audit/audit-workbook.ts'),
      import('../workers/export-client.ts'),
      import('../persistence/answer-provenance.ts'),
    ]);
  const given = {
    answer,
    provenance: await answerProvenance(model, answer),
    planTitle: composer.defaultTitle.peek(),
    date: composer.date,
  };
  const workbook = auditWorkbook(tablesSource(model, given, words), words);
  saveWorkbookFile(
    `coastplan-tables-${composer.date}.xlsx`,
    await writeWorkbook(workbook, options),
  );
}

/** Returns the props of a page's SVG, except its map. */
export function sheetOf(
  composed: PrintablePage,
  { answer }: PrintLayout,
): Omit<PageSvgProps, 'picture'> {
  const { layout, entries, theme, words, scaleText, bar, view, title, description } = composed;
  return {
    ...{ layout, entries, theme, words, scaleText, bar, title, description },
    bearing: view.bearing,
    summary: answer.value?.audit.overall,
  };
}
