import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  deckPptx,
  type SlideDeck,
  type ViewSlide,
} from '../../../src/app/deck-export/deck-pptx.ts';
import { parseWorkspace } from '../../../src/data/views/workspace-file.ts';
import type { I18n } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { readWorkbook } from '../../read-workbook.ts';
import { xmlFaults } from '../../xml.ts';

/** A pixel. */
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let words: I18n;
beforeAll(async () => {
  words = await loadAllTexts('en');
});

function view(given: Partial<ViewSlide> = {}): ViewSlide {
  return {
    title: 'A bay',
    caption: 'What it shows',
    notes: 'Say a word',
    drifts: [],
    filter: undefined,
    rests: [],
    bars: [
      {
        name: 'Whole mainland',
        headline: 'Whole mainland: 50.0 % (band 45.0 %–55.0 %), target 35 %: keeps the target',
        parts: { natural: 5000, restored: 0, estuary: 0, artificial: 5000, other: 0 },
      },
    ],
    maps: { data: PNG, alt: 'A "bay" <and> a sea & more' },
    legend: [{ name: 'Coast' }, { name: 'Bedrock', sign: PNG }],
    foot: ['Illustration.', 'Sources: a & b', 'Data: coastline.geojson 123'],
    ...given,
  };
}

async function partsOf(
  slides: readonly ViewSlide[],
  deck: Partial<SlideDeck> = {},
): Promise<Readonly<Record<string, Uint8Array>>> {
  const given = { title: 'A deck', plan: 'A plan', about: ['2026-11-30'], slides, ...deck };
  // Every letter is half as wide as it is high; sizes are in points or inches alike.
  const measure = (text: string, size: number): number => [...text].length * size * 0.5;
  return unzipSync(await deckPptx(given, { shape: 'wide', words, measure }));
}

function xmlParts(
  parts: Readonly<Record<string, Uint8Array>>,
): readonly (readonly [string, string])[] {
  return Object.entries(parts)
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([name, part]) => [name, strFromU8(part)] as const);
}

function textsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text);
}

const MANY_ROWS = Array.from({ length: 60 }, (_, index) => ({ name: `Row ${index}`, sign: PNG }));

