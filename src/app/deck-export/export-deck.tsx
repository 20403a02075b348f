import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Provenance } from '../../domain/audit/provenance.ts';
import type { Language } from '../../domain/bilingual.ts';
import { creditsOf } from '../../domain/dataset.ts';
import {
  type LegendEntry,
  legendContent,
  legendGroups,
} from '../../domain/legend/legend-content.ts';
import { type Deck, textIn } from '../../domain/views/saved-view.ts';
import { provenanceLines, versionsText } from '../../ui/audit/audit-sentence.ts';
import { formatList, formatScale, PUNCTUATION } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { legendGroupName, legendName } from '../../ui/legend/legend-symbol.tsx';
import { loadAllTexts } from '../../ui/load-all-texts.ts';
import { PlacedLegendSymbol } from '../../ui/print/page-svg.tsx';
import { createMeasure } from '../../ui/print/print-typography.ts';
import { renderSvg } from '../../ui/print/render-svg.ts';
import { evaluateView } from '../audit/evaluate-views.ts';
import { dataUrl } from '../image/map-image.ts';
import { type ViewImage, viewImage } from '../image/view-image.ts';
import { answerProvenance } from '../persistence/answer-provenance.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import { sketchFeatures } from '../scenarios/sketch-features.ts';
import type { EvaluationEngines } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { writeWorkbook } from '../workers/export-client.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import { deckPptx, type SlideLegendRow, type ViewSlide } from './deck-pptx.ts';
import { deckWorkbook } from './deck-workbook.ts';
import { layoutSlide, type SlideLayout } from './slide-layout.ts';
import { type ExportedView, type SlideSources, slideText } from './slide-text.ts';

/** The file formats of a deck export. */
export type DeckExportFormat =
  | { readonly kind: 'pptx'; readonly shape: SlideLayout }
  | { readonly kind: 'xlsx' };

/** Map pixels per inch of the slide: labels are printed at 11 points. */
const PIXELS_PER_INCH = 120;
/** Image pixels per map pixel: approximately Full HD across a wide slide. */
const SHARPNESS = 2;
const METRES_PER_INCH = 0.0254;

/**
 * Creates a file of a deck in the page's language, saves it, and returns its name.
 * @throws Error when the coast has not been measured or no map can be drawn; the signal's reason when
 * stopped.
 */
