import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { workbookText } from '../../domain/file-text.ts';

/** The table behind a chart: names of the series, then rows of a label and numbers. */
export type ChartTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly [label: string, ...values: number[]])[];
};

/** The number format of a chart's table: kilometres to the metre. */
const KILOMETRES = '0.000';

/**
 * Mends what pptxgenjs 4.0.1 writes against the schema, each of which makes PowerPoint offer a repair
 * (gitbrent/PptxGenJS issues 1441 to 1444 and 1449), and writes the charts' tables anew, where it leaves
 * zeros out and numbers without a format.
 * @param charts the tables in the order in which the charts were added.
 */
export async function repairedPptx(
  bytes: Uint8Array,
  charts: readonly ChartTable[],
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = new Map<string, Uint8Array<ArrayBuffer>>(
    // Entries of folders are no parts of a package (ECMA-376 part 2 §7.2.3).
    Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')),
  );
  const edit = (pattern: RegExp, change: (xml: string) => string): void => {
    for (const [name, part] of parts)
      if (pattern.test(name)) parts.set(name, strToU8(change(strFromU8(part))));
  };
  edit(/^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]*\.xml$/, withSoundShapes);
  edit(/^ppt\/charts\/chart\d+\.xml$/, withOwnAxes);
  edit(/^ppt\/presentation\.xml$/, withMastersFirst);
  edit(/^ppt\/notesMasters\/notesMaster1\.xml$/, withoutShapes);
  edit(/^ppt\/notesSlides\/[^/]*\.xml$/, withPlaces);
  giveNotesTheirTheme(parts, edit);
  edit(/^\[Content_Types\]\.xml$/, (xml) => withoutMissing(xml, parts));
  const books = [...parts.keys()]
    .filter((name) => /^ppt\/embeddings\/.*\.xlsx$/.test(name))
    .toSorted((one, other) => numberIn(one) - numberIn(other));
  for (const [index, name] of books.entries()) {
    const table = charts[index];
    if (table !== undefined) parts.set(name, await chartBook(table));
  }
  return zipSync(Object.fromEntries(parts));
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

/** A bar chart refers to exactly the two axes that it has. */
function withOwnAxes(xml: string): string {
  const axes = new Set(
    [...xml.matchAll(/<c:(?:cat|val|date|ser)Ax>\s*<c:axId val="(\d+)"\/>/g)].map(([, id]) => id),
  );
  return xml
    .replace(/<c:barChart>[\s\S]*?<\/c:barChart>/g, (chart) =>
      chart.replace(/<c:axId val="(\d+)"\/>/g, (whole, id: string) => (axes.has(id) ? whole : '')),
    )
    .replaceAll(/(<c:numCache>\s*<c:formatCode>)General(<\/c:formatCode>)/g, `$1${KILOMETRES}$2`);
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

async function chartBook({ head, rows }: ChartTable): Promise<Uint8Array<ArrayBuffer>> {
  const formatted = rows.flatMap((_, row) =>
    head.map(
      (__, column) => [`${row + 1},${column + 1}`, { style: { numFmt: KILOMETRES } }] as const,
    ),
  );
  const book = await writeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        rows: [
          [null, ...head.map(workbookText)],
          ...rows.map(([label, ...values]) => [workbookText(label), ...values]),
        ],
        cells: new Map(formatted),
      },
    ],
  });
  return new Uint8Array(book);
}
