import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { PlacedView } from '../../domain/views/deck.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { SlideFigure } from '../../ui/presentation/slide-figures.tsx';
import { sideFigures } from '../compare/side-figures.ts';
import { sideName } from '../compare/side-name.ts';
import type { Model } from '../state/model.ts';
import { chooseFigure, figureOfSides, type SideOfFigure } from './choose-figure.ts';

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
  const state = model.audit.state.value;
  if (state.kind !== 'ready') return undefined;
  const { audit, settings } = state.answer;
  const [after, scenario] = [afterOf(model, placed), model.scenarios.shown.value];
  const zone = model.selection.zone.value;
  const summary = audit.zones.find(({ id }) => id === zone?.id);
  return chooseFigure(
    {
      ...{ kind, realm: settings.realm, overall: audit.overall, saved: placed.view.figures },
      zone: zone && summary && { name: words.pick(zone.name), summary },
      tried: after && scenario && { name: scenario.name, after },
      incomplete: isShownIncomplete(model) ? scenario?.name : undefined,
    },
    words,
  );
}

/** Both sides of a comparison with their ratios; undefined without one, or until both are measured. */
function comparedSummaries(
  model: Model,
  words: I18n,
): readonly [SideOfFigure, SideOfFigure] | undefined {
  const sides = model.comparison.current.value?.sides ?? [];
  const [left, right] = sides.flatMap((side): SideOfFigure[] => {
    const figures = sideFigures(model, side);
    if (figures.kind !== 'ready') return [];
    const { summary, hasOwnCounting, isIncomplete } = figures;
    return [{ name: sideName(model, side, words), summary, hasOwnCounting, isIncomplete }];
  });
  return left === undefined || right === undefined ? undefined : [left, right];
}

function afterOf(model: Model, { view }: PlacedView): CoastSummary | undefined {
  const scenario = model.scenarios.shown.value;
  const state = scenario && model.scenarios.states.value.get(scenario.id);
  const isShown = view.scenario !== undefined && state?.kind === 'ready';
  return isShown ? state.answer?.after : undefined;
}

/** Whether a site of the shown scenario could not be worked out. */
function isShownIncomplete({ scenarios }: Pick<Model, 'scenarios'>): boolean {
  const state = scenarios.states.value.get(scenarios.shown.value?.id ?? '');
  return state?.kind === 'ready' && state.failures.size > 0;
}
