import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import type { Scenario } from '../../domain/scenarios/scenario.ts';
import {
  type ComparedSide,
  type ComparedSides,
  type Comparison,
  EVEN_SPLIT,
  formatSides,
} from '../../domain/views/compared-side.ts';
import type { PlacedView } from '../../domain/views/deck.ts';
import type { ViewCorners } from '../../map/scene.ts';
import type { ViewState } from '../address/url-state.ts';
import { readonly } from '../lifecycle/as-readonly.ts';
import type { MapContent } from './map-content.ts';
import type { EmbeddedDeckState } from './views-model.ts';

/** One value for each side. */
export type BySide<T> = { readonly left: T; readonly right: T };

/** The scenarios and views that sides are chosen from. */
export type ComparableSources = {
  readonly scenarios: ReadonlySignal<readonly Scenario[]>;
  readonly embeddedState: ReadonlySignal<EmbeddedDeckState>;
  readonly placeOf: (number: number) => PlacedView | undefined;
  /** Whether a view is as the plan's data have it, so that an address may name it. */
  readonly isShipped: (number: number) => boolean;
};

/** The ratio of a view whose choices differ from the app's; a text where it could not be measured, and why. */
export type ViewSummary = CoastSummary | string;

type ComparedParts = Pick<ViewState, 'compared' | 'split' | 'isSideBySide'>;

/** The comparison on the map: its sides, side by side or swiped, and the position of the swipe line. */
export function createCompareModel(
  given: ComparedParts,
  { scenarios, embeddedState, placeOf, isShipped }: ComparableSources,
) {
  const sides = signal(given.compared);
  const split = signal(given.split ?? EVEN_SPLIT);
  const isSideBySide = signal(given.isSideBySide ?? false);
  const contents = signal<BySide<MapContent> | undefined>(undefined);
  const corners = signal<BySide<ViewCorners> | undefined>(undefined);
  const viewSummaries = signal<ReadonlyMap<number, ViewSummary>>(new Map());
  const isThere = (side: ComparedSide): boolean => {
    switch (side.kind) {
      case 'now':
      case 'today':
      case 'plan':
        return true;
      case 'scenario':
        return scenarios.value.some(({ id }) => id === side.id);
      case 'view': {
        const deck = embeddedState.value.kind;
        return deck === 'unasked' || deck === 'loading' || placeOf(side.number) !== undefined;
      }
    }
  };
  /** Undefined while a side is missing (an undone scenario): the comparison returns with it. */
  const comparison = computed<Comparison | undefined>(() =>
    sides.value?.every(isThere)
      ? { sides: sides.value, split: split.value, isSideBySide: isSideBySide.value }
      : undefined,
  );
  const actions = {
    /** Compares two states on the map. */
    compare: (next: ComparedSides): void => {
      sides.value = next;
    },
    moveSplit: (share: number): void => {
      split.value = Math.min(1, Math.max(0, share));
    },
    setSideBySide: (isOn: boolean): void => {
      isSideBySide.value = isOn;
    },
    end: (): void => {
      sides.value = undefined;
    },
    setFromUrl: (next: ComparedParts): void => {
      batch(() => {
        sides.value = next.compared;
        split.value = next.split ?? EVEN_SPLIT;
        isSideBySide.value = next.isSideBySide ?? false;
      });
    },
    showContents: (next: BySide<MapContent> | undefined): void => {
      contents.value = next;
    },
    showCorners: (next: BySide<ViewCorners> | undefined): void => {
      corners.value = next;
    },
    showViewSummary: (number: number, summary: ViewSummary): void => {
      viewSummaries.value = new Map(viewSummaries.value).set(number, summary);
    },
  };
  const chosenState = computed<ComparedParts>(() => {
    const shown = comparison.value;
    if (shown === undefined || formatSides(shown.sides) === undefined) return {};
    return {
      compared: shown.sides,
      ...(shown.split !== EVEN_SPLIT && { split: shown.split }),
      ...(shown.isSideBySide && { isSideBySide: true }),
    };
  });
  return {
    ...readonly({ contents, corners, viewSummaries }),
    current: comparison,
    /** The address carries no scenarios and no views of the user's own, and so no comparison with one. */
    urlState: computed<ComparedParts>(() => {
      const { compared = [] } = chosenState.value;
      return compared.every((side) => side.kind !== 'view' || isShipped(side.number))
        ? chosenState.value
        : {};
    }),
    /** What a saved view keeps of it: all but a comparison with a scenario. */
    chosenState,
    ...actions,
  };
}
