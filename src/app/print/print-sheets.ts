import { whenVisible } from '../lifecycle/when-visible.ts';

/** The size of a sheet in millimetres. */
type SheetSize = { readonly widthMm: number; readonly heightMm: number };

/**
 * Prints sheets of one size through the browser, one a page: texts stay texts, and "Save as PDF" is one of
 * the printers. Settles when they are handed to it.
 */
export async function printSheets(
  size: SheetSize,
  svgs: readonly string[],
  /** Called when the sheets are no longer needed. */
  onDone: () => void,
): Promise<void> {
  const holders = svgs.map((svg) => {
    const holder = document.createElement('div');
    holder.className = 'print-page';
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    holder.append(document.importNode(documentElement, true));
    return holder;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@page { size: ${size.widthMm}mm ${size.heightMm}mm; margin: 0 }
     .print-page { height: calc(${size.heightMm}mm - ${ROUNDING_MM}mm) }
     .print-page + .print-page { break-before: page }
     .print-page > svg { width: ${size.widthMm}mm; height: ${size.heightMm}mm }`,
  );
  const take = (): void => {
    for (const holder of holders) holder.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    onDone();
  };
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(...holders);
  await Promise.all(
    holders.flatMap((holder) => [...holder.querySelectorAll('image')].map(arrived)),
  );
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