export async function exportDeck(
  deck: Deck,
  engines: EvaluationEngines,
  as: DeckExportFormat,
  watch: TaskOptions,
): Promise<string> {
  const { model } = engines;
  const words = await loadAllTexts(model.page.language.peek());
  const audit = model.audit.state.peek();
  if (audit.kind !== 'ready') throw new Error(words.t('deckExportUnmeasured'));
  const { answer } = audit;
  const provenance = await answerProvenance(model, answer);
  const date = today(new Date());
  const worked: ExportedView[] = [];
  for (const view of deck.views) {
    watch.signal?.throwIfAborted();
    const evaluated = await evaluateView(view, engines);
    worked.push({
      ...evaluated,
      provenance: await answerProvenance(model, evaluated.answer, provenance.read),
    });
  }
  const given: ExportContext = { deck, model, words, answer, provenance, date, worked, watch };
  const file = `coastplan-deck-${date}.${as.kind}`;
  switch (as.kind) {
    case 'pptx':
      saveFile(file, await slidesFile(given, as.shape), `${OFFICE}.presentationml.presentation`);
      return file;
    case 'xlsx':
      saveFile(file, await tablesFile(given), `${OFFICE}.spreadsheetml.sheet`);
      return file;
  }
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

type ExportContext = {
  readonly deck: Deck;
  readonly model: Model;
  readonly words: I18n;
  /** The figures on the desk; a view may count otherwise. */
  readonly answer: AuditAnswer;
  readonly provenance: Provenance;
  readonly date: string;
  readonly worked: readonly ExportedView[];
  readonly watch: TaskOptions;
};

function tablesFile(given: ExportContext): Promise<Uint8Array<ArrayBuffer>> {
  const { deck, model, words, answer, provenance, date, worked, watch } = given;
  const layers = model.plan.layers.peek().map(({ layer }) => layer);
  const source = {
    zones: model.plan.zones.peek(),
    segments: model.plan.segments.peek(),
    isSurveyed: model.plan.isSurveyed.peek(),
    credits: creditsOf(layers.filter(({ role }) => role === 'coastline' || role === 'zones')),
    planTitle: planTitle(given),
    ...{ answer, provenance, date },
  };
  const title = textIn(deck.title, words.language) || words.t('deckUntitled');
  return writeWorkbook(deckWorkbook(title, worked, source, sourcesOf(given)), watch);
}

async function slidesFile(
  given: ExportContext,
  shape: SlideLayout,
): Promise<Uint8Array<ArrayBuffer>> {
  const { deck, model, words, provenance, date, worked, watch } = given;
  const { t, language } = words;
  const slides: ViewSlide[] = [];
  for (const each of worked) {
    slides.push(await viewSlide(each, given, shape));
    watch.onProgress?.(slides.length / (worked.length + 1));
  }
  watch.signal?.throwIfAborted();
  const layers = model.plan.layers.peek().map(({ layer }) => layer);
  const about = [
    date,
    ...noticesOf(given),
    said(t('sources'), creditsOf(layers).join(' · '), language),
    ...provenanceLines(provenance, words),
    said(t('printData'), versionsText(provenance, words), language),
  ];
  return deckPptx(
    {
      title: textIn(deck.title, language) || t('deckUntitled'),
      plan: planTitle(given),
      ...{ about, slides },
    },
    { shape, words, measure: createMeasure() },
  );
}

async function viewSlide(
  worked: ExportedView,
  given: ExportContext,
  shape: SlideLayout,
): Promise<ViewSlide> {
  const { model, words, date, watch } = given;
  const { t, language } = words;
  const { map } = layoutSlide(shape);
  const { scenario, footprints, tried } = worked;
  const picture = await viewImage(model, worked.view, {
    width: Math.round(map.w * PIXELS_PER_INCH),
    height: Math.round(map.h * PIXELS_PER_INCH),
    pixelRatio: SHARPNESS,
    language,
    ...(watch.signal && { signal: watch.signal }),
    sketch: scenario && sketchFeatures({ scenario, footprints, answer: tried }),
  });
  const { provenance } = worked;
  const text = slideText(worked, sourcesOf(given));
  const { sight, theme, corners, camera, widthM } = picture;
  const entries = legendContent(
    sight.layers,
    sight.visibleIds,
    { corners, zoom: camera.zoom, theme },
    sight.sketch,
  );
  const shown = sight.layers
    .map(({ layer }) => layer)
    .filter(({ id, role }) => role === 'base' || sight.visibleIds.has(id));
  const scale = formatScale(widthM / (map.w * METRES_PER_INCH));
  const layers = shown.filter(({ role }) => role !== 'base').map(({ title }) => words.pick(title));
  return {
    ...text,
    picture: {
      data: await dataUrl(picture.blob),
      alt: t('slideAlt', {
        title: text.title,
        caption: text.caption,
        layers: formatList(layers, language),
        filter:
          text.filter === undefined ? '' : ` ${said(t('slideFilter'), text.filter, language)}`,
      }),
    },
    legend: await legendRows(entries, picture, given),
    foot: [
      [...noticesOf(given), ...provenanceLines(provenance, words)].join(' '),
      said(t('sources'), creditsOf(shown).join(' · '), language),
      [
        date,
        t('slideScale', { scale }),
        said(t('printData'), versionsText(provenance, words), language),
      ].join(' · '),
    ],
  };
}

/** The data that the texts of slides refer to. */
function sourcesOf({ model, words }: ExportContext): SlideSources {
  return {
    layers: model.plan.layers.peek().map(({ layer }) => layer),
    zones: model.plan.zones.peek(),
    words,
  };
}

/** The notices on a schematic coast and on the missing review number, for every slide. */
function noticesOf({ model, words: { t } }: ExportContext): readonly string[] {
  return [...(model.plan.isSurveyed.peek() ? [] : [t('illustration')]), t('notSurveyed')];
}

function planTitle({ model, words }: ExportContext): string {
  const state = model.plan.catalogue.peek();
  return state.kind === 'ready' ? words.pick(state.catalogue.title) : words.t('planArea');
}

function said(name: string, text: string, language: Language): string {
  return `${name}${PUNCTUATION[language].colon}${text}`;
}

async function legendRows(
  entries: readonly LegendEntry[],
  { theme }: ViewImage,
  { model, words }: ExportContext,
): Promise<readonly SlideLegendRow[]> {
  const state = model.plan.catalogue.peek();
  const groups = state.kind === 'ready' ? state.catalogue.groups : [];
  const rows: SlideLegendRow[] = [];
  for (const group of legendGroups(entries, groups)) {
    rows.push({ name: legendGroupName(group, words) });
    for (const entry of group.entries) {
      const sign = { key: entry.key, x: 0, y: 0, width: SIGN.width, height: SIGN.height };
      const drawing = (
        <SignSheet>
          <PlacedLegendSymbol {...{ sign, entry, theme }} />
        </SignSheet>
      );
      rows.push({ name: legendName(entry, words), sign: await signPng(renderSvg(drawing)) });
    }
  }
  return rows;
}

/** A legend symbol's size, and the image pixels per symbol pixel: sharp on a large screen. */
const SIGN = { width: 36, height: 20, pixels: 5 } as const;

function SignSheet({ children }: { readonly children: JSX.Element }): JSX.Element {
  const { width, height, pixels } = SIGN;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width * pixels}
      height={height * pixels}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

async function signPng(svg: string): Promise<string> {
  const [width, height] = [SIGN.width * SIGN.pixels, SIGN.height * SIGN.pixels];
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas for a sign');
    context.drawImage(image, 0, 0, width, height);
    return await dataUrl(await canvas.convertToBlob({ type: 'image/png' }));
  } finally {
    URL.revokeObjectURL(address);
  }
}
