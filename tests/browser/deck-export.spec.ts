import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { readWorkbook } from '../read-workbook.ts';
import type { AppPage } from './drivers/app.ts';
import { coloursIn } from './drivers/print-composer.ts';
import { planWithDeck } from './fixtures/small-deck.ts';
import { SMALL_COAST } from './fixtures/small-plan.ts';
import { expect, test, testWithoutMap, testWithPixels } from './test.ts';

test.use({ plan: planWithDeck() });
test.setTimeout(180_000);

/** Whole of a picture. */
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

type Parts = Readonly<Record<string, Uint8Array>>;

/** Presses a button of the views panel and reads the file that comes of it. */
async function handedOver(app: AppPage, name: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = app.page.waitForEvent('download', { timeout: 150_000 });
  await app.panel.getByRole('button', { name, exact: true }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

function xmlOf(parts: Parts, name: string): string {
  const part = parts[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return strFromU8(part);
}

function namesOf(parts: Parts, pattern: RegExp): readonly string[] {
  return Object.keys(parts)
    .filter((name) => pattern.test(name))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/** The texts of a slide's title. */
function titleOf(slide: string): string {
  const shape = slide.split('<p:sp>').find((text) => /<p:ph\s[^>]*type="title"/.test(text)) ?? '';
  return textsOf(shape);
}

function textsOf(xml: string): string {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text).join(' ');
}

/** The places along the axis of a chart's first series of each name. */
function seriesOf(chart: string): ReadonlyMap<string, readonly number[]> {
  const series = [...chart.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([one]) => {
    const name = /<c:tx>[\s\S]*?<c:v>([^<]*)<\/c:v>/.exec(one)?.[1] ?? '';
    const values = /<c:xVal>([\s\S]*?)<\/c:xVal>/.exec(one)?.[1] ?? '';
    const places = [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => Number(text));
    return [name, places] as const;
  });
  return new Map(series.toReversed());
}

testWithPixels(
  'a deck becomes slides with native titles, captions, charts, notes and pictures of its maps',
  async ({ app, page, guard }) => {
    await app.openWithMap('?panel=views');
    const before = new URL(page.url()).hash;
    const { name, bytes } = await handedOver(app, 'PowerPoint');
    expect(name).toMatch(/^coastplan-deck-\d{4}-\d\d-\d\d\.pptx$/);
    await expect(page.getByText(`Saved: ${name}`)).toBeVisible();
    expect(new URL(page.url()).hash).toBe(before);
    expect(guard.outside).toEqual([]);

    const parts: Parts = unzipSync(bytes);
    const slides = namesOf(parts, /^ppt\/slides\/slide\d+\.xml$/).map((part) => xmlOf(parts, part));
    expect(slides.map(titleOf)).toEqual(['Small Bay', 'Rock', 'South', 'Port', 'Sources and data']);
    expect(textsOf(slides[0] ?? '')).toContain('Small Bay Plan');
    for (const [index, place] of ['Rock', 'South', 'Port'].entries()) {
      const slide = slides[index + 1] ?? '';
      expect(textsOf(slide)).toContain(`What ${place} shows`);
      expect(slide).toContain(`descr="${place}. What ${place} shows`);
      expect(textsOf(slide)).toContain('Illustration: coastline classes judged from maps');
      expect(textsOf(slide)).toContain('not for publication');
      expect(slide).toContain('<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>');
      const notes = xmlOf(parts, `ppt/notesSlides/notesSlide${index + 2}.xml`);
      expect(textsOf(notes)).toContain(`Say a word on ${place}`);
    }
    expect(textsOf(slides[4] ?? '')).toContain('audit.json');
    expect(xmlOf(parts, 'ppt/theme/theme1.xml')).toContain('<a:latin typeface="Arial"/>');
    // What is in view: rock on the first, no ports; ports on the last, and no coast.
    expect(textsOf(slides[1] ?? '')).toContain('Bedrock');
    expect(textsOf(slides[1] ?? '')).not.toContain('Ports and transport');
    expect(textsOf(slides[3] ?? '')).toContain('Ports and transport');
    expect(textsOf(slides[3] ?? '')).not.toContain('Bedrock');

    // Two views show a ratio: that of the whole coast, and that of the South alone.
    const charts = namesOf(parts, /^ppt\/charts\/chart\d+\.xml$/);
    expect(charts).toHaveLength(2);
    const { bedrock, restored, estuary, artificial } = SMALL_COAST.ellipsoid;
    const whole = {
      Natural: bedrock,
      Restored: restored,
      Estuary: estuary,
      Artificial: artificial,
    };
    const [first = new Map()] = charts.map((part) => seriesOf(xmlOf(parts, part)));
    const total = bedrock + restored + estuary + artificial;
    // The engine is held to a centimetre elsewhere.
    expect(first.get('Ratio')?.[1]).toBeCloseTo((bedrock + restored) / total, 6);
    expect(first.get('Target')).toEqual([0.35, 0.35]);
    const [high, low] = first.get('Lower end of the band') ?? [];
    const headline =
      /Whole mainland: 50\.0.% \(band (\d+\.\d).%–(\d+\.\d).%\), target 35.%: (keeps the target|too close to call)/;
    const notes = textsOf(xmlOf(parts, 'ppt/notesSlides/notesSlide2.xml'));
    const [, lowest, highest] = headline.exec(notes) ?? [];
    expect([(100 * low).toFixed(1), (100 * high).toFixed(1)]).toEqual([lowest, highest]);
    for (const [part, lengthM] of Object.entries(whole))
      expect(notes).toMatch(new RegExp(`${part} ${(lengthM / 1000).toFixed(1)}.km`));
    expect(textsOf(slides[1] ?? '')).toMatch(/50\.0.%.*(Keeps the target|Too close to call)/);

    // A browser's parser, which takes nothing that is not well-formed.
    const xml = Object.keys(parts).filter((part) => /\.(xml|rels)$/.test(part));
    const faults = await page.evaluate(
      (texts) =>
        texts.flatMap(([part, text]) => {
          const read = new DOMParser().parseFromString(text, 'application/xml');
          return read.querySelector('parsererror') === null ? [] : [part];
        }),
      xml.map((part): [string, string] => [part, xmlOf(parts, part)]),
    );
    expect(faults).toEqual([]);

    const images = [...(slides[1] ?? '').matchAll(/r:embed="(rId\d+)"/g)];
    expect(images.length).toBeGreaterThan(1);
    const relations = xmlOf(parts, 'ppt/slides/_rels/slide2.xml.rels');
    const picture = new RegExp(
      `Id="${images[0]?.[1]}"[^>]*Target="\\.\\./([^"]*)"|Target="\\.\\./([^"]*)"[^>]*Id="${images[0]?.[1]}"`,
    ).exec(relations);
    const map = parts[`ppt/${picture?.[1] ?? picture?.[2]}`] ?? new Uint8Array();
    expect(await coloursIn(page, Buffer.from(map), WHOLE)).toBeGreaterThan(20);
  },
);

test('in Chinese the slides are set in a Chinese face, 4:3 where that is wanted', async ({
  app,
}) => {
  await app.openWithMap('?panel=views&lang=zh');
  await app.panel.getByRole('combobox', { name: '幻灯片比例' }).selectOption('standard');
  const { bytes } = await handedOver(app, 'PowerPoint');
  const parts: Parts = unzipSync(bytes);
  expect(xmlOf(parts, 'ppt/presentation.xml')).toContain('<p:sldSz cx="9144000" cy="6858000"');
  const slides = namesOf(parts, /^ppt\/slides\/slide\d+\.xml$/).map((part) => xmlOf(parts, part));
  expect(slides.map(titleOf)).toEqual(['小湾汇报', '石岸', '南湾', '港口', '来源与数据']);
  expect(xmlOf(parts, 'ppt/theme/theme1.xml')).toContain('<a:ea typeface="Microsoft YaHei"/>');
  for (const slide of slides) {
    expect(slide).toContain('<a:ea typeface="+mn-ea"/>');
    expect(slide).toContain('lang="zh-CN"');
  }
  expect(textsOf(slides[1] ?? '')).toContain('石岸的说明');
});

test('a deck is printed as one document, a page a slide, with texts that can be selected', async ({
  app,
  page,
}) => {
  await app.openWithMap('?panel=views');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await app.panel.getByRole('button', { name: 'PDF', exact: true }).click();
  await expect(page.locator('body[data-printed]')).toHaveCount(1, { timeout: 150_000 });
  const texts = await page.locator('.print-page text').allTextContents();
  expect(texts).toEqual(
    expect.arrayContaining(['Small Bay', 'Rock', 'What Port shows', 'Sources and data']),
  );
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // Opening, three views, sources.
  expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(5);
  await expect(page.locator('.print-page')).toHaveCount(0);
});

test('the making of slides can be stopped, and nothing is saved then', async ({ app, page }) => {
  await app.openWithMap('?panel=views');
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));
  await app.panel.getByRole('button', { name: 'PowerPoint', exact: true }).click();
  await app.panel.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(app.panel.getByRole('progressbar')).toHaveCount(0);
  // The tables come after: had the slides gone on, they would have been saved by then.
  const { name } = await handedOver(app, 'Workbook (XLSX)');
  expect(saved).toEqual([name]);
});

testWithoutMap(
  'a deck becomes a workbook of its views, their figures and the tables of the audit',
  async ({ app }) => {
    await app.open('?panel=views');
    const { name, bytes } = await handedOver(app, 'Workbook (XLSX)');
    expect(name).toMatch(/^coastplan-deck-\d{4}-\d\d-\d\d\.xlsx$/);
    const sheets = readWorkbook(bytes);
    const [head, ...views] = sheets.get('Views') ?? [];
    expect(head?.slice(0, 4)).toEqual(['View', 'Title', 'Caption', 'Notes']);
    expect(head?.[4]).toMatch(/^Saved \(local time, .+\)$/);
    expect(head?.[5]).toBe('Filter, settings and changes');
    expect(views.map((row) => row.slice(0, 4))).toEqual([
      [1, 'Rock', 'What Rock shows', 'Say a word on Rock'],
      [2, 'South', 'What South shows', 'Say a word on South'],
      [3, 'Port', 'What Port shows', 'Say a word on Port'],
    ]);
    const { bedrock, restored, estuary, artificial } = SMALL_COAST.ellipsoid;
    const figures = sheets.get('Figures') ?? [];
    const ratio = figures.find(
      ([view, , figure]) => view === 1 && figure === 'Natural coastline ratio',
    );
    expect(ratio?.[3]).toBe(0.49997);
    // (11 095.437 + 5 547.788) m of 33 286.866 m.
    expect(ratio?.[4]).toBeCloseTo(
      (bedrock + restored) / (bedrock + restored + estuary + artificial),
      6,
    );
    expect([...sheets.keys()].length).toBe(8);
    const about = [...sheets.values()].at(-1) ?? [];
    expect(about.flat().join('\n')).toContain('SHA-256');
    expect(about.flat().join('\n')).toContain('Illustration');
  },
);
