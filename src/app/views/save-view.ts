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
  'address' | 'extent' | 'scenario' | 'mapNotes' | 'figures' | 'savedAt'
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
  const mapNotes = model.workspace.notes.peek();
  const { figures } = currentFigures(model);
  // A map without the coast shows no ratio, unless the user asks for it.
  const hasCoast = model.plan.layers
    .peek()
    .some(({ layer }) => layer.role === 'coastline' && model.plan.visibleIds.peek().has(layer.id));
  return {
    address: `${search}${hash}`,
    ...(extent && { extent: rounded(extent) }),
    ...(scenario && { scenario }),
    ...(mapNotes.length > 0 && { mapNotes }),
    figures: withCoastOf(figures, hasCoast ? figures : undefined),
    savedAt: now.toISOString(),
  };
}

/**
 * Why no view can be saved of what the map shows: its figures are still being measured, a shape is not finished, or it
 * is compared with a scenario, of which a view holds one, and not as a side.
 */
export function whyNotSaved(
  model: Model,
):
  | { readonly key: 'viewNotYet' | 'viewNotDrawing' }
  | { readonly key: 'viewNotCompared'; readonly name: string }
  | undefined {
  const drawing = model.scenarios.drawing.peek();
  const isShapeInHand = (model.scenarios.corners.peek()?.set ?? 0) > 0;
  if (drawing?.kind === 'new' && isShapeInHand) return { key: 'viewNotDrawing' };
  const compared = (model.comparison.current.peek()?.sides ?? []).find(
    ({ kind }) => kind === 'scenario',
  );
  if (compared?.kind === 'scenario') {
    const found = model.workspace.scenarios.peek().find(({ id }) => id === compared.id);
    return { key: 'viewNotCompared', name: found?.name ?? '' };
  }
  return currentFigures(model).isSettled ? undefined : { key: 'viewNotYet' };
}

/** What stands on the map that no view keeps. */
export type LeftOut = 'ruler' | 'mark' | 'inquiry';

/** What of the map a view that is saved now would leave out. */
export function leftOutOfView({ scenarios, map }: Model): readonly LeftOut[] {
  return [
    ...(scenarios.rulerShape.peek() === undefined ? [] : (['ruler'] as const)),
    ...(map.mark.peek() === undefined ? [] : (['mark'] as const)),
    ...(scenarios.inquiry.peek() === undefined ? [] : (['inquiry'] as const)),
  ];
}

/** The title of a new view until the user changes it: the selection, the scenario, or its place in the deck. */
export function suggestedTitle(
  model: Pick<Model, 'views' | 'selection' | 'scenarios'>,
  name: (number: number) => Bilingual,
): Bilingual {
  const count = model.views.openDeck.peek()?.views.length ?? 0;
  const tried = model.scenarios.shown.peek()?.name.trim() ?? '';
  const scenario = tried === '' ? undefined : { zh: tried, en: tried };
  return selectionName(model.selection.current.peek()) ?? scenario ?? name(count + 1);
}

/** A hundred-thousandth of a degree is a metre: finer than any screen shows. */
function rounded([west, south, east, north]: BoundingBox): BoundingBox {
  const round = (degrees: number): number => Number(degrees.toFixed(5));
  return [round(west), round(south), round(east), round(north)];
}
