/** The page, as far as it reports whether it is visible. */
type WatchedPage = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/** What follows the time for which a page is visible. */
export type Patience = {
  /** Called once the page has been visible for so long. */
  readonly onEnd: () => void;
  /** Called when a hidden page is visible again. */
  readonly onBack: () => void;
};

/**
 * Counts the time for which the page is visible, in milliseconds: browsers draw no frames of a hidden tab, so that work
 * that needs frames waits meanwhile and has not failed. The returned function stops the count.
 */
export function visiblePatience(
  limit: number,
  { onEnd, onBack }: Patience,
  page: WatchedPage = document,
): () => void {
  let left = limit;
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pause = (): void => {
    clearTimeout(timer);
    if (since !== undefined) left -= performance.now() - since;
    since = undefined;
  };
  const go = (): void => {
    since = performance.now();
    timer = setTimeout(onEnd, Math.max(0, left));
  };
  const follow = (): void => {
    pause();
    if (page.visibilityState !== 'visible') return;
    go();
    onBack();
  };
  page.addEventListener('visibilitychange', follow);
  if (page.visibilityState === 'visible') go();
  return () => {
    pause();
    page.removeEventListener('visibilitychange', follow);
  };
}
