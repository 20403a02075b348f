import type { CatalogueLayer } from '../../domain/dataset.ts';
import { type LegendEntry, legendContent } from '../../domain/legend/legend-content.ts';
import { metresPerPixel } from '../../domain/print/map-scale.ts';
import { scaleBar } from '../../domain/print/scale-bar.ts';
import type { Theme } from '../../domain/symbology.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { formatList, formatRatio, PUNCTUATION } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { evaluateView } from '../audit/evaluate-views.ts';
import { comparedIn, viewOfSideIn } from '../compare/compared-sides.ts';
import { sideName } from '../compare/side-name.ts';
import { dataUrl } from '../image/map-image.ts';
import { viewImage } from '../image/view-image.ts';
import { answerProvenance } from '../persistence/answer-provenance.ts';
import type { SideOfFigure } from '../presentation/choose-figure.ts';
import { sketchFeatures } from '../scenarios/sketch-features.ts';
import type { EvaluationEngines } from '../state/controller.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import type { SlideMap } from './slide-items.ts';
import { layoutSides, type SlideBox } from './slide-layout.ts';
import { LONGEST_BAR_MM } from './slide-scale.ts';
import { type ExportedView, type SlideText, sideOfSlide } from './slide-text.ts';

/** What maps of slides are drawn with. */
export type DrawContext = {
  readonly engines: EvaluationEngines;
  readonly words: I18n;
  readonly watch: TaskOptions;
};

/** A map of a slide with what its legend and foot need. */
export type DrawnMap = {
  readonly map: SlideMap;
  readonly of: ExportedView;
  /** The ratio of a compared side; undefined for a map that is alone. */
  readonly side: SideOfFigure | undefined;
  readonly entries: readonly LegendEntry[];
  readonly theme: Theme;
  readonly layers: readonly CatalogueLayer[];
};

/** Map pixels per inch of the slide: labels are printed at 11 points. */
const PIXELS_PER_INCH = 120;
/** Image pixels per map pixel: approximately Full HD across a wide slide. */
const SHARPNESS = 2;
const MM_PER_INCH = 25.4;

/** Draws the map of a slide, or both maps of one that compares, each evaluated as a view of its own. */
export async function drawMaps(
  worked: ExportedView,
  text: SlideText,
  place: SlideBox,
  context: DrawContext,
): Promise<readonly DrawnMap[]> {
  const { engines, words } = context;
  const sides = comparedIn(worked.view);
  if (sides === undefined) {
    const map = await drawMap(worked, text, place, context);
    return [{ ...map, side: undefined }];
  }
  const places = layoutSides(place);
  const drawn: DrawnMap[] = [];
  for (const [index, side] of sides.entries()) {
    const half = places[index];
    if (half === undefined) continue;
    const view = viewOfSideIn(worked.view, side, engines.model);
    const evaluated = await evaluateView(view, engines);
    const provenance = await answerProvenance(
      engines.model,
      evaluated.answer,
      worked.provenance.read,
    );
    const name = sideName(engines.model, side, words);
    const named = { ...text, title: `${text.title} · ${name}` };
    const one = await drawMap({ ...evaluated, provenance }, named, half.map, context);
    const compared = sideOfSlide(name, evaluated, worked.view);
    const ratio = ratioOf(worked.view, compared, words);
    drawn.push({ ...one, map: { ...one.map, name, ratio }, side: compared });
  }
  return drawn;
}

/** The ratio above a compared map; empty on a slide that is to show none, and where a scenario lacks a site. */
function ratioOf(
  view: SavedView,
  { summary, isIncomplete }: SideOfFigure,
  { language }: I18n,
): string {
  const { ratio, target } = summary;
  return view.blocks?.figure === 'none' || ratio === undefined || isIncomplete
    ? ''
    : formatRatio(ratio, target, language);
}

/** Draws what an evaluated view shows. */
export async function drawMap(
  of: ExportedView,
  { title, caption, filter }: Pick<SlideText, 'title' | 'caption' | 'filter'>,
  place: SlideBox,
  { engines: { model }, words, watch }: DrawContext,
): Promise<Omit<DrawnMap, 'side'>> {
  const { t, language, pick } = words;
  const { scenario, footprints, tried } = of;
  const size = {
    width: Math.round(place.w * PIXELS_PER_INCH),
    height: Math.round(place.h * PIXELS_PER_INCH),
  };
  const { sight, theme, corners, camera, blob } = await viewImage(model, of.view, {
    ...{ ...size, pixelRatio: SHARPNESS, language },
    ...(watch.signal && { signal: watch.signal }),
    sketch: scenario && sketchFeatures({ scenario, footprints, answer: tried }),
  });
  const layers = sight.layers
    .map(({ layer }) => layer)
    .filter(({ id, role }) => role === 'base' || sight.visibleIds.has(id));
  const names = layers.filter(({ role }) => role !== 'base').map((layer) => pick(layer.title));
  const filterWords =
    filter === undefined ? '' : ` ${t('slideFilter')}${PUNCTUATION[language].colon}${filter}`;
  // The picture fills its place exactly, so a pixel is this wide on the slide.
  const pixelMm = (place.w * MM_PER_INCH) / size.width;
  return {
    ...{ of, theme, layers },
    map: {
      ...{ name: '', ratio: '', bearing: camera.bearing },
      bar: scaleBar(metresPerPixel(camera) / pixelMm, Math.min(LONGEST_BAR_MM, 7 * place.w)),
      picture: {
        data: await dataUrl(blob),
        alt: t('slideAlt', {
          ...{ title, caption, layers: formatList(names, language), filter: filterWords },
        }),
      },
    },
    entries: legendContent(
      sight.layers,
      sight.visibleIds,
      { corners, zoom: camera.zoom, theme, selectedIds: sight.selectedIds },
      sight.sketch,
    ),
  };
}
