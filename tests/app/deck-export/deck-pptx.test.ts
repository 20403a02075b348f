import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SlideDeck } from '../../../src/app/deck-export/compose-deck.ts';
import type { ViewSlide } from '../../../src/app/deck-export/compose-slide.ts';
import { deckPptx } from '../../../src/app/deck-export/deck-pptx.ts';
import type { SlideMap } from '../../../src/app/deck-export/slide-items.ts';
import { parseWorkspace } from '../../../src/data/views/workspace-file.ts';
import type { I18n } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import { coastSummary } from '../../coast-summary.ts';
import { readWorkbook } from '../../read-workbook.ts';
import { xmlFaults } from '../../xml.ts';

/** A pixel. */
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const EMU_PER_INCH = 914_400;

let words: I18n;
beforeAll(async () => {
  words = await loadAllTexts('en');
});

/** 50 of 100 km, band 45 to 55 %, target 35 %. */
const HALF = coastSummary({
  ...{ totalM: 100_000, naturalM: 50_000, target: 0.35, verdict: 'pass' },
  ...{ band: [0.45, 0.55], headroomM: 15_000 },
});
const NONE = coastSummary({ totalM: 0, naturalM: 0, target: 0.35, verdict: 'no-coast' });

/** A map with a scale bar of 10 km that is 25.4 mm, or one inch, long. */
function map(given: Partial<SlideMap> = {}): SlideMap {
  return {
    ...{ name: '', ratio: '', bearing: 0 },
    picture: { data: PNG, alt: 'A "bay" <and> a sea & more' },
    bar: { lengthM: 10_000, lengthMm: 25.4, parts: 5 },
    ...given,
  };
}

function view(given: Partial<ViewSlide> = {}): ViewSlide {
  return {
    ...{ title: 'A bay', number: '', caption: 'What it shows', notes: 'Say a word' },
    ...{ drifts: [], filter: undefined, rests: [], arrangement: 'column' },
    figure: { kind: 'gauge', name: 'Whole mainland', summary: HALF },
    maps: [map()],
    legend: [{ name: 'Coast' }, { name: 'Bedrock', sign: PNG }],
    foot: ['Illustration.', 'Sources: a & b'],
    ...given,
  };
}

async function partsOf(
  slides: readonly ViewSlide[],
  deck: Partial<SlideDeck> = {},
): Promise<Readonly<Record<string, Uint8Array>>> {
  const given = {
    ...{ title: 'A deck', plan: 'A plan', date: '30 November 2026', cover: map(), slides },
    ...{ foot: ['Illustration.'], sources: ['coastline.geojson 123'], lineage: [], ...deck },
  };
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

function xmlOf(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array());
}

/** An object of a slide with its place in EMU. */
type PlacedShape = {
  readonly xml: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

function shapesIn(slide: string): readonly PlacedShape[] {
  return [...slide.matchAll(/<p:(sp|pic|graphicFrame)>[\s\S]*?<\/p:\1>/g)].map(([xml]) => {
    const [, x, y] = (/<a:off x="(-?\d+)" y="(-?\d+)"/.exec(xml) ?? []).map(Number);
    const [, w, h] = (/<a:ext cx="(\d+)" cy="(\d+)"/.exec(xml) ?? []).map(Number);
    const name = /<p:cNvPr\b[^>]*?\bname="([^"]*)"/.exec(xml)?.[1] ?? '';
    return { xml, name, x: x ?? 0, y: y ?? 0, w: w ?? 0, h: h ?? 0 };
  });
}

function groupsIn(slide: string): readonly string[] {
  return [...slide.matchAll(/<p:grpSp><p:nvGrpSpPr><p:cNvPr id="\d+" name="([^"]*)"/g)].map(
    ([, name = '']) => name,
  );
}

/** Whether two boxes have more in common than an edge, to a hundredth of an inch. */
function overlap(one: PlacedShape, other: PlacedShape): boolean {
  const across = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y);
  return Math.min(across, down) > EMU_PER_INCH / 100;
}

