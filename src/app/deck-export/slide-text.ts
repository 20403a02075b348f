import type { CoastSummary } from '../../domain/audit/audit.ts';
import { type Provenance, provenanceNotes } from '../../domain/audit/provenance.ts';
import { RATIO_PARTS, type RatioPart, ratioParts } from '../../domain/audit/ratio-parts.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import { figureDrift } from '../../domain/views/figure-drift.ts';
import { textIn } from '../../domain/views/saved-view.ts';
import type { Zone } from '../../domain/zone.ts';
import { verdictWords } from '../../ui/audit/verdict.tsx';
import {
  formatBand,
  formatLength,
  formatList,
  formatRatio,
  formatTarget,
  PUNCTUATION,
} from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { filterInWords } from '../../ui/projects/filter-text.ts';
import { viewName } from '../../ui/views/default-names.ts';
import { formatFigure } from '../../ui/views/figure-labels.ts';
import { stateOfView } from '../address/view-url-state.ts';
import type { EvaluatedView } from '../audit/evaluate-views.ts';

/** A bar of a slide's chart: one coast, divided into the parts of its ratio. */
export type SlideBar = {
  readonly name: string;
  /** For example `Whole mainland: 50.0 % (band 42.1 %–57.3 %), target 35 %: keeps the target`. */
  readonly headline: string;
  /** Lengths in metres, which sum to the total of the ratio. */
  readonly parts: Readonly<Record<RatioPart, number>>;
};

/** The texts of a view's slide, in one language. */
export type SlideText = {
  readonly title: string;
  readonly caption: string;
  readonly notes: string;
  /** The changes since the view was saved, one sentence each. */
  readonly drifts: readonly string[];
  /** The view's filter of projects; undefined for one that shows all. */
  readonly filter: string | undefined;
  /** What differs from the data and their rule, and what is provisional, one sentence each. */
  readonly rests: readonly string[];
  /** Empty for a view that shows no ratio. */
  readonly bars: readonly SlideBar[];
};

/** The data that a slide's texts refer to. */
export type SlideSources = {
  readonly layers: readonly CatalogueLayer[];
  readonly zones: readonly Zone[];
  readonly words: I18n;
};

/** An evaluated view with what its figures rest on. */
export type ExportedView = EvaluatedView & { readonly provenance: Provenance };

/** Returns the texts of a slide for an evaluated view. */
export function slideText(worked: ExportedView, { layers, zones, words }: SlideSources): SlideText {
  const { view, figures, provenance } = worked;
  const { language } = words;
  const { filter } = stateOfView(view).state;
  return {
    title: textIn(view.title, language) || viewName(view.number)[language],
    caption: textIn(view.caption, language),
    notes: textIn(view.notes, language),
    drifts: driftSentences(worked, words),
    filter: filter && filterInWords(filter, { layers, zones }, words),
    rests: provenanceNotes(provenance).map((note) => note[language]),
    bars:
      view.figures.ratio === undefined && figures.afterRatio === undefined
        ? []
        : barsOf(worked, zones, words),
  };
}

/** The figures of a view that differ now; the number of projects that match a filter is not compared. */
function driftSentences({ view, figures }: EvaluatedView, words: I18n): readonly string[] {
  const { t, language } = words;
  const { projects: _, ...saved } = view.figures;
  return figureDrift(saved, figures).map(({ name, was, now }) =>
    t('drift', {
      name: t(`figure_${name}`),
      was: formatFigure(name, was, language),
      now: now === undefined ? t('driftGone') : formatFigure(name, now, language),
    }),
  );
}

function barsOf(
  { view, answer, tried }: EvaluatedView,
  zones: readonly Zone[],
  words: I18n,
): readonly SlideBar[] {
  const { t, pick } = words;
  const { audit, settings } = answer;
  const bar = (name: string, summary: CoastSummary): SlideBar => barOf(name, summary, words);
  const { zone: zoneId } = stateOfView(view).state;
  const [zone, found] = [
    zones.find(({ id }) => id === zoneId),
    audit.zones.find(({ id }) => id === zoneId),
  ];
  const whole =
    tried === undefined
      ? [bar(t(`allZones_${settings.realm}`), audit.overall)]
      : [bar(t('slideBefore'), tried.before), bar(t('slideAfter'), tried.after)];
  const ofZone = zone === undefined || found === undefined ? [] : [bar(pick(zone.name), found)];
  return [...whole, ...ofZone];
}

/** The bar of a compared side: after its scenario where it has one, else of the whole coast. */
export function sideBar(
  name: string,
  { answer, tried }: Pick<EvaluatedView, 'answer' | 'tried'>,
  words: I18n,
): SlideBar {
  return barOf(name, tried?.after ?? answer.audit.overall, words);
}

function barOf(name: string, summary: CoastSummary, words: I18n): SlideBar {
  const { t, language } = words;
  const { ratio, target, band, verdict } = summary;
  return {
    name,
    headline:
      ratio === undefined
        ? t('slideNoRatio', { name, verdict: verdictWords(summary, words) })
        : t('slideRatio', {
            name,
            ...formatBand(band, target, language),
            ratio: formatRatio(ratio, target, language),
            target: formatTarget(target, language),
            verdict: t(`verdictName_${verdict}`),
          }),
    parts: ratioParts(summary),
  };
}

/** Returns the parts that a chart of these bars shows: `other` only when a bar has any of it. */
export function shownParts(bars: readonly SlideBar[]): readonly RatioPart[] {
  return RATIO_PARTS.filter(
    (name) => name !== 'other' || bars.some(({ parts }) => parts.other > 0),
  );
}

/** Returns a chart as a sentence, the alternative text for screen readers. */
export function chartAlt(bars: readonly SlideBar[], { t, language }: I18n): string {
  const rows = bars.map(({ headline, parts }) =>
    t('slideChartRow', {
      name: headline,
      parts: formatList(
        shownParts(bars).map(
          (part) => `${t(`slidePart_${part}`)} ${formatLength(parts[part], language)}`,
        ),
        language,
      ),
    }),
  );
  return t('slideChartAlt', { rows: rows.join(PUNCTUATION[language].semicolon) });
}
