import { renderSvg } from '../../ui/print/render-svg.ts';
import { printSheets } from '../print/print-sheets.ts';
import { composeDeck, type SlideDeck } from './compose-deck.ts';
import { SlideSvg } from './deck-svg.tsx';
import type { ComposeContext } from './slide-blocks.ts';
import { layoutSlide, type SlideLayout } from './slide-layout.ts';

const MM_PER_INCH = 25.4;

/** Prints a deck, a page a slide: "Save as PDF" makes one file of it, whose texts can be selected. */
export async function printDeck(
  deck: SlideDeck,
  shape: SlideLayout,
  context: ComposeContext,
): Promise<void> {
  const { width, height } = layoutSlide(shape, 'column');
  const sheets = composeDeck(deck, shape, context).map((page, index) =>
    renderSvg(<SlideSvg page={page} number={index + 1} context={context} />),
  );
  // Browsers propose the title of the page as the name of the file.
  const before = document.title;
  document.title = deck.title;
  await printSheets(
    { widthMm: width * MM_PER_INCH, heightMm: height * MM_PER_INCH },
    sheets,
    () => {
      document.title = before;
    },
  );
}