describe('the slides of a deck', () => {
  test('hold to the rules whose breach makes PowerPoint offer a repair', async () => {
    const parts = await partsOf([view(), view({ legend: MANY_ROWS }), view({ bars: [] })]);
    expect(Object.keys(parts).filter((name) => name.endsWith('/'))).toEqual([]);
    for (const [name, xml] of xmlParts(parts)) {
      expect(xmlFaults(xml), name).toEqual([]);
      for (const [shape] of xml.matchAll(/<p:sp>[\s\S]*?<\/p:sp>/g))
        expect(shape, name).toContain('<p:txBody>');
      for (const [background] of xml.matchAll(/<p:bgPr>[\s\S]*?<\/p:bgPr>/g))
        expect(background, name).toMatch(/Fill>\s*<a:effectLst\/><\/p:bgPr>$/);
      const ids = [...xml.matchAll(/<p:cNvPr\b[^>]*?\bid="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      for (const [chart] of xml.matchAll(/<c:barChart>[\s\S]*?<\/c:barChart>/g)) {
        const used = [...chart.matchAll(/<c:axId val="(\d+)"/g)].map(([, id]) => id);
        const axes = [...xml.matchAll(/Ax>\s*<c:axId val="(\d+)"/g)].map(([, id]) => id);
        expect(used).toHaveLength(2);
        expect(used.toSorted()).toEqual(axes.toSorted());
      }
    }
  });

  test('show two compared maps side by side, each under its own ratio', async () => {
    const bar = (name: string, headline: string): ViewSlide['bars'][number] => ({
      ...{ name, headline },
      parts: { natural: 5000, restored: 0, estuary: 0, artificial: 5000, other: 0 },
    });
    const side = (name: string) => ({ name, picture: { data: PNG, alt: `A bay · ${name}` } });
    const parts = await partsOf([
      view({
        maps: [side('Today'), side('With the berth')],
        bars: [bar('Today', 'Today: 50.0 %'), bar('With the berth', 'With the berth: 45.0 %')],
        legend: [],
      }),
    ]);
    const slide = strFromU8(parts['ppt/slides/slide2.xml'] ?? new Uint8Array());
    // Places in EMU, 914 400 to the inch.
    const placeOf = (shape: string) => ({
      x: Number(/<a:off x="(\d+)"/.exec(shape)?.[1]),
      y: Number(/<a:off x="\d+" y="(\d+)"/.exec(shape)?.[1]),
      w: Number(/<a:ext cx="(\d+)"/.exec(shape)?.[1]),
    });
    const pictures = [...slide.matchAll(/<p:pic>[\s\S]*?<\/p:pic>/g)].map(([shape]) => shape);
    expect(pictures.map((shape) => /descr="([^"]*)"/.exec(shape)?.[1])).toEqual([
      'A bay · Today',
      'A bay · With the berth',
    ]);
    const [left, right] = pictures.map(placeOf);
    const [before, after] = ['Today: 50.0 %', 'With the berth: 45.0 %'].map((words) =>
      placeOf(
        [...slide.matchAll(/<p:sp>[\s\S]*?<\/p:sp>/g)]
          .map(([shape]) => shape)
          .find((shape) => shape.includes(words)) ?? '',
      ),
    );
    if (!left || !right || !before || !after) throw new Error('a part is missing');
    expect([right.y, right.w]).toEqual([left.y, left.w]);
    expect(right.x).toBeGreaterThan(left.x + left.w);
    expect([before.x, after.x]).toEqual([left.x, right.x]);
    expect(Math.max(before.y, after.y)).toBeLessThan(left.y);
    const notes = textsOf(strFromU8(parts['ppt/notesSlides/notesSlide2.xml'] ?? new Uint8Array()));
    expect(notes.join(' ')).toContain('With the berth: 45.0 %');
    for (const [name, xml] of xmlParts(parts)) expect(xmlFaults(xml), name).toEqual([]);
  });

  test('name in their content types and relations only parts that are there', async () => {
    const parts = await partsOf([view(), view(), view()]);
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    const named = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, name = '']) => name);
    expect(named.filter((name) => parts[name] === undefined)).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    const endings = [...types.matchAll(/Extension="([^"]*)"/g)].map(([, ending = '']) => ending);
    for (const name of Object.keys(parts))
      expect(named.includes(name) || endings.some((ending) => name.endsWith(`.${ending}`))).toBe(
        true,
      );
    for (const [name, xml] of xmlParts(parts).filter(([part]) => part.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target = ''] of xml.matchAll(/Target="([^"]*)"/g)) {
        const path = new URL(target, `http://x/${folder}`).pathname.slice(1);
        expect(parts[path], `${name}: ${target}`).toBeDefined();
      }
    }
  });

  test('have a notes master of its own theme, before the slides, without placeholders', async () => {
    const parts = await partsOf([view()]);
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    expect(text('ppt/notesMasters/notesMaster1.xml')).not.toContain('<p:ph');
    const themes = ['slideMasters', 'notesMasters'].map((folder) => {
      const [name = ''] = Object.keys(parts).filter((part) =>
        part.startsWith(`ppt/${folder}/_rels/`),
      );
      return /theme\d+\.xml/.exec(text(name))?.[0];
    });
    expect(new Set(themes).size).toBe(2);
    expect(text('ppt/presentation.xml')).toMatch(/<\/p:notesMasterIdLst><p:sldIdLst>/);
  });

  test('keep the zeros of a chart in its workbook, with a format', async () => {
    const parts = await partsOf([view()]);
    const [name = ''] = Object.keys(parts).filter((part) => part.endsWith('.xlsx'));
    const book = parts[name] ?? new Uint8Array();
    expect(readWorkbook(book).get('Sheet1')).toEqual([
      [undefined, 'Natural', 'Restored', 'Estuary', 'Artificial'],
      ['Whole mainland', 5, 0, 0, 5],
    ]);
    const files = unzipSync(book);
    for (const [file, part] of Object.entries(files)) {
      if (!/\.(xml|rels)$/.test(file)) continue;
      expect(xmlFaults(strFromU8(part)), file).toEqual([]);
      expect(strFromU8(part), file).not.toContain('<v></v>');
    }
    expect(strFromU8(files['xl/styles.xml'] ?? new Uint8Array())).toContain('formatCode="0.000"');
  });

  test('hold pasted words in characters that XML allows', async () => {
    const pasted = '标题\v第二行\u001b\u0000\ufffe';
    const half = `${'𠮷'.repeat(300)}\ud842`;
    const parts = await partsOf(
      [
        view({
          ...{ title: pasted, caption: pasted, notes: pasted, drifts: [pasted], filter: pasted },
          ...{ rests: [pasted], foot: [pasted], legend: [{ name: pasted, sign: PNG }] },
          maps: { data: PNG, alt: pasted },
        }),
        view({ title: half, caption: half.repeat(20), notes: half }),
      ],
      { title: pasted, plan: half },
    );
    for (const [name, xml] of xmlParts(parts)) expect(xmlFaults(xml), name).toEqual([]);
    const slide = strFromU8(parts['ppt/slides/slide2.xml'] ?? new Uint8Array());
    expect(textsOf(slide)).toContain('第二行');
    // What is cut ends in an ellipsis behind a whole character.
    const cut = textsOf(strFromU8(parts['ppt/slides/slide3.xml'] ?? new Uint8Array()));
    expect(cut.filter((text) => /^[𠮷\ufffd]+…$/u.test(text))).toHaveLength(2);
  });

  test.each(['B44-control-characters-work.json', 'B45-cut-in-a-pair-work.json'])(
    'open with the words of %s, cut after whole characters',
    async (file) => {
      const path = new URL(`../../fixtures/cases/${file}`, import.meta.url);
      const work = await parseWorkspace(readFileSync(path, 'utf8'), file);
      if (!work.ok) throw new Error(work.error.message.en);
      const views = work.value.decks.flatMap((deck) => deck.views);
      expect(views.length).toBeGreaterThan(0);
      const slides = views.map(({ title, caption, notes }) =>
        view({ title: title.zh, caption: caption.zh, notes: notes.zh }),
      );
      const parts = await partsOf(slides, { title: work.value.decks[0]?.title.zh ?? '' });
      for (const [name, xml] of xmlParts(parts)) {
        expect(xmlFaults(xml), name).toEqual([]);
        expect(xml, name).not.toContain('\ufffd');
      }
    },
  );

  test('name every row of a legend, or count those that have no room', async () => {
    const parts = await partsOf([
      view({ legend: MANY_ROWS }),
      view({ legend: MANY_ROWS.slice(0, 9) }),
    ]);
    const [full = '', short = ''] = [2, 3].map((number) =>
      strFromU8(parts[`ppt/slides/slide${number}.xml`] ?? new Uint8Array()),
    );
    const rows = textsOf(full).filter((text) => /^Row \d+$/.test(text)).length;
    expect(rows).toBeGreaterThan(10);
    expect(textsOf(full)).toContain(`+ ${60 - rows} more`);
    expect(textsOf(short).filter((text) => /^Row \d+$/.test(text))).toHaveLength(9);
    expect(textsOf(short).join()).not.toContain('more');
  });

  test('have no empty bar for a coast without any length, but its words', async () => {
    const none = {
      name: 'An island',
      headline: 'An island: No mainland coast here',
      parts: { natural: 0, restored: 0, estuary: 0, artificial: 0, other: 0 },
    };
    const parts = await partsOf([view({ bars: [none] }), view({ bars: [...view().bars, none] })]);
    const charts = Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(1);
    expect(strFromU8(parts[charts[0] ?? ''] ?? new Uint8Array())).not.toContain('An island');
    for (const number of [2, 3]) {
      const slide = strFromU8(parts[`ppt/slides/slide${number}.xml`] ?? new Uint8Array());
      expect(textsOf(slide)).toContain(none.headline);
    }
  });

  test('say filter, band, verdict, settings and changes in notes, the filter on the slide too', async () => {
    const rests = ['With 1 stretch judged otherwise than in the data: a: sandy → artificial.'];
    const parts = await partsOf([view({ filter: 'Status: to be built', rests })]);
    const [slide, notes] = ['slides/slide2.xml', 'notesSlides/notesSlide2.xml'].map((name) =>
      textsOf(strFromU8(parts[`ppt/${name}`] ?? new Uint8Array())).join('\n'),
    );
    expect(notes).toContain('Say a word');
    expect(notes).toContain('band 45.0 %–55.0 %), target 35 %: keeps the target');
    expect(notes).toContain('Filter of projects: Status: to be built');
    expect(notes).toContain(rests[0]);
    expect(slide).toContain('Filter of projects: Status: to be built');
    expect(slide).toContain('band 45.0 %–55.0 %');
  });
});

test('the notes of the title slide say where imported data came from, and are none without them', async () => {
  const notesOf = (parts: Readonly<Record<string, Uint8Array>>): string =>
    xmlParts(parts)
      .filter(([name]) => /notesSlides\/notesSlide1\.xml$/.test(name))
      .map(([, xml]) => xml)
      .join();
  const aboutNotes = ['修测岸线', 'Files: 08.zip: SHA-256 abc'];
  expect(notesOf(await partsOf([view()], { aboutNotes }))).toContain('08.zip: SHA-256 abc');
  expect(notesOf(await partsOf([view()]))).not.toContain('SHA-256');
});
