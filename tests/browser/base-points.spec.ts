import { MAP_COLOURS } from '../../src/domain/symbology.ts';
import { collection, type RawFeature, smallPlan } from './fixtures/small-plan.ts';
import { expect, test, testWithPixels } from './test.ts';

/** A place at sea, away from everything that the small plan draws. */
const LIGHT = [120.02, 35.78] as const;

const lights: RawFeature = {
  type: 'Feature',
  id: 'mole-light',
  properties: { id: 'mole-light', name_zh: '防波堤灯', name_en: 'Mole Light' },
  geometry: { type: 'Point', coordinates: LIGHT },
};

/** The small plan with one more base layer, of points and of a symbology that the app does not know. */
function planWithLights(): ReturnType<typeof smallPlan> {
  const plan = smallPlan();
  const catalogue = Object(plan['catalogue.json']);
  const [land] = catalogue.layers;
  const layer = {
    ...land,
    id: 'harbour-lights',
    title: { zh: '港口灯标', en: 'Harbour lights' },
    source: { kind: 'geojson', url: 'base/harbour-lights.geojson' },
    symbology: 'harbour-lights',
  };
  return {
    ...plan,
    'catalogue.json': { ...catalogue, layers: [...catalogue.layers, layer] },
    'base/harbour-lights.geojson': collection([lights]),
  };
}

function inkOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

test.describe('a base layer of points', () => {
  test.use({ plan: planWithLights() });

  testWithPixels(
    'draws each as a dot with its name beside it, and names no fault',
    async ({ app }) => {
      await app.openWithMap(`?layers=coastline#map=13/${LIGHT[1]}/${LIGHT[0]}`);
      expect(await app.map.inkAtCentre()).toEqual(inkOf(MAP_COLOURS.quietText.light));
      const around = await app.map.inksAcross(-60, 60);
      const inks = new Set(around.map((ink) => ink.join()));
      expect(inks.size, 'letters beside the dot, with their soft edges').toBeGreaterThan(20);
      await app.openPanel('data');
      const sheet = app.dataSheet('Harbour lights');
      await sheet.locator('summary').click();
      await expect(sheet).not.toContainText('What to do');
    },
  );
});
