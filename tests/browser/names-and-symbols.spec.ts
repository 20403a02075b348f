import type { Page } from 'playwright/test';
import { catchMap } from './drivers/caught-map.ts';
import { expect, test } from './test.ts';

// Half the dots each way: what is asked is where the renderer places names, not with how many pixels.
test.use({ plan: 'embedded', viewport: { width: 1600, height: 900 }, deviceScaleFactor: 0.5 });

test('no name runs over a symbol from afar to near, in both languages', async ({ app, page }) => {
  test.setTimeout(300_000);
  await catchMap(page);
  let [symbols, names] = [0, 0];
  for (const look of ['8/35.9/120', '10/35.9/120.05', '12/36.02/120.15', '14/35.6/119.79'])
    await test.step(look, async () => {
      await app.openWithMap(`?panel=layers#map=${look}`);
      for (let turn = 0; turn < 2; turn += 1) {
        const found = await placedNames(page);
        expect(found.covered, app.language).toEqual([]);
        symbols += found.symbols;
        names += found.names;
        await app.switchLanguage();
        await app.map.isIdle();
      }
    });
  // The check would find nothing on an empty map.
  expect(symbols).toBeGreaterThan(40);
  expect(names).toBeGreaterThan(60);
});

test('a view inside areas names them, and no name lies under a panel', async ({ app, page }) => {
  await catchMap(page);
  await app.openWithMap('?panel=layers#map=13/36/120.2');
  // Zone and port reach far beyond the view on all sides: their own names lie outside it or under the panel.
  await expect
    .poll(async () => (await namesAt(page)).map(({ name }) => name.split('\n')[0]))
    .toEqual(expect.arrayContaining(['Qianwan port area', 'Qianwan and Huangdao']));
  const panel = await app.panel.boundingBox();
  if (panel === null) throw new Error('no panel');
  const [left, top] = [panel.x + 4, panel.y + 4];
  const [right, bottom] = [left + panel.width - 8, top + panel.height - 8];
  await expect.poll(() => namesAt(page, [left, top, right, bottom])).toEqual([]);
});

/** The names that the renderer placed, in a box of the page's pixels or everywhere. */
function namesAt(
  page: Page,
  box?: readonly [number, number, number, number],
): Promise<readonly { readonly name: string }[]> {
  return page.evaluate((asked) => {
    const { caughtMap: map } = window as unknown as {
      caughtMap: {
        queryRenderedFeatures: (
          at: [[number, number], [number, number]] | undefined,
          options: { layers: string[] },
        ) => readonly { properties: Record<string, unknown> }[];
        getStyle: () => { layers: { id: string; type: string }[] };
        getContainer: () => HTMLElement;
      };
    };
    const layers = map
      .getStyle()
      .layers.filter(({ id, type }) => type === 'symbol' && /(?:label|name|names)$/.test(id))
      .map(({ id }) => id);
    const { left, top } = map.getContainer().getBoundingClientRect();
    const at: [[number, number], [number, number]] | undefined = asked && [
      [asked[0] - left, asked[1] - top],
      [asked[2] - left, asked[3] - top],
    ];
    return map
      .queryRenderedFeatures(at, { layers })
      .map(({ properties }) => ({ name: `${properties['name'] ?? properties['name_en']}` }));
  }, box);
}

/** Asks the renderer which names its placement put where symbols of sites and towns are drawn. */
function placedNames(page: Page): Promise<{
  readonly covered: readonly string[];
  readonly symbols: number;
  readonly names: number;
}> {
  return page.evaluate(() => {
    type Found = {
      layer: { id: string };
      properties: Record<string, unknown>;
      geometry: { type: string; coordinates: [number, number] };
    };
    const { caughtMap: map } = window as unknown as {
      caughtMap: {
        queryRenderedFeatures: (
          at: [[number, number], [number, number]] | undefined,
          options: { layers: string[] },
        ) => readonly Found[];
        project: (at: [number, number]) => { x: number; y: number };
        getStyle: () => { layers: { id: string; type: string }[] };
      };
    };
    const layers = map.getStyle().layers.filter(({ type }) => type === 'symbol');
    const idsOf = (...parts: readonly string[]): string[] =>
      layers.map(({ id }) => id).filter((id) => parts.includes(id.slice(id.lastIndexOf('/') + 1)));
    const names = { layers: idsOf('label', 'name') };
    const symbols = map.queryRenderedFeatures(undefined, { layers: idsOf('icon', 'point') });
    const covered = symbols.flatMap(({ geometry: { type, coordinates }, properties }) => {
      if (type !== 'Point') return [];
      const { x, y } = map.project(coordinates);
      // The inner part of the smallest symbol.
      const box: [[number, number], [number, number]] = [
        [x - 2, y - 2],
        [x + 2, y + 2],
      ];
      return map
        .queryRenderedFeatures(box, names)
        .map((over) => `${over.properties['name_en']} over ${properties['name_en']}`);
    });
    return {
      covered,
      symbols: symbols.length,
      names: map.queryRenderedFeatures(undefined, names).length,
    };
  });
}
