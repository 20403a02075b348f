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
  /** Scrolls a row into view, no farther than needed. */
  readonly bringIntoSight: (index: number) => void;
};

/** Rows drawn beyond the edges, so that a quick scroll shows no gap. */
const OVERSCAN = 8;

/** Draws only the visible rows of a list: all of one height, below a head that stays on top. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, headHeight }: { count: number; rowHeight: number; headHeight: number },
): VirtualRows {
  const [, draw] = useState(0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // Rows begin below the head, which covers none of them.
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
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
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight, headHeight]);
  const items = virtualizer.getVirtualItems();
  return {
    items,
    above: Math.max(0, (items[0]?.start ?? headHeight) - headHeight),
    below: Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)),
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
