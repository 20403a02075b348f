import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Provenance } from '../../domain/audit/provenance.ts';
import type { Language } from '../../domain/bilingual.ts';
import { type CatalogueLayer, creditsOf } from '../../domain/dataset.ts';
import { type Deck, textIn } from '../../domain/views/saved-view.ts';
import { provenanceLines, versionsText } from '../../ui/audit/audit-sentence.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import { PUNCTUATION } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { loadAllTexts } from '../../ui/load-all-texts.ts';
import { mapNotice } from '../../ui/map-notice.ts';
import { lineageRows } from '../../ui/own-data/lineage-rows.ts';
import { withUnits } from '../../ui/presentation/with-units.ts';
import { createMeasure } from '../../ui/print/print-typography.ts';
import { tablesSource } from '../audit/audit-workbook.ts';
import { countedDatasets } from '../audit/counted-datasets.ts';
import { evaluateView } from '../audit/evaluate-views.ts';
import { comparedIn, viewOfSideIn } from '../compare/compared-sides.ts';
import { answerProvenance } from '../persistence/answer-provenance.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import { figureOfSides } from '../presentation/choose-figure.ts';
import type { EvaluationEngines } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { writeWorkbook } from '../workers/export-client.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import type { SlideDeck } from './compose-deck.ts';
import { placesOf, type ViewSlide } from './compose-slide.ts';
import { printDeck } from './deck-pdf.tsx';
import { deckPptx, SLIDE_FONTS } from './deck-pptx.ts';
import { deckWorkbook } from './deck-workbook.ts';
import { type DrawnMap, drawMap, drawMaps } from './draw-maps.ts';
import { legendRows } from './legend-rows.tsx';
import { layoutSlide, type SlideLayout } from './slide-layout.ts';
import { type ExportedView, type SlideSources, slideText } from './slide-text.ts';

/** The file formats of a deck export. */
export type DeckExportFormat =
  | { readonly kind: 'pptx' | 'pdf'; readonly shape: SlideLayout }
  | { readonly kind: 'xlsx' };

/**
 * Creates a file of a deck in the page's language, saves it, and returns its name; a PDF is handed to the browser's
 * print dialog instead, and undefined returned.
 * @throws Error when the coast has not been measured or no map can be drawn; the signal's reason when
 * stopped.
 */
