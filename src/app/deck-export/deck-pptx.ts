import PptxGenJS from 'pptxgenjs';
import { xmlText } from '../../domain/file-text.ts';
import { SLIDE_LAYOUTS, type SlideArrangement } from '../../domain/views/slide-blocks.ts';
import { PRINT_FONT } from '../../ui/print/print-typography.ts';
import { composeDeck, type SlideDeck } from './compose-deck.ts';
import { pathName } from './group-shapes.ts';
import { ratioChartTable, ratioChartXml } from './ratio-chart-xml.ts';
import { type FinishedChart, repairedPptx } from './repair-pptx.ts';
import type { ComposeContext } from './slide-blocks.ts';
import type { SlideItem } from './slide-items.ts';
import { layoutSlide, type SlideBox, type SlideLayout } from './slide-layout.ts';

type SlideOptions = ComposeContext & { readonly shape: SlideLayout };

/** The faces of the theme: Arial, or a face of its widths, is on every computer. */
const FACES = { latin: 'Arial', chinese: 'Microsoft YaHei' } as const;
const LANGUAGES = { zh: 'zh-CN', en: 'en-GB' } as const;
/** These faces in CSS, or what stands in for them here: texts are measured as PowerPoint will set them. */
export const SLIDE_FONTS = `Arial, "Liberation Sans", "Microsoft YaHei", "PingFang SC", ${PRINT_FONT}`;
/** The theme's fonts: headings and all else. */
const FONTS = { title: '+mj-lt', words: '+mn-lt' } as const;

/**
 * Returns the bytes of a PowerPoint file with native titles, texts, charts and notes, all editable there.
 */
export async function deckPptx(
  deck: SlideDeck,
  options: SlideOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { shape, words } = options;
  const { t } = words;
  const pages = composeDeck(deck, shape, options);
  const pptx = new PptxGenJS();
  const { width, height } = layoutSlide(shape, 'column');
  pptx.defineLayout({ name: 'SLIDE', width, height });
  pptx.layout = 'SLIDE';
  pptx.title = xmlText(deck.title);
  pptx.subject = xmlText(deck.plan);
  pptx.company = 'Coastplan';
  pptx.author = 'Coastplan';
  for (const arrangement of SLIDE_LAYOUTS) defineMaster(pptx, arrangement, options);
  const charts: FinishedChart[] = [];
  const titles: (SlideBox | undefined)[] = [];
  for (const page of pages) {
    const slide = pptx.addSlide({ masterName: t(`slideLayout_${page.arrangement}`) });
    titles.push(page.items.find((item) => item.kind === 'text' && item.isTitle === true)?.box);
    for (const item of page.items) addItem(slide, item, charts, options);
    const notes = page.notes.map(xmlText).join('\n');
    if (notes !== '') slide.addNotes(notes);
  }
  const file = await pptx.write({ outputType: 'arraybuffer' });
  if (!(file instanceof ArrayBuffer)) throw new Error('the slides could not be written');
  return repairedPptx(new Uint8Array(file), {
    ...{ charts, titles, faces: FACES, numberName: t('slideObjectPage') },
  });
}

/** A layout with its title, the lines between its parts and its page number. */
function defineMaster(
  pptx: PptxGenJS,
  arrangement: SlideArrangement,
  { shape, words: { t, language } }: SlideOptions,
): void {
  const { words, rules, number } = layoutSlide(shape, arrangement);
  pptx.defineSlideMaster({
    title: t(`slideLayout_${arrangement}`),
    background: { color: 'bg1' },
    objects: [
      ...rules.map((rule) => ({
        rect: { ...rule, fill: { color: 'bg2' }, objectName: t('slideObjectRule') },
      })),
      {
        placeholder: {
          options: {
            ...{ name: 'title', type: 'title' as const, ...words, h: 1 },
            ...{ fontFace: FONTS.title, lang: LANGUAGES[language], color: 'tx1', bold: true },
            ...{ align: 'left' as const, valign: 'top' as const, margin: 0 },
            ...{ objectName: t('slideObjectTitle') },
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      ...{ ...number, fontFace: FONTS.words, fontSize: 10, color: 'tx2' },
      ...{ align: 'right', valign: 'middle' },
    },
  });
}

function addItem(
  slide: PptxGenJS.Slide,
  item: SlideItem,
  charts: FinishedChart[],
  { words }: SlideOptions,
): void {
  const { box } = item;
  const lang = LANGUAGES[words.language];
  const objectName = pathName(item.path);
  switch (item.kind) {
    case 'picture':
      slide.addImage({ ...box, data: item.data, altText: xmlText(item.alt), objectName });
      return;
    case 'shape':
      slide.addShape(item.shape, {
        ...{ ...box, objectName, rotate: item.turn ?? 0 },
        fill: { color: item.fill, transparency: Math.round(100 * (1 - (item.opacity ?? 1))) },
        ...(item.line !== undefined && { line: { color: item.line, width: 0.5 } }),
      });
      return;
    case 'text': {
      const { text, size: fontSize, colour: color, isBold: bold = false, isTitle = false } = item;
      const fontFace = isTitle ? FONTS.title : FONTS.words;
      slide.addText([{ text: xmlText(text), options: { fontSize, bold, color, fontFace, lang } }], {
        ...{ ...box, objectName, margin: 0, wrap: true },
        ...{ align: item.align ?? 'left', valign: item.valign ?? 'top' },
        ...(isTitle && { placeholder: 'title' }),
      });
      return;
    }
    case 'chart': {
      const { t } = words;
      const { chart } = item;
      const table = ratioChartTable(chart, [
        t('slideChartRatio'),
        t('slideChartHigh'),
        t('slideChartLow'),
        t('slideChartTarget'),
        t('slideChartDrawing'),
      ]);
      charts.push({ xml: ratioChartXml(chart, table, lang), table });
      // The chart is written by `ratioChartXml`; this one gives it its place and its workbook.
      const stand = [{ name: '', labels: [''], values: [0] }];
      slide.addChart('bar', stand, { ...box, objectName, altText: xmlText(item.alt) });
    }
  }
}
