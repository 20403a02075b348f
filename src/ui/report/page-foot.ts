import { useEffect } from 'preact/hooks';

/** Stands for the number of a page in the words of a foot. */
export const PAGE = '{page}';
/** Stands for the count of pages. */
export const PAGES = '{pages}';

/**
 * Sets the running foot of every printed page while the component is there: words at the left, the number of
 * the page at the right (CSS margin boxes, css-page-3; a browser without them prints the pages without a
 * foot). Margin boxes take texts from a style sheet alone, so the sheet is made here.
 */
export function usePageFoot(words: string, numbering: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(pageFoot(words, numbering));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [words, numbering]);
}

/** The style sheet of a running foot. */
export function pageFoot(words: string, numbering: string): string {
  const counters = numbering
    .split(/(\{pages?\})/)
    .map((part) =>
      part === PAGE ? 'counter(page)' : part === PAGES ? 'counter(pages)' : inCss(part),
    );
  const look = 'font: 7pt/1.3 sans-serif; color: #4a5562; vertical-align: top; padding-top: 2mm;';
  return `@page {
    @bottom-left { content: ${inCss(words)}; width: 84%; text-align: left; ${look} }
    @bottom-center { content: none; width: 0 }
    @bottom-right { content: ${counters.join(' ')}; width: 16%; text-align: right; ${look} }
  }`;
}

/** A text as a CSS string (css-syntax-3 §4.3.7). */
function inCss(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/\s+/g, ' ')}"`;
}
