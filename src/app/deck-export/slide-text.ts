import type { AuditChoices } from '../../domain/audit/audit-settings.ts';
import { type Provenance, provenanceNotes } from '../../domain/audit/provenance.ts';
import { RATIO_PARTS, ratioParts } from '../../domain/audit/ratio-parts.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import { figureDrift } from '../../domain/views/figure-drift.ts';
import { type SavedView, textIn } from '../../domain/views/saved-view.ts';
import type { Zone } from '../../domain/zone.ts';
import { verdictName, verdictWords } from '../../ui/audit/verdict.tsx';
import {
  formatBand,
  formatLength,
  formatList,
  formatRatio,
  formatTarget,
  PUNCTUATION,
} from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { NamedSummary, SlideFigure } from '../../ui/presentation/slide-figures.tsx';
import { filterInWords } from '../../ui/projects/filter-text.ts';
import { viewName } from '../../ui/views/default-names.ts';
import { formatFigure } from '../../ui/views/figure-labels.ts';
import { stateOfView } from '../address/view-url-state.ts';
import type { EvaluatedView } from '../audit/evaluate-views.ts';
import { isCountedAs } from '../compare/audit-compared-views.ts';
import { chooseFigure, type SideOfFigure } from '../presentation/choose-figure.ts';

/** The texts of a view's slide, in one language. */
export type SlideText = {
  readonly title: string;
  /** A number that the slide states, large; empty without one. */
  readonly number: string;
  readonly caption: string;
  readonly notes: string;
  /** The changes since the view was saved, one sentence each. */
  readonly drifts: readonly string[];
  /** The view's filter of projects; undefined for one that shows all. */
  readonly filter: string | undefined;
  /** What differs from the data and their rule, and what is provisional, one sentence each. */
  readonly rests: readonly string[];
  /** Undefined for a slide that shows no ratio. */
  readonly figure: SlideFigure | undefined;
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
  const { view, provenance } = worked;
  const { language } = words;
  const { filter } = stateOfView(view).state;
  const { blocks = {} } = view;
  return {
    title: textIn(view.title, language) || viewName(view.number)[language],
    number: blocks.number === undefined ? '' : textIn(blocks.number, language),
    caption: textIn(view.caption, language),
    notes: textIn(view.notes, language),
    drifts: driftSentences(worked, words),
    filter: filter && filterInWords(filter, { layers, zones }, words),
    rests: provenanceNotes(provenance).map((note) => note[language]),
    figure: figureOf(worked, zones, words),
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

/** The ratio of a slide, as the presentation shows it. */
function figureOf(
  worked: EvaluatedView,
  zones: readonly Zone[],
  words: I18n,
): SlideFigure | undefined {
  const { view, answer, scenario, tried } = worked;
  const kind = view.blocks?.figure;
  if (kind === 'none') return undefined;
  const { audit, settings } = answer;
  const { zone: zoneId } = stateOfView(view).state;
  const zone = zones.find(({ id }) => id === zoneId);
  const summary = audit.zones.find(({ id }) => id === zoneId);
  return chooseFigure(
    {
      ...{ kind, realm: settings.realm, overall: audit.overall, saved: view.figures },
      zone: zone && summary && { name: words.pick(zone.name), summary },
      tried: tried && scenario && { name: scenario.name, after: tried.after },
      incomplete: lacksSites(worked) ? scenario?.name : undefined,
    },
    words,
  );
}

/** Whether a site of the view's scenario could not be worked out. */
function lacksSites({
  scenario,
  footprints,
}: Pick<EvaluatedView, 'scenario' | 'footprints'>): boolean {
  return scenario !== undefined && footprints.length < scenario.sites.length;
}

/** The ratio of a compared side of a slide: after its scenario where it has one, else of the whole coast. */
export function sideOfSlide(name: string, side: EvaluatedView, slide: SavedView): SideOfFigure {
  const choicesOf = (view: SavedView): AuditChoices => stateOfView(view).state.audit ?? {};
  return {
    ...{ name, summary: side.tried?.after ?? side.answer.audit.overall },
    hasOwnCounting: !isCountedAs(choicesOf(side.view), choicesOf(slide)),
    isIncomplete: lacksSites(side),
  };
}

/** The ratios of a figure, in order. */
export function figureRows(figure: SlideFigure): readonly NamedSummary[] {
  if (figure.kind === 'withheld') return [];
  return figure.kind === 'change' ? figure.rows : [figure];
}

/** A ratio as a sentence: `Whole mainland: 50.0 % (band 42.1 %–57.3 %), target 35 %: keeps the target`. */
export function ratioHeadline({ name, summary }: NamedSummary, words: I18n): string {
  const { t, language } = words;
  const { ratio, target, band, hasOwnTarget } = summary;
  if (ratio === undefined)
    return t('slideNoRatio', { name, verdict: verdictWords(summary, words) });
  return t(hasOwnTarget ? 'slideRatio' : 'slideRatioOfPart', {
    name,
    ...formatBand(band, target, language),
    ratio: formatRatio(ratio, target, language),
    target: formatTarget(target, language),
    verdict: verdictName(summary, words),
  });
}

/** The lengths behind a ratio as a sentence: `Natural 5.0 km, Restored 0 m, …`. */
export function ratioLengths({ summary }: NamedSummary, { t, language }: I18n): string {
  const parts = ratioParts(summary);
  return formatList(
    RATIO_PARTS.filter((part) => part !== 'other' || parts.other > 0).map(
      (part) => `${t(`slidePart_${part}`)} ${formatLength(parts[part], language)}`,
    ),
    language,
  );
}

/** Returns the chart of a figure as a sentence, the alternative text for screen readers. */
export function chartAlt(figure: SlideFigure, words: I18n): string {
  const rows = figureRows(figure).map((row) => ratioHeadline(row, words));
  return words.t('slideChartAlt', { rows: rows.join(PUNCTUATION[words.language].semicolon) });
}