/** From 50 % with a band of 45 to 55 % to 45 % with 40 to 50 %. */
const CHANGE: NonNullable<ViewSlide['figure']> = {
  ...{ kind: 'change', of: 'Whole mainland' },
  rows: [
    { name: 'Today', summary: HALF },
    {
      name: 'With the berth',
      summary: coastSummary({
        ...{ totalM: 100_000, naturalM: 45_000, target: 0.35, verdict: 'pass', band: [0.4, 0.5] },
      }),
    },
  ],
};

const MANY_ROWS = Array.from({ length: 60 }, (_, index) => ({ name: `Row ${index}`, sign: PNG }));

describe('the slides of a deck', () => {
  test('hold to the rules whose breach makes PowerPoint offer a repair', async () => {
    const parts = await partsOf([
      view(),
      view({ legend: MANY_ROWS }),
      view({ figure: undefined }),
      view({ figure: CHANGE }),
    ]);
    expect(Object.keys(parts).filter((name) => name.endsWith('/'))).toEqual([]);
    for (const [name, xml] of xmlParts(parts)) {
      expect(xmlFaults(xml), name).toEqual([]);
      for (const [shape] of xml.matchAll(/<p:sp>[\s\S]*?<\/p:sp>/g))
        expect(shape.match(/<p:(?:nvSpPr|spPr|txBody)>/g), name).toEqual([
          '<p:nvSpPr>',
          '<p:spPr>',
          '<p:txBody>',
        ]);
      for (const [, group] of xml.matchAll(/<p:grpSp>([\s\S]*?)<\/p:grpSpPr>/g))
        expect(group, name).toMatch(/^<p:nvGrpSpPr>.*<\/p:nvGrpSpPr><p:grpSpPr><a:xfrm>/);
      for (const [background] of xml.matchAll(/<p:bgPr>[\s\S]*?<\/p:bgPr>/g))
        expect(background, name).toMatch(/Fill>\s*<a:effectLst\/><\/p:bgPr>$/);
      const ids = [...xml.matchAll(/<p:cNvPr\b[^>]*?\bid="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      for (const [chart] of xml.matchAll(/<c:scatterChart>[\s\S]*?<\/c:scatterChart>/g)) {
        const used = [...chart.matchAll(/<c:axId val="(\d+)"/g)].map(([, id]) => id);
        const axes = [...xml.matchAll(/Ax>\s*<c:axId val="(\d+)"/g)].map(([, id]) => id);
        expect(used).toHaveLength(2);
        expect(used.toSorted()).toEqual(axes.toSorted());
      }
    }
  });

  test('show two compared maps side by side, each under its own ratio, with one legend', async () => {
    const side = (name: string, ratio: string): SlideMap =>
      map({ name, ratio, picture: { data: PNG, alt: `A bay · ${name}` } });
    const parts = await partsOf([
      view({ maps: [side('Today', '50.0 %'), side('With the berth', '45.0 %')], figure: CHANGE }),
    ]);
    const slide = xmlOf(parts, 'ppt/slides/slide2.xml');
    const pictures = shapesIn(slide).filter(({ name }) => name.startsWith('Map'));
    expect(pictures.map(({ xml }) => /descr="([^"]*)"/.exec(xml)?.[1])).toEqual([
      'A bay · Today',
      'A bay · With the berth',
    ]);
    expect(pictures.map(({ name }) => name)).toEqual(['Map: Today', 'Map: With the berth']);
    const [left, right] = pictures;
    const [before, after] = ['Today · 50.0 %', 'With the berth · 45.0 %'].map((text) =>
      shapesIn(slide).find(({ xml }) => textsOf(xml).includes(text)),
    );
    if (!left || !right || !before || !after) throw new Error('a part is missing');
    expect([right.y, right.w]).toEqual([left.y, left.w]);
    expect(right.x).toBeGreaterThanOrEqual(left.x + left.w);
    expect(before.x).toBeLessThan(left.x + left.w);
    expect(after.x).toBeGreaterThanOrEqual(right.x);
    expect(Math.max(before.y + before.h, after.y + after.h)).toBeLessThanOrEqual(left.y);
    for (const name of ['Scale bar: Today', 'Scale bar: With the berth', 'Legend'])
      expect(groupsIn(slide).filter((group) => group === name)).toHaveLength(1);
    const notes = textsOf(xmlOf(parts, 'ppt/notesSlides/notesSlide2.xml'));
    expect(notes.join(' ')).toContain('With the berth: 45.0\u2009%');
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

  test('draw ratio, band and target as series of one chart whose values are in its workbook', async () => {
    const parts = await partsOf([view({ figure: CHANGE })]);
    // The library numbers charts through all of its files.
    const [chart = ''] = Object.keys(parts)
      .filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
      .map((name) => xmlOf(parts, name));
    const series = [...chart.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([xml]) => ({
      name: /<c:tx>[\s\S]*?<c:v>([^<]*)</.exec(xml)?.[1],
      range: /<c:xVal><c:numRef><c:f>([^<]*)</.exec(xml)?.[1],
      values: [
        ...(/<c:xVal>[\s\S]*?<\/c:xVal>/.exec(xml)?.[0] ?? '').matchAll(/<c:v>([^<]*)/g),
      ].map(([, text]) => Number(text)),
    }));
    const of = (name: string) => series.filter((one) => one.name === name);
    // Two strips, above and below the ratio.
    expect(of('Lower end of the band').map(({ values }) => values)).toEqual([
      [0.55, 0.45],
      [0.55, 0.45],
      [0.5, 0.4],
      [0.5, 0.4],
    ]);
    expect(of('Ratio').map(({ values }) => values)).toEqual([
      [0, 0.5],
      [0, 0.45],
    ]);
    expect(of('Target').map(({ values }) => values)).toEqual([
      [0.35, 0.35],
      [0.35, 0.35],
    ]);
    expect(series.map(({ name }) => name)).toContain('Target ≥ 35\u2009%');
    const [book = new Uint8Array()] = Object.keys(parts)
      .filter((part) => part.endsWith('.xlsx'))
      .map((part) => parts[part]);
    const sheet = readWorkbook(book).get('Sheet1') ?? [];
    expect(sheet.map((row) => row.slice(0, 6))).toEqual([
      ['', '0', 'Ratio', 'Upper end of the band', 'Lower end of the band', 'Target'],
      ['Today', 0, 0.5, 0.55, 0.45, 0.35],
      ['With the berth', 0, 0.45, 0.5, 0.4, 0.35],
    ]);
    // What a series refers to is where the workbook has it.
    expect(of('Ratio')[1]?.range).toBe('Sheet1!$B$3:$C$3');
    for (const [file, part] of Object.entries(unzipSync(book))) {
      if (!/\.(xml|rels)$/.test(file)) continue;
      expect(xmlFaults(strFromU8(part)), file).toEqual([]);
      expect(strFromU8(part), file).not.toContain('<v></v>');
    }
    const styles = strFromU8(unzipSync(book)['xl/styles.xml'] ?? new Uint8Array());
    expect(styles).toContain('formatCode="0.0%"');
  });

  test('name every object in words, and group what belongs together', async () => {
    const parts = await partsOf([view(), view({ arrangement: 'full' }), view({ figure: CHANGE })]);
    for (const [name, xml] of xmlParts(parts).filter(([part]) =>
      /^ppt\/slides\/slide\d+\.xml$/.test(part),
    )) {
      const names = [...xml.matchAll(/<p:cNvPr\b[^>]*?\bname="([^"]*)"/g)].map(
        ([, own = '']) => own,
      );
      expect(
        names.filter((own) => /^(Text|Shape|Image|Chart|Object) \d+$/.test(own)),
        name,
      ).toEqual([]);
      expect(xml, name).not.toContain('\ue000');
    }
    const slide = xmlOf(parts, 'ppt/slides/slide2.xml');
    expect(groupsIn(slide)).toEqual(['Legend', 'Bedrock', 'North', 'Scale bar']);
    expect(shapesIn(slide)[0]?.name).toBe('Title');
    expect(shapesIn(slide).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Title', 'Map', 'Caption', 'Ratio', 'Ratio chart', 'Verdict']),
    );
    // A group is as large as what is in it.
    const [, scale = ''] =
      /name="Scale bar"[\s\S]*?<p:grpSpPr>([\s\S]*?)<\/p:grpSpPr>/.exec(slide) ?? [];
    const [, x, y, w, h] =
      /<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(scale) ?? [];
    expect(scale).toContain(`<a:chOff x="${x}" y="${y}"/><a:chExt cx="${w}" cy="${h}"/>`);
  });

  test('have a scale bar of its true length on each map', async () => {
    const parts = await partsOf([view()]);
    const bars = shapesIn(xmlOf(parts, 'ppt/slides/slide2.xml')).filter(({ name }) =>
      /^Part \d$/.test(name),
    );
    expect(bars).toHaveLength(5);
    const length = bars.reduce((sum, { w }) => sum + w, 0);
    // Rounded to whole EMU five times.
    expect(Math.abs(length - EMU_PER_INCH)).toBeLessThanOrEqual(5);
    expect(textsOf(xmlOf(parts, 'ppt/slides/slide2.xml'))).toContain('10\u2009km');
  });

  test('use the fonts and the colours of a theme that has both scripts', async () => {
    const parts = await partsOf([view()]);
    const theme = xmlOf(parts, 'ppt/theme/theme1.xml');
    for (const font of ['major', 'minor'])
      expect(theme).toContain(
        `<a:${font}Font><a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/>`,
      );
    for (const [name, xml] of xmlParts(parts).filter(([part]) => /slides\/slide\d/.test(part))) {
      const faces = [...xml.matchAll(/<a:(latin|ea|cs) typeface="([^"]*)"/g)];
      expect(faces.length, name).toBeGreaterThan(0);
      for (const [, script, face] of faces)
        expect(face, name).toMatch(new RegExp(`^\\+m[jn]-${script === 'latin' ? 'lt' : script}$`));
      expect(xml, name).not.toContain('<a:srgbClr');
    }
    expect(xmlOf(parts, 'ppt/slides/slide2.xml')).toContain('<a:latin typeface="+mj-lt"/>');
  });

  test('set no word below 8 points, and no words on top of each other', async () => {
    const long = 'A sentence that takes room. '.repeat(12);
    const parts = await partsOf([
      view({ legend: MANY_ROWS, caption: long, figure: CHANGE }),
      view({ arrangement: 'full', caption: long, figure: CHANGE }),
      view({ arrangement: 'text', caption: long, maps: [], legend: [] }),
    ]);
    for (const number of [1, 2, 3, 4, 5]) {
      const slide = xmlOf(parts, `ppt/slides/slide${number}.xml`);
      for (const [, size] of slide.matchAll(/\bsz="(\d+)"/g))
        expect(Number(size)).toBeGreaterThanOrEqual(800);
      const texts = shapesIn(slide).filter(
        ({ name, xml }) => name !== 'Page number' && textsOf(xml).length > 0,
      );
      expect(texts.length).toBeGreaterThan(1);
      for (const [index, one] of texts.entries())
        for (const other of texts.slice(index + 1))
          expect(overlap(one, other), `${number}: ${one.name}, ${other.name}`).toBe(false);
    }
  });

  test('follow the layout that a view chooses', async () => {
    const parts = await partsOf([
      view({ arrangement: 'full', legend: [] }),
      view({ arrangement: 'text', maps: [], legend: [], number: '29 km', figure: undefined }),
      view({ figure: { kind: 'number', name: 'Whole mainland', summary: HALF } }),
    ]);
    const [full = [], text = [], number = []] = [2, 3, 4].map((index) =>
      shapesIn(xmlOf(parts, `ppt/slides/slide${index}.xml`)),
    );
    const picture = full.find(({ name }) => name === 'Map');
    expect(picture?.w).toBe(Math.round(13.333 * EMU_PER_INCH));
    expect(text.map(({ name }) => name)).not.toContain('Map');
    expect(text.flatMap(({ xml }) => textsOf(xml))).toContain('29 km');
    expect(number.map(({ name }) => name)).not.toContain('Ratio chart');
    expect(number.flatMap(({ xml }) => textsOf(xml))).toContain('50.0\u00a0%');
  });

  test('hold pasted words in characters that XML allows', async () => {
    const pasted = '标题\v第二行\u001b\u0000\ufffe';
    const half = `${'𠮷'.repeat(300)}\ud842`;
    const parts = await partsOf(
      [
        view({
          ...{ title: pasted, caption: pasted, notes: pasted, drifts: [pasted], filter: pasted },
          ...{ rests: [pasted], foot: [pasted], legend: [{ name: pasted, sign: PNG }] },
          maps: [map({ name: pasted, picture: { data: PNG, alt: pasted } })],
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
    expect(rows).toBeLessThan(60);
    expect(textsOf(full)).toContain(`+ ${60 - rows} more`);
    expect(textsOf(short).filter((text) => /^Row \d+$/.test(text))).toHaveLength(9);
    expect(textsOf(short).join()).not.toContain('more');
  });

  test('have no empty chart for a coast without any length, but its words', async () => {
    const none = { kind: 'gauge', name: 'An island', summary: NONE } as const;
    const parts = await partsOf([
      view({ figure: none }),
      view({
        figure: {
          ...{ kind: 'change', of: 'Ratio' },
          rows: [
            { name: 'Today', summary: HALF },
            { name: 'An island', summary: NONE },
          ],
        },
      }),
    ]);
    const charts = Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(1);
    expect(xmlOf(parts, charts[0] ?? '')).not.toContain('An island');
    for (const number of [2, 3])
      expect(textsOf(xmlOf(parts, `ppt/slides/slide${number}.xml`)).join()).toContain(
        'No mainland coast here',
      );
  });

  test('say filter, band, verdict, settings and changes in notes, the filter on the slide too', async () => {
    const rests = ['With 1 stretch judged otherwise than in the data: a: sandy → artificial.'];
    const parts = await partsOf([view({ filter: 'Status: to be built', rests })]);
    const [slide = '', notes = ''] = ['slides/slide2.xml', 'notesSlides/notesSlide2.xml'].map(
      (name) => textsOf(xmlOf(parts, `ppt/${name}`)).join('\n'),
    );
    expect(notes).toContain('Say a word');
    expect(notes).toContain('band 45.0\u2009%–55.0\u2009%), target 35\u2009%: keeps the target');
    expect(notes).toContain('Natural 50.0\u2009km');
    expect(notes).toContain('Filter of projects: Status: to be built');
    expect(notes).toContain(rests[0]);
    expect(slide).toContain('Filter of projects: Status: to be built');
    expect(slide).toContain('Keeps the target');
  });
});

test('the last slide says what the figures rest on, and its notes where imported data came from', async () => {
  const lineage = ['修测岸线', 'Files: 08.zip: SHA-256 abc'];
  const last = async (deck: Partial<SlideDeck>) => {
    const parts = await partsOf([view()], deck);
    return ['slides/slide3.xml', 'notesSlides/notesSlide3.xml'].map((name) =>
      textsOf(xmlOf(parts, `ppt/${name}`)).join('\n'),
    );
  };
  const [slide, notes] = await last({ lineage });
  expect(slide).toContain('Sources and data');
  expect(slide).toContain('coastline.geojson 123');
  expect(notes).toContain('08.zip: SHA-256 abc');
  expect((await last({}))[1]).not.toContain('SHA-256');
});

test('the opening slide has title, plan, date and the map of the deck', async () => {
  const parts = await partsOf([view()]);
  const shapes = shapesIn(xmlOf(parts, 'ppt/slides/slide1.xml'));
  expect(shapes.map(({ name }) => name)).toContain('Map');
  expect(shapes.flatMap(({ xml }) => textsOf(xml))).toEqual(
    expect.arrayContaining(['A deck', 'A plan', '30 November 2026', 'Illustration.']),
  );
});
