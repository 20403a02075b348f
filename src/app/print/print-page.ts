import type { Page } from '../../domain/print/page.ts';
import { whenVisible } from '../lifecycle/when-visible.ts';

/**
 * Prints a single page in its own size through the browser: texts stay texts, and "Save as PDF" is one of
 * the printers. Settles when the user has printed or cancelled.
 */
export async function printPage(
  page: Page,
  svg: string,
  /** Called when the page is no longer needed. */
  onDone: () => void,
): Promise<void> {
  const holder = document.createElement('div');
  holder.className = 'print-page';
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  holder.append(document.importNode(documentElement, true));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@page { size: ${page.widthMm}mm ${page.heightMm}mm; margin: 0 }
     .print-page { height: calc(${page.heightMm}mm - ${ROUNDING_MM}mm) }
     .print-page > svg { width: ${page.widthMm}mm; height: ${page.heightMm}mm }`,
  );
  const take = (): void => {
    holder.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    onDone();
  };
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(holder);
  await Promise.all([...holder.querySelectorAll('image')].map(arrived));
  await whenVisible();
  addEventListener('afterprint', take, { once: true });
  print();
}

/** What is cut off the foot of a page, which is margin: a height that a browser rounds up would begin a second page. */
const ROUNDING_MM = 0.5;

/** Waits until a picture inside an SVG has loaded and can be printed. */
async function arrived(picture: SVGImageElement): Promise<void> {
  const image = new Image();
  image.src = picture.href.baseVal;
  await image.decode();
}
