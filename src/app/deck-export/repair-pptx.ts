import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { workbookText } from '../../domain/file-text.ts';
import { groupedShapes } from './group-shapes.ts';
import { type ChartTable, EDITED_COLUMNS } from './ratio-chart-xml.ts';
import { SLIDE_COLOURS } from './slide-items.ts';
import type { SlideBox } from './slide-layout.ts';

/** A chart as it is to stand in the file, and the table behind it. */
export type FinishedChart = { readonly xml: string; readonly table: ChartTable };

/** What a file gets besides what pptxgenjs can write. */
export type PptxFinish = {
  /** In the order in which the charts were added. */
  readonly charts: readonly FinishedChart[];
  /** The place of each slide's title in inches: pptxgenjs has it where the layout has it. */
  readonly titles: readonly (SlideBox | undefined)[];
  readonly faces: { readonly latin: string; readonly chinese: string };
  /** The name of the page number. */
  readonly numberName: string;
};

const EMU_PER_INCH = 914_400;

/**
 * Mends what pptxgenjs 4.0.1 writes against the schema, each of which makes PowerPoint offer a repair
 * (gitbrent/PptxGenJS issues 1441 to 1444 and 1449), and adds what it cannot write: groups, fonts and colours of the
 * theme, charts with series of their own, and their tables.
 */
export async function repairedPptx(
  bytes: Uint8Array,
  { charts, titles, faces, numberName }: PptxFinish,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = new Map<string, Uint8Array<ArrayBuffer>>(
    // Entries of folders are no parts of a package (ECMA-376 part 2 §7.2.3).
    Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')),
  );
  const edit = (pattern: RegExp, change: (xml: string, name: string) => string): void => {
    for (const [name, part] of parts)
      if (pattern.test(name)) parts.set(name, strToU8(change(strFromU8(part), name)));
  };
  edit(/^ppt\/slides\/slide\d+\.xml$/, (xml, name) =>
    groupedShapes(withTitleAt(xml, titles[numberIn(name) - 1])),
  );
  edit(/^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]*\.xml$/, (xml) =>
    withSoundShapes(withThemeFonts(xml)).replaceAll(
      /name="Slide Number Placeholder \d+"/g,
      `name="${numberName}"`,
    ),
  );
  edit(/^ppt\/theme\/theme1\.xml$/, (xml) => withOwnTheme(xml, faces));
  edit(/^ppt\/presentation\.xml$/, withMastersFirst);
  edit(/^ppt\/notesMasters\/notesMaster1\.xml$/, withoutShapes);
  edit(/^ppt\/notesSlides\/[^/]*\.xml$/, withPlaces);
  giveNotesTheirTheme(parts, edit);
  withoutRepeatedPictures(parts, edit);
  edit(/^\[Content_Types\]\.xml$/, (xml) => withoutMissing(xml, parts));
  const inOrder = (pattern: RegExp): readonly string[] =>
    [...parts.keys()]
      .filter((name) => pattern.test(name))
      .toSorted((one, other) => numberIn(one) - numberIn(other));
  const books = inOrder(/^ppt\/embeddings\/.*\.xlsx$/);
  for (const [index, name] of inOrder(/^ppt\/charts\/chart\d+\.xml$/).entries()) {
    const [chart, book] = [charts[index], books[index]];
    if (chart === undefined || book === undefined) throw new Error(`${name} has no chart or table`);
    parts.set(name, strToU8(chart.xml));
    parts.set(book, await chartBook(chart.table));
  }
  return zipSync(Object.fromEntries(parts));
}

/** Moves the title of a slide to its place. */
function withTitleAt(xml: string, place: SlideBox | undefined): string {
  if (place === undefined) return xml;
  const [x, y, w, h] = [place.x, place.y, place.w, place.h].map((inches) =>
    Math.round(inches * EMU_PER_INCH),
  );
  return xml.replace(
    /<p:sp>(?:(?!<\/p:sp>)[\s\S])*type="title"(?:(?!<\/p:sp>)[\s\S])*<\/p:sp>/,
    (shape) =>
      shape.replace(
        /<a:off x="-?\d+" y="-?\d+"\/>\s*<a:ext cx="\d+" cy="\d+"\/>/,
        `<a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/>`,
      ),
  );
}

/** Fonts of the theme have a name for each script, and neither family nor character set. */
function withThemeFonts(xml: string): string {
  return xml.replace(
    /<a:(latin|ea|cs) typeface="\+(mj|mn)-lt"[^>]*\/>/g,
    (_, script: string, font: string) =>
      `<a:${script} typeface="+${font}-${script === 'latin' ? 'lt' : script}"/>`,
  );
}

/** The theme has the fonts and the colours of the slides, so that a change of either changes all. */
function withOwnTheme(xml: string, { latin, chinese }: PptxFinish['faces']): string {
  const { tx1, bg1, tx2, bg2, ...accents } = SLIDE_COLOURS;
  const colours = { dk1: tx1, lt1: bg1, dk2: tx2, lt2: bg2, ...accents };
  return Object.entries(colours)
    .reduce(
      (sum, [name, colour]) =>
        sum.replace(
          new RegExp(`<a:${name}>[\\s\\S]*?</a:${name}>`),
          `<a:${name}><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:${name}>`,
        ),
      xml,
    )
    .replaceAll(
      /<a:(major|minor)Font>\s*<a:latin[^>]*\/>\s*<a:ea[^>]*\/>/g,
      `<a:$1Font><a:latin typeface="${latin}"/><a:ea typeface="${chinese}"/>`,
    )
    .replace('name="Office Theme"', 'name="Coastplan"');
}

