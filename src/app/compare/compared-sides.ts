import type { ComparedSide, ComparedSides } from '../../domain/views/compared-side.ts';
import type { SavedView } from '../../domain/views/saved-view.ts';
import { formatUrlState, type ViewState } from '../address/url-state.ts';
import { stateOfView } from '../address/view-url-state.ts';
import { scenarioOfSide, viewOfSide } from '../state/compared-views.ts';
import type { Model } from '../state/model.ts';

/** The two sides that a view compares; undefined for any other view. */
export function comparedIn(view: SavedView): ComparedSides | undefined {
  return stateOfView(view).state.compared;
}

/**
 * A side of a view's comparison as a view of its own, which can be drawn and evaluated like any other: the same part of the
 * map, with the side's layers, filter, counting and scenario.
 */
export function viewOfSideIn(
  view: SavedView,
  side: ComparedSide,
  model: Pick<Model, 'views' | 'workspace'>,
): SavedView {
  const { state } = stateOfView(view);
  const { compared: _, split: __, isSideBySide: ___, ...whole } = state;
  const { scenario: own, ...base } = view;
  const as = (shown: ViewState, scenario: SavedView['scenario']): SavedView => {
    const { search, hash } = formatUrlState(shown);
    return { ...base, address: `${search}${hash}`, ...(scenario && { scenario }) };
  };
  const { filter: ____, ...unfiltered } = whole;
  switch (side.kind) {
    case 'now':
      return as(whole, own);
    case 'scenario':
      return as(whole, scenarioOfSide(model, side));
    case 'plan':
      return as(unfiltered, undefined);
    case 'today':
      return as({ ...unfiltered, filter: { statuses: ['existing'] } }, undefined);
    case 'view': {
      const shown = viewOfSide(model, side);
      const { camera } = whole;
      const its = shown === undefined ? whole : stateOfView(shown).state;
      return as({ ...its, ...(camera && { camera }) }, scenarioOfSide(model, side));
    }
  }
}
