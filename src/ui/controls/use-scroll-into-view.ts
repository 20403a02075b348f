import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Scrolls a row of a list into sight, as little as it takes, when it becomes the selected one. */
export function useScrollIntoView<Row extends HTMLElement>(
  isSelected: boolean,
): RefObject<Row | null> {
  const row = useRef<Row>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isSelected]);
  return row;
}
