import type { JSX } from 'preact';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { Provenance } from '../../domain/audit/provenance.ts';
import type { Language } from '../../domain/bilingual.ts';
import { type CatalogueLayer, creditsOf } from '../../domain/dataset.ts';
import {
  type LegendEntry,
  legendContent,
  legendGroups,
} from '../../domain/legend/legend-content.ts';
import type { Theme } from '../../domain/symbology.ts';
import { type Deck, textIn } from '../../domain/views/saved-view.ts';
import { provenanceLines, versionsText } from '../../ui/audit/audit-sentence.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import { formatList, formatScale, PUNCTUATION } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { legendGroupName, legendName } from '../../ui/legend/legend-symbol.tsx';
import { loadAllTexts } from '../../ui/load-all-texts.ts';
import { mapNotice } from '../../ui/map-notice.ts';
import { lineageRows } from '../../ui/own-data/lineage-rows.ts';
import { PlacedLegendSymbol } from '../../ui/print/page-svg.tsx';
import { createMeasure } from '../../ui/print/print-typography.ts';
import { renderSvg } from '../../ui/print/render-svg.ts';
import { countedDatasets } from '../audit/counted-datasets.ts';
import { evaluateView } from '../audit/evaluate-views.ts';
import { comparedIn, viewOfSideIn } from '../compare/compared-sides.ts';
import { sideName } from '../compare/side-name.ts';
import { dataUrl } from '../image/map-image.ts';
import { viewImage } from '../image/view-image.ts';
import { answerProvenance } from '../persistence/answer-provenance.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import { sketchFeatures } from '../scenarios/sketch-features.ts';
import type { EvaluationEngines } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { writeWorkbook } from '../workers/export-client.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import { deckPptx, type SlideLegendRow, type SlidePicture, type ViewSlide } from './deck-pptx.ts';
import { deckWorkbook } from './deck-workbook.ts';
import {
  layoutSides,
  layoutSlide,
  type SidePlaces,
  type SlideBox,
  type SlideLayout,
} from './slide-layout.ts';
import {
  type ExportedView,
  type SlideSources,
  type SlideText,
  sideBar,
  slideText,
} from './slide-text.ts';

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
  const given: ExportContext = {
    ...{ deck, engines, model, words, answer, provenance, date, worked, watch },
  };
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
  const layers = model.plan.layers.peek().map(({ layer }) => layer);
  const source = {
    zones: model.plan.zones.peek(),
    segments: model.plan.segments.peek(),
    standing: model.plan.standing.peek(),
    datasets: countedDatasets(model),
    credits: creditsOf(
      layers.filter(({ role }) => role === 'coastline' || role === 'zones'),
      words.language,
    ),
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
    said(t('sources'), creditsOf(layers, language).join(' · '), language),
    ...provenanceLines(provenance, words),
    said(t('printData'), versionsText(provenance, words), language),
  ];
  return deckPptx(
    {
      title: textIn(deck.title, language) || t('deckUntitled'),
      plan: planTitle(given),
      ...{ about, slides },
      aboutNotes: countedDatasets(model).flatMap((dataset) => [
        dataset.name,
        ...lineageRows(dataset, words).flatMap(([label, lines]) =>
          lines.map((line) => said(label, line, language)),
        ),
      ]),
    },
    { shape, words, measure: createMeasure() },
  );
}

async function viewSlide(
  worked: ExportedView,
  given: ExportContext,
  shape: SlideLayout,
): Promise<ViewSlide> {
  const { words, date } = given;
  const { t, language } = words;
  const places = layoutSlide(shape);
  const text = slideText(worked, sourcesOf(given));
  const compared = comparedIn(worked.view);
  const drawn =
    compared === undefined
      ? [await drawMap(worked, text, places.map, given)]
      : await drawSides(worked, text, layoutSides(places), given);
  const [first, second] = drawn;
  if (first === undefined) throw new Error(`no map of view ${worked.view.number}`);
  const shown = [...new Set(drawn.flatMap(({ layers }) => layers))];
  const entries = new Map(drawn.flatMap((map) => map.entries).map((entry) => [entry.key, entry]));
  const { provenance } = worked;
  const resting = new Set(
    [worked, ...drawn.map(({ of }) => of)].flatMap((each) =>
      provenanceLines(each.provenance, words),
    ),
  );
  const { scale } = first;
  return {
    ...text,
    ...(second && { bars: drawn.map(({ name, of }) => sideBar(name, of, words)) }),
    maps: second === undefined ? first.picture : [first, second],
    legend: await legendRows([...entries.values()], first.theme, given),
    foot: [
      [...noticesOf(given), ...resting].join(' '),
      said(t('sources'), creditsOf(shown, language).join(' · '), language),
      [
        date,
        t('slideScale', { scale }),
        said(t('printData'), versionsText(provenance, words), language),
      ].join(' · '),
    ],
  };
}