/** A picture that several objects show is kept once: the symbols of legends are the same on most slides. */
function withoutRepeatedPictures(
  parts: Map<string, Uint8Array<ArrayBuffer>>,
  edit: (pattern: RegExp, change: (xml: string) => string) => void,
): void {
  const kept = new Map<string, string>();
  const instead = new Map<string, string>();
  for (const [name, part] of parts) {
    if (!name.startsWith('ppt/media/')) continue;
    const content = strFromU8(part, true);
    const first = kept.get(content);
    if (first === undefined) kept.set(content, name);
    else {
      instead.set(name.replace('ppt/', '../'), first.replace('ppt/', '../'));
      parts.delete(name);
    }
  }
  edit(/^ppt\/slides\/_rels\/.*\.rels$/, (xml) =>
    xml.replace(/Target="([^"]*)"/g, (whole, target: string) => {
      const other = instead.get(target);
      return other === undefined ? whole : `Target="${other}"`;
    }),
  );
}

/** Every shape has a text body, every background its effects, and every object an id of its own. */
function withSoundShapes(xml: string): string {
  let id = 0;
  return xml
    .replace(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*<\/p:sp>/g, (shape) =>
      shape.includes('<p:txBody>')
        ? shape
        : shape.replace(
            '</p:sp>',
            '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>',
          ),
    )
    .replace(/<p:bgPr>([\s\S]*?)<\/p:bgPr>/g, (whole, fill: string) =>
      fill.includes('<a:effect') ? whole : `<p:bgPr>${fill}<a:effectLst/></p:bgPr>`,
    )
    .replace(/(<p:cNvPr\b[^>]*?\bid=")\d+"/g, (_, start: string) => {
      id += 1;
      return `${start}${id}"`;
    });
}

/** The schema has the notes master before the slides. */
function withMastersFirst(xml: string): string {
  const [masters = ''] = /<p:notesMasterIdLst>[\s\S]*?<\/p:notesMasterIdLst>/.exec(xml) ?? [];
  return xml.replace(masters, '').replace('<p:sldIdLst>', `${masters}<p:sldIdLst>`);
}

/** PowerPoint refuses the placeholders of this notes master and keeps it without any. */
function withoutShapes(xml: string): string {
  return xml.replace(/<p:sp>[\s\S]*<\/p:sp>(?=<\/p:spTree>)/, '');
}

/** Picture above, words below, in EMU on a page of 6858000 × 9144000: no master places them. */
const NOTES_PLACES = {
  sldImg: '<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/>',
  body: '<a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/>',
  sldNum: '<a:off x="3884613" y="8685213"/><a:ext cx="2971800" cy="458787"/>',
} as const;

function withPlaces(xml: string): string {
  return Object.entries(NOTES_PLACES).reduce(
    (sum, [type, place]) =>
      sum.replace(
        new RegExp(`(<p:ph type="${type}"[^>]*/></p:nvPr></p:nvSpPr>)<p:spPr/>`),
        `$1<p:spPr><a:xfrm>${place}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`,
      ),
    xml,
  );
}

/** Two masters may not share a theme: the notes get a copy of it. */
function giveNotesTheirTheme(
  parts: Map<string, Uint8Array<ArrayBuffer>>,
  edit: (pattern: RegExp, change: (xml: string) => string) => void,
): void {
  const theme = parts.get('ppt/theme/theme1.xml');
  if (theme === undefined) return;
  parts.set('ppt/theme/theme2.xml', theme);
  edit(/^ppt\/notesMasters\/_rels\/notesMaster1\.xml\.rels$/, (xml) =>
    xml.replace('theme1.xml', 'theme2.xml'),
  );
  edit(/^\[Content_Types\]\.xml$/, (xml) =>
    xml.replace(
      /<Override PartName="\/ppt\/theme\/theme1\.xml"[^>]*\/>/,
      (override) => `${override}${override.replace('theme1', 'theme2')}`,
    ),
  );
}

/** The list of content types names the parts that are there, and no others. */
function withoutMissing(xml: string, parts: ReadonlyMap<string, Uint8Array>): string {
  const endings = new Set([...parts.keys()].map((name) => name.split('.').at(-1)));
  return xml
    .replace(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (whole, name: string) =>
      parts.has(name) ? whole : '',
    )
    .replace(/<Default Extension="([^"]*)"[^>]*\/>/g, (whole, ending: string) =>
      endings.has(ending) ? whole : '',
    );
}

function numberIn(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}

/** The numbers that people edit in their format, and all else as it is. */
async function chartBook({ head, rows }: ChartTable): Promise<Uint8Array<ArrayBuffer>> {
  const cells = rows.flatMap(({ cells: row, format }, line) =>
    row.map(({ value, formula }, column) => {
      const isShare = typeof value === 'number' && column < EDITED_COLUMNS;
      return [
        `${line + 1},${column}`,
        {
          ...(isShare && { style: { numFmt: format } }),
          ...(formula !== undefined && { formula, formulaResult: asCell(value) }),
        },
      ] as const;
    }),
  );
  const book = await writeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        rows: [
          head.map(workbookText),
          ...rows.map(({ cells: row }) => row.map(({ value }) => asCell(value))),
        ],
        cells: new Map(cells),
      },
    ],
  });
  return new Uint8Array(book);
}

function asCell(value: string | number): string | number {
  return typeof value === 'string' ? workbookText(value) : value;
}
