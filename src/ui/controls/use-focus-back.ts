import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Gives the focus to the file button of a box when what it opened is closed, whose own buttons are gone. */
export function useFocusBack(isOpen: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) box.current?.querySelector('input')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return box;
}
