import type { Page } from '../../domain/print/page.ts';

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
  addEventListener('afterprint', take, { once: true });
  print();
}

/** Waits until a picture inside an SVG has loaded and can be printed. */
async function arrived(picture: SVGImageElement): Promise<void> {
  const image = new Image();
  image.src = picture.href.baseVal;
  await image.decode();
}
