import type { Bilingual } from '../../domain/bilingual.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import { selectionName } from '../../domain/selection.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { withCoastOf } from '../../domain/views/shown-figures.ts';
import { formatUrlState } from '../address/url-state.ts';
import { currentFigures } from '../audit/current-figures.ts';
import type { Model } from '../state/model.ts';

/** What a view saves of the app: everything but its texts and its number. */
export type StateToSave = Pick<
  SavedView,
  'address' | 'extent' | 'scenario' | 'figures' | 'savedAt'
>;

/**
 * What the desk shows now, to be saved: layers by name even where they are those of the first start, so that
 * the view stays what it is when the data's choice changes.
 */
export function stateToSave(
  model: Model,
  { extent, now }: { readonly extent: BoundingBox | undefined; readonly now: Date },
): StateToSave {
  const { camera } = model.url.state.peek();
  const { search, hash } = formatUrlState({
    ...model.url.chosenState.peek(),
    layers: [...model.plan.visibleIds.peek()],
    language: model.page.language.peek(),
    theme: model.page.theme.peek(),
    ...(camera && { camera }),
  });
  const scenario = model.scenarios.shown.peek();
  const { figures } = currentFigures(model);
  // A map without the coast shows no ratio, unless the user asks for it.
  const hasCoast = model.plan.layers
    .peek()
    .some(({ layer }) => layer.role === 'coastline' && model.plan.visibleIds.peek().has(layer.id));
  return {
    address: `${search}${hash}`,
    ...(extent && { extent: rounded(extent) }),
    ...(scenario && { scenario }),
    figures: withCoastOf(figures, hasCoast ? figures : undefined),
    savedAt: now.toISOString(),
  };
}

/** The title of a new view until the user changes it: the selection, or its place in the deck. */
export function suggestedTitle(
  model: Pick<Model, 'views' | 'selection'>,
  name: (number: number) => Bilingual,
): Bilingual {
  const count = model.views.openDeck.peek()?.views.length ?? 0;
  return selectionName(model.selection.current.peek()) ?? name(count + 1);
}

/** A hundred-thousandth of a degree is a metre: finer than any screen shows. */
function rounded([west, south, east, north]: BoundingBox): BoundingBox {
  const round = (degrees: number): number => Number(degrees.toFixed(5));
  return [round(west), round(south), round(east), round(north)];
}
