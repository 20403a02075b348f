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

/** Asks the renderer which names its placement put where symbols of sites and towns are drawn. */
function placedNames(
  page: Page,
): Promise<{
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