export async function exportDeck(
  deck: Deck,
  engines: EvaluationEngines,
  as: DeckExportFormat,
  watch: TaskOptions,
): Promise<string | undefined> {
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
  const given: ExportContext = {
    ...{ deck, engines, model, words, answer, provenance, date, worked, watch },
  };
  const file = `coastplan-deck-${date}.${as.kind}`;
  switch (as.kind) {
    case 'pptx':
      saveFile(file, await slidesFile(given, as.shape), `${OFFICE}.presentationml.presentation`);
      return file;
    case 'pdf': {
      const slides = await slideDeck(given, as.shape);
      watch.signal?.throwIfAborted();
      await printDeck(slides, as.shape, { words, measure: createMeasure() });
      return undefined;
    }
    case 'xlsx':
      saveFile(file, await tablesFile(given), `${OFFICE}.spreadsheetml.sheet`);
      return file;
  }
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

type ExportContext = {
  readonly deck: Deck;
  readonly engines: EvaluationEngines;
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
  const about = { answer, provenance, date, planTitle: planTitle(given) };
  const source = tablesSource(model, about, words);
  const title = textIn(deck.title, words.language) || words.t('deckUntitled');
  return writeWorkbook(deckWorkbook(title, worked, source, sourcesOf(given)), watch);
}

async function slidesFile(
  given: ExportContext,
  shape: SlideLayout,
): Promise<Uint8Array<ArrayBuffer>> {
  const slides = await slideDeck(given, shape);
  const { words } = given;
  const measure = createMeasure(SLIDE_FONTS);
  return deckPptx(slides, { shape, words, measure });
}

/** The slides of a deck with everything on them. */
async function slideDeck(given: ExportContext, shape: SlideLayout): Promise<SlideDeck> {
  const { deck, model, words, provenance, date, worked, watch } = given;
  const { t, language } = words;
  const isMapped = ({ view }: ExportedView): boolean => view.blocks?.layout !== 'text';
  const first = worked.find(isMapped);
  const steps = worked.length + (first === undefined ? 1 : 2);
  const cover = first && (await coverMap(first, given, shape));
  const slides: ViewSlide[] = [];
  for (const each of worked) {
    slides.push(await viewSlide(each, given, shape));
    watch.onProgress?.((slides.length + (first === undefined ? 0 : 1)) / steps);
  }
  watch.signal?.throwIfAborted();
  const layers = model.plan.layers.peek().map(({ layer }) => layer);
  const title = textIn(deck.title, language) || t('deckUntitled');
  return {
    ...{ title, plan: planTitle(given), slides },
    date: dayInWords(date, language),
    cover: cover?.map,
    foot: footLines(cover?.layers ?? [], [], given),
    sources: [
      ...noticesOf(given),
      said(t('sources'), creditsOf(layers, language).join(' · '), language),
      ...provenanceLines(provenance, words),
      ...(first === undefined ? [] : [t('slideSourcesScale')]),
      said(t('printData'), versionsText(provenance, words), language),
    ],
    lineage: countedDatasets(model).flatMap((dataset) => [
      dataset.name,
      ...lineageRows(dataset, words).flatMap(([label, lines]) =>
        lines.map((line) => said(label, line, language)),
      ),
    ]),
  };
}

/** The map of the opening slide: that of the first view, of a comparison its second state. */
async function coverMap(
  worked: ExportedView,
  given: ExportContext,
  shape: SlideLayout,
): Promise<Omit<DrawnMap, 'side'> | undefined> {
  const place = layoutSlide(shape, 'column').map;
  if (place === undefined) return undefined;
  const { model, engines } = given;
  const side = comparedIn(worked.view)?.[1];
  const view = side && viewOfSideIn(worked.view, side, model);
  const shown = view === undefined ? worked : { ...worked, ...(await evaluateView(view, engines)) };
  return drawMap(shown, slideText(shown, sourcesOf(given)), place, given);
}

async function viewSlide(
  worked: ExportedView,
  given: ExportContext,
  shape: SlideLayout,
): Promise<ViewSlide> {
  const { model, words } = given;
  const { view } = worked;
  const {
    layout: arrangement = 'column',
    hasCaption,
    hasLegend = arrangement === 'column',
  } = view.blocks ?? {};
  const text = slideText(worked, sourcesOf(given));
  const { figure: own } = text;
  const place = placesOf({ arrangement, figure: own }, comparedIn(view) !== undefined, shape).map;
  const drawn = place === undefined ? [] : await drawMaps(worked, text, place, given);
  const [left, right] = drawn.flatMap(({ side }) => side ?? []);
  const figure =
    left === undefined || right === undefined || view.blocks?.figure === 'none'
      ? own
      : figureOfSides([left, right], words);
  const resting = new Set(
    [worked, ...drawn.map(({ of }) => of)].flatMap((each) =>
      provenanceLines(each.provenance, words),
    ),
  );
  return {
    ...{ ...text, arrangement, figure },
    caption: hasCaption === false ? '' : withUnits(text.caption),
    maps: drawn.map(({ map }) => map),
    legend: hasLegend ? await legendRows(drawn, view, model, words) : [],
    foot: footLines(
      drawn.flatMap(({ layers }) => layers),
      [...resting],
      given,
    ),
  };
}

/** Notice and sources, each once. */
function footLines(
  layers: readonly CatalogueLayer[],
  resting: readonly string[],
  given: ExportContext,
): readonly string[] {
  const { words } = given;
  const { t, language } = words;
  const credits = creditsOf([...new Set(layers)], language);
  const gap = language === 'zh' ? '' : ' ';
  return [
    [...noticesOf(given), ...resting].join(gap),
    ...(credits.length === 0 ? [] : [said(t('sources'), credits.join(' · '), language)]),
  ];
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
function noticesOf({ model, words }: ExportContext): readonly string[] {
  const standing = model.plan.standing.peek();
  const notice = coastNoticeText(standing.coastStatus, words);
  return [...(notice === undefined ? [] : [notice]), mapNotice(standing, words)];
}

/** A day, `2026-11-30`, as people write it. */
function dayInWords(day: string, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(`${day}T12:00`));
}

function planTitle({ model, words }: ExportContext): string {
  return words.pick(model.plan.title.peek()) || words.t('appName');
}

function said(name: string, text: string, language: Language): string {
  return `${name}${PUNCTUATION[language].colon}${text}`;
}
