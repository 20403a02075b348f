import { collection, type PlanFiles, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithPixels } from './test.ts';

/** What nobody's prototype has: whether a page's own objects say they are picked or pointed at. */
const TAINTED = "['selected', 'hovered', 'dist'].filter((name) => name in {})";

test.describe('names that every object has by birth', () => {
  test.afterEach(async ({ page }) => {
    expect(await page.evaluate(TAINTED), 'the prototype of all objects').toEqual([]);
  });

  test('in the address select nothing, and the map comes to rest', async ({ app }) => {
    await app.openWithMap('?select=__proto__&zone=constructor');
    await expect(app.card).toHaveCount(0);
    await app.hasPart('select', null);
    await app.hasPart('zone', null);
  });

  test.describe('and that features bear', () => {
    test.use({ plan: planOfInbornNames() });

    testWithPixels('are picked from the address and by the pointer', async ({ app, page }) => {
      const address = (id: string): string =>
        `?panel=projects&layers=coastline,ports&select=${id}#map=12/35.91/120.09`;
      await app.openWithMap(address('__proto__'));
      for (const [id, name] of [
        ['__proto__', 'Proto Port'],
        ['constructor', 'Constructor Port'],
        ['toString', 'String Port'],
      ] as const)
        await test.step(id, async () => {
          await page.evaluate(
            (to) => {
              history.pushState(null, '', to);
              dispatchEvent(new PopStateEvent('popstate'));
            },
            `./${address(id)}`,
          );
          await app.cardShows(name);
          await app.hasPart('select', id);
          const picked = await app.map.inkAtCentre();
          await page.keyboard.press('Escape');
          await expect(app.card).toHaveCount(0);
          if (id === '__proto__') {
            await app.map.pointAtCentre();
            await expect(app.map.canvas.first()).toHaveClass(/is-over-feature/);
            await app.map.clickCentre();
            await app.cardShows(name);
            expect(await app.map.inkAtCentre()).toEqual(picked);
          }
          expect(await page.evaluate(TAINTED)).toEqual([]);
        });
    });

    test('are zones too', async ({ app }) => {
      await app.openWithMap('?panel=coastline&zone=valueOf');
      await app.cardShows('North Bay');
      await app.hasPart('zone', 'valueOf');
    });
  });
});

/** The small plan with a river, and ids and names such as `__proto__`. */
function planOfInbornNames(): PlanFiles {
  const plan = smallPlan();
  const at = (longitude: number) => ({ type: 'Point', coordinates: [longitude, 35.75] });
  const port = [
    [
      [120.08, 35.9],
      [120.14, 35.9],
      [120.14, 35.96],
      [120.08, 35.96],
      [120.08, 35.9],
    ],
  ];
  const catalogue = JSON.parse(JSON.stringify(plan['catalogue.json']));
  const [land] = catalogue.layers;
  catalogue.layers.unshift({
    ...land,
    id: 'base-rivers',
    symbology: 'base-rivers',
    source: { kind: 'geojson', url: 'base/rivers.geojson' },
  });
  return {
    ...plan,
    'catalogue.json': catalogue,
    'base/rivers.geojson': collection([
      {
        type: 'Feature',
        properties: JSON.parse(
          '{"id":"__proto__","__proto__":1,"constructor":2,"rank":1,"name_zh":"toString","name_en":"constructor"}',
        ),
        geometry: {
          type: 'LineString',
          coordinates: [
            [119.9, 35.93],
            [120.3, 35.93],
          ],
        },
      },
    ]),
    'coast/zones.geojson': JSON.stringify(plan['coast/zones.geojson']).replaceAll(
      'north-zone',
      'valueOf',
    ),
    'projects/ports.geojson': collection([
      project('__proto__', '原型港', 'Proto Port', { type: 'Polygon', coordinates: port }),
      project('constructor', '构造港', 'Constructor Port', at(120.1)),
      project('toString', '字串港', 'String Port', at(120.12)),
    ]),
  };
}