/** A map of a slide with what its legend and foot need. */
type DrawnMap = {
  readonly name: string;
  readonly picture: SlidePicture;
  readonly of: ExportedView;
  readonly entries: readonly LegendEntry[];
  readonly theme: Theme;
  readonly layers: readonly CatalogueLayer[];
  readonly scale: string;
};

/** Draws both sides of a comparison, each evaluated as a view of its own. */
async function drawSides(
  worked: ExportedView,
  text: SlideText,
  places: readonly [SidePlaces, SidePlaces],
  given: ExportContext,
): Promise<readonly DrawnMap[]> {
  const { model, engines, words } = given;
  const drawn: DrawnMap[] = [];
  for (const [index, side] of (comparedIn(worked.view) ?? []).entries()) {
    const place = places[index];
    if (place === undefined) continue;
    const evaluated = await evaluateView(viewOfSideIn(worked.view, side, model), engines);
    const provenance = await answerProvenance(model, evaluated.answer, worked.provenance.read);
    const name = sideName(model, side, words);
    const title = `${text.title} · ${name}`;
    const map = await drawMap({ ...evaluated, provenance }, { ...text, title }, place.map, given);
    drawn.push({ ...map, name });
  }
  return drawn;
}

/** Draws what an evaluated view shows. */
async function drawMap(
  of: ExportedView,
  { title, caption, filter }: Pick<SlideText, 'title' | 'caption' | 'filter'>,
  map: SlideBox,
  { model, words, watch }: ExportContext,
): Promise<DrawnMap> {
  const { t, language, pick } = words;
  const { scenario, footprints, tried } = of;
  const { sight, theme, corners, camera, widthM, blob } = await viewImage(model, of.view, {
    width: Math.round(map.w * PIXELS_PER_INCH),
    height: Math.round(map.h * PIXELS_PER_INCH),
    pixelRatio: SHARPNESS,
    language,
    ...(watch.signal && { signal: watch.signal }),
    sketch: scenario && sketchFeatures({ scenario, footprints, answer: tried }),
  });
  const layers = sight.layers
    .map(({ layer }) => layer)
    .filter(({ id, role }) => role === 'base' || sight.visibleIds.has(id));
  const names = layers.filter(({ role }) => role !== 'base').map((layer) => pick(layer.title));
  return {
    ...{ of, theme, layers, name: title },
    picture: {
      data: await dataUrl(blob),
      alt: t('slideAlt', {
        ...{ title, caption, layers: formatList(names, language) },
        filter: filter === undefined ? '' : ` ${said(t('slideFilter'), filter, language)}`,
      }),
    },
    entries: legendContent(
      sight.layers,
      sight.visibleIds,
      { corners, zoom: camera.zoom, theme, selectedIds: sight.selectedIds },
      sight.sketch,
    ),
    scale: formatScale(widthM / (map.w * METRES_PER_INCH)),
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
function noticesOf({ model, words }: ExportContext): readonly string[] {
  const standing = model.plan.standing.peek();
  const notice = coastNoticeText(standing.coastStatus, words);
  return [...(notice === undefined ? [] : [notice]), mapNotice(standing, words)];
}

function planTitle({ model, words }: ExportContext): string {
  return words.pick(model.plan.title.peek()) || words.t('appName');
}

function said(name: string, text: string, language: Language): string {
  return `${name}${PUNCTUATION[language].colon}${text}`;
}

async function legendRows(
  entries: readonly LegendEntry[],
  theme: Theme,
  { model, words }: ExportContext,
): Promise<readonly SlideLegendRow[]> {
  const groups = model.plan.groups.peek();
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
