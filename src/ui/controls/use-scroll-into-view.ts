import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Scrolls a row of a list into view, no farther than needed, when it becomes selected. */
export function useScrollIntoView<Row extends HTMLElement>(
  isSelected: boolean,
): RefObject<Row | null> {
  const row = useRef<Row>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isSelected]);
  return row;
}
