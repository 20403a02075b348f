import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { fitRows, showAllRows } from '../controls/fit-rows.ts';
import { useI18n } from '../i18n.tsx';

/** Upright screens have the column below the map, where it scrolls; as in `presentation.css`. */
const BELOW = '(max-aspect-ratio: 1/1), (max-width: 43.99rem)';
/** Looks of the column, in the order in which they are tried. */
const LOOKS = ['roomy', '', 'snug', 'tight'] as const;

/**
 * Fits a slide's column into its height, after every change of it: the legend by smaller rows and two columns, then the
 * words by tighter looks; what still does not fit of the legend is counted.
 */
export function useFittedColumn(column: RefObject<HTMLElement | null>): void {
  const { t } = useI18n();
  const adjust = (): void => {
    if (column.current !== null) fitColumn(column.current, (count) => t('legendMore', { count }));
  };
  useLayoutEffect(adjust);
  useEffect(() => {
    const box = column.current;
    if (box === null) return;
    // The legend inside follows the map, without a change of the slide's own values.
    const rows = new MutationObserver(() => {
      adjust();
      rows.takeRecords();
    });
    const size = new ResizeObserver(() => {
      adjust();
      rows.takeRecords();
    });
    rows.observe(box, { childList: true, subtree: true, characterData: true });
    size.observe(box);
    return () => {
      rows.disconnect();
      size.disconnect();
    };
  }, [t]);
}

function fitColumn(column: HTMLElement, more: (count: number) => string): void {
  const legend = column.querySelector<HTMLElement>('.presentation__legend');
  if (matchMedia(BELOW).matches) {
    delete column.dataset['look'];
    if (legend !== null) showAllRows(legend);
    return;
  }
  for (const look of LOOKS) {
    column.dataset['look'] = look;
    // Large words are for a column with air: a legend that has to shrink needs the space.
    if (legend !== null)
      fitRows(legend, { looks: look === 'roomy' ? [] : ['small', 'columns'], more });
    const isWhole = column.scrollHeight <= column.clientHeight + 1;
    const isCut = legend !== null && legend.querySelector('li[hidden]') !== null;
    if (isWhole && !isCut) return;
  }
}
