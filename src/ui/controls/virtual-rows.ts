import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The visible rows, and the height of those above and below in pixels. */
export type VirtualRows = {
  readonly items: readonly VirtualItem[];
  readonly above: number;
  readonly below: number;
  /** Takes the height of a row when it is drawn, and follows it. */
  readonly measureRow: (row: HTMLElement | null) => void;
  /** Scrolls a row into view, no farther than needed. */
  readonly bringIntoSight: (index: number) => void;
};

/** Rows drawn beyond the edges, so that a quick scroll shows no gap. */
const OVERSCAN = 8;

/**
 * Like `elementScroll`, but a correction for measured heights begins where the element is: a user who has scrolled
 * on since the last scroll event would be thrown back to where that event was.
 */
const scrollFromHere = (
  offset: number,
  options: Parameters<typeof elementScroll>[1],
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
): void => {
  const here = options.adjustments === undefined ? undefined : virtualizer.scrollElement?.scrollTop;
  elementScroll(here ?? offset, options, virtualizer);
};

/** The rows of a list, and the heights around them in pixels. */
type RowSpace = {
  readonly count: number;
  /** The height of a row; where rows are measured, of a row that has not been drawn yet. */
  readonly rowHeight: number;
  readonly headHeight: number;
  /** The height of a foot that stays at the bottom and covers rows. */
  readonly footHeight?: number;
  /** Gives a row's key, by which its measured height is kept; the same function while the rows are the same. */
  readonly keyOf?: (index: number) => string;
};

/**
 * Draws only the visible rows of a list, below a head that stays on top. Rows are of one height, unless the caller gives
 * each to `measureRow` with its index in `data-index`.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, headHeight, footHeight = 0, keyOf }: RowSpace,
): VirtualRows {
  const [, draw] = useState(0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // Rows begin below the head, which covers none of them.
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
    ...(keyOf && { getItemKey: keyOf }),
    overscan: OVERSCAN,
    scrollToFn: scrollFromHere,
    observeElementRect,
    observeElementOffset,
    onChange: () => draw((drawn) => drawn + 1),
  };
  const kept = useRef<Virtualizer<HTMLElement, HTMLElement>>(null);
  kept.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const virtualizer = kept.current;
  virtualizer.setOptions(options);
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const areMeasured = keyOf !== undefined;
  useLayoutEffect(() => {
    // This forgets measured heights, and rows that stay as they are would not be measured again.
    if (!areMeasured) virtualizer.measure();
  }, [virtualizer, rowHeight, headHeight, areMeasured]);
  const items = virtualizer.getVirtualItems();
  return {
    items,
    above: Math.max(0, (items[0]?.start ?? headHeight) - headHeight),
    below: Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)),
    measureRow: virtualizer.measureElement,
    bringIntoSight: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

/** Heights of a row and of the head in pixels. */
export type RowHeights = { readonly row: number; readonly head: number };

/** Measures rows and head, which depend on theme, language and width. Rows have `data-feature`. */
export function useRowHeights(scroller: RefObject<HTMLElement | null>): RowHeights {
  const [heights, measure] = useState<RowHeights>({ row: 40, head: 40 });
  useLayoutEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>('tr[data-feature]')?.offsetHeight;
    const head = scroller.current?.querySelector('thead')?.offsetHeight;
    if (row === undefined || head === undefined) return;
    if (row !== heights.row || head !== heights.head) measure({ row, head });
  });
  return heights;
}

/** Heights in pixels of the head and the foot of a table; 0 where it has none. */
export type EdgeHeights = { readonly head: number; readonly foot: number };

/** Measures the head and the foot of a table, which depend on theme, language and width. */
export function useEdgeHeights(scroller: RefObject<HTMLElement | null>): EdgeHeights {
  const [heights, measure] = useState<EdgeHeights>({ head: 40, foot: 0 });
  useLayoutEffect(() => {
    const table = scroller.current?.querySelector('table');
    if (!table) return;
    const [head, foot] = [table.tHead?.offsetHeight ?? 0, table.tFoot?.offsetHeight ?? 0];
    if (head !== heights.head || foot !== heights.foot) measure({ head, foot });
  });
  return heights;
}
