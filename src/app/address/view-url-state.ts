import type { SavedView } from '../../domain/views/saved-view.ts';
import { formatUrlState, parseUrlText, type ViewState } from './url-state.ts';

/** A view that an address asks for, and the parts of that address that go before the view's own. */
export type WantedView = { readonly number: number; readonly over: ViewState };

/** How something is looked at, in an address that says the rest of a view as the view itself does. */
export function mannerOf({ camera, language, theme, panel }: ViewState): ViewState {
  return {
    ...(camera && { camera }),
    ...(language && { language }),
    ...(theme && { theme }),
    ...(panel && { panel }),
  };
}

/** A view as it was opened: what of it a person can then change, as text. */
export type OpenedView = { readonly number: number; readonly state: string };

/**
 * What of a state is looked at, without how: no camera, language, theme or panel, and wherever the line between
 * compared states stands. As text, to compare.
 */
export function withoutManner(state: ViewState): string {
  const { layers, select, zone, audit, filter, studyM, compared, isSideBySide } = state;
  return formatUrlState({
    ...(layers !== undefined && { layers }),
    ...(select !== undefined && { select }),
    ...(zone !== undefined && { zone }),
    ...(audit !== undefined && { audit }),
    ...(filter !== undefined && { filter }),
    ...(studyM !== undefined && { studyM }),
    ...(compared !== undefined && { compared }),
    ...(isSideBySide !== undefined && { isSideBySide }),
  }).search;
}

/** What a saved view shows. Parts that this app does not know fall back alone, as in any address. */
export function stateOfView({ address }: SavedView): {
  readonly state: ViewState;
  readonly chosen: string;
} {
  const { view: _, viewKey: __, panel: ___, isEmbedded: ____, ...state } = parseUrlText(address);
  return { state, chosen: withoutManner(state) };
}
