/** How rows are fitted. */
export type RowFit = {
  /** Values of `data-fit` to try in order, each for a tighter look in the CSS. */
  readonly looks: readonly string[];
  /** The words for rows that are left out. */
  readonly more: (count: number) => string;
};

/**
 * Fits the list rows of an element into its greatest height: with tighter looks first, then without the last rows. An
 * element inside with `data-more` says how many are left out.
 */
export function fitRows(box: HTMLElement, { looks, more }: RowFit): void {
  showAllRows(box);
  if (isWhole(box)) return;
  const rows = [...box.querySelectorAll('li')];
  const note = box.querySelector<HTMLElement>('[data-more]');
  for (const look of looks) {
    box.dataset['fit'] = look;
    if (isWhole(box)) return;
  }
  for (const [index, row] of rows.toReversed().entries()) {
    row.hidden = true;
    const section = row.closest('section');
    if (section !== null) section.hidden = section.querySelector('li:not([hidden])') === null;
    if (note !== null) {
      note.hidden = false;
      note.textContent = more(index + 1);
    }
    if (isWhole(box)) return;
  }
}

/** Takes back what `fitRows` did: for an element that now scrolls. */
export function showAllRows(box: HTMLElement): void {
  for (const part of box.querySelectorAll<HTMLElement>('li, section')) part.hidden = false;
  for (const note of box.querySelectorAll<HTMLElement>('[data-more]')) note.hidden = true;
  delete box.dataset['fit'];
}

/** Whether all content is visible without scrolling; a pixel is rounding. */
function isWhole({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1;
}
