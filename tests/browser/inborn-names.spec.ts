import { collection, type PlanFiles, project, smallPlan } from './fixtures/small-plan.ts';
import { expect, test } from './test.ts';

/** What nobody's prototype has: whether a page's own objects say they are picked or pointed at. */
const TAINTED = "['selected', 'hovered', 'dist'].filter((name) => name in {})";

test.describe('names that every object has by birth', () => {
  test.afterEach(async ({ page }) => {
    expect(await page.evaluate(TAINTED), 'the prototype of all objects').toEqual([]);
  });

  test('in the address select nothing, and the map comes to rest', async ({ controller }) => {
    await controller.openWithMap('?select=__proto__&zone=constructor');
    await expect(controller.card).toHaveCount(0);
    await controller.hasPart('select', null);
    await controller.hasPart('zone', null);
  });

  test.describe('and that features bear', () => {
    test.use({ plan: planOfInbornNames() });

    for (const [id, name] of [
      ['__proto__', 'Proto Port'],
      ['constructor', 'Constructor Port'],
      ['toString', 'String Port'],
    ] as const) {
      test(`are picked from the address and by the pointer: ${id}`, async ({ controller }) => {
        await controller.openWithMap(
          `?panel=projects&layers=coastline,ports&select=${id}#map=12/35.91/120.09`,
        );
        await controller.cardShows(name);
        await controller.hasPart('select', id);
        const picked = await controller.map.inkAtCentre();
        await controller.page.keyboard.press('Escape');
        await expect(controller.card).toHaveCount(0);
        if (id === '__proto__') {
          await controller.map.pointAtCentre();
          await expect(controller.map.canvas.first()).toHaveClass(/is-over-feature/);
          await controller.map.clickCentre();
          await controller.cardShows(name);
          expect(await controller.map.inkAtCentre()).toEqual(picked);
        }
      });
    }

    test('are zones too', async ({ controller }) => {
      await controller.openWithMap('?panel=coastline&zone=valueOf');
      await controller.cardShows('North Bay');
      await controller.hasPart('zone', 'valueOf');
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
