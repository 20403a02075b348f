import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { PlacedView } from '../../domain/views/deck.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { NamedSummary, SlideFigure } from '../../ui/presentation/slide-figures.tsx';
import { sideFigures } from '../compare/side-figures.ts';
import { sideName } from '../compare/side-name.ts';
import type { Model } from '../state/model.ts';

/**
 * What a slide says of the coast in figures: of two compared states both, with a scenario before and after it, else the
 * ratio; undefined for a view that was saved without it, and until it is measured. Reads signals.
 */
export function slideFigure(
  model: Model,
  placed: PlacedView,
  words: I18n,
): SlideFigure | undefined {
  const kind = placed.view.blocks?.figure;
  if (kind === 'none') return undefined;
  const sides = comparedSummaries(model, words);
  if (sides !== undefined) return figureOfSides(sides, words);
  const summary = summaryOf(model, placed);
  if (summary === undefined) return undefined;
  const state = model.audit.state.value;
  const realm = state.kind === 'ready' ? state.answer.settings.realm : 'mainland';
  const whole = words.t(`allZones_${realm}`);
  // A site without ground would read as no change at all.
  if (isIncomplete(model)) return undefined;
  const [after, scenario] = [afterOf(model, placed), model.scenarios.shown.value];
  if (state.kind === 'ready' && after !== undefined && scenario !== undefined) {
    const name = `${whole} · ${scenario.name}`;
    if (kind === 'gauge' || kind === 'number') return { kind, name, summary: after };
    const before = { name: words.t('slideToday'), summary: state.answer.audit.overall };
    return { kind: 'change', of: whole, rows: [before, { name: scenario.name, summary: after }] };
  }
  const zone = model.selection.zone.value;
  const name = zone === undefined ? whole : words.pick(zone.name);
  return { kind: kind === 'number' ? kind : 'gauge', name, summary };
}

/** Both sides of a comparison with their ratios; undefined without one, or until both are measured. */
function comparedSummaries(
  model: Model,
  words: I18n,
): readonly [NamedSummary, NamedSummary] | undefined {
  const sides = model.comparison.current.value?.sides ?? [];
  const [left, right] = sides.flatMap((side): NamedSummary[] => {
    const figures = sideFigures(model, side);
    if (figures.kind !== 'ready') return [];
    const note = figures.hasOwnCounting ? [words.t('sideOwnCounting')] : [];
    const name = [sideName(model, side, words), ...note].join(' · ');
    return [{ name, summary: figures.summary }];
  });
  return left === undefined || right === undefined ? undefined : [left, right];
}

/** Projects do not change the coast as drawn: two sides with one ratio say so instead of twice the same. */
function figureOfSides(
  rows: readonly [NamedSummary, NamedSummary],
  { t }: I18n,
): SlideFigure | undefined {
  const [left, right] = rows;
  if (left.summary.ratio === right.summary.ratio)
    return { kind: 'gauge', name: t('slideBothSides'), summary: right.summary };
  return { kind: 'change', of: t('ratio'), rows };
}

/** The figures of the view's zone, otherwise of the whole coast; undefined when it was saved without any. */
function summaryOf(model: Model, { view }: PlacedView): CoastSummary | undefined {
  const state = model.audit.state.value;
  if (state.kind !== 'ready') return undefined;
  const { audit } = state.answer;
  const zone = audit.zones.find(({ id }) => id === model.selection.zone.value?.id);
  if (zone !== undefined) return zone;
  const { ratio, zoneRatio, afterRatio } = view.figures;
  const isShown = ratio !== undefined || zoneRatio !== undefined || afterRatio !== undefined;
  return isShown ? audit.overall : undefined;
}

function afterOf(model: Model, { view }: PlacedView): CoastSummary | undefined {
  const scenario = model.scenarios.shown.value;
  const state = scenario && model.scenarios.states.value.get(scenario.id);
  const isShown = view.scenario !== undefined && state?.kind === 'ready';
  return isShown ? state.answer?.after : undefined;
}

/** Whether a site of the shown scenario could not be worked out. */
function isIncomplete({ scenarios }: Pick<Model, 'scenarios'>): boolean {
  const state = scenarios.states.value.get(scenarios.shown.value?.id ?? '');
  return state?.kind === 'ready' && state.failures.size > 0;
}
