import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { COASTLINE_SYMBOLS } from '../../src/domain/symbology.ts';
import { catchMap } from './drivers/caught-map.ts';
import { expect, test } from './test.ts';

type Catalogue = {
  readonly layers: readonly {
    readonly id: string;
    readonly role: string;
    readonly symbology: string;
    readonly title: { readonly zh: string; readonly en: string };
  }[];
};
const { layers }: Catalogue = JSON.parse(
  readFileSync(new URL('../../geodata/catalogue.json', import.meta.url), 'utf8'),
);
const shown = layers.filter(({ role }) => role !== 'base').map(({ id }) => id);
const TOLD_BASE = ['base-district', 'base-roads', 'base-railways'];

/** The rows of zones: one for each grade in view. */
const GRADES = {
  strict: { en: 'Zone, strict protection', zh: '严格保护岸段' },
  restricted: { en: 'Zone, restricted development', zh: '限制开发岸段' },
  optimised: { en: 'Zone, optimised use', zh: '优化利用岸段' },
} as const;

/** Looks at the plan: whole, near, turned, tilted, at sea, inland, with every layer and with few, one with a site picked. */
const LOOKS = [
  '#map=8.6/35.9/119.9',
  '?layers=coastline,zones#map=12/35.96/120.2',
  '#map=13.3/35.75/119.95',
  '?layers=coastline,zones,ports#map=11/35.9/120.15/40',
  '?layers=ports,highway,rail#map=10.5/36/120.1/-75',
  '?layers=coastline,ports,energy,ecology,water,culture-tourism#map=10/35.9/120.05/20/35',
  '#map=12/35.4/121.3',
  '?layers=agriculture,trade-zones,urban-renewal,research-education#map=11/36/119.8',
  '?layers=coastline#map=14/35.61/119.69',
  '?layers=coastline,zones,industrial-parks,coastal-protection#map=11.6/35.66/119.85/130',
  '?layers=industrial-parks,zones#map=10.9/36.07/120.02',
  '?layers=industrial-parks,zones#map=11.1/36.07/120.02',
  '?layers=industrial-parks&select=hydrogen-storage-park#map=9.5/35.95/120.05',
  '?layers=zones#map=10/35.55/119.7',
  '?layers=zones#map=12.5/35.66/119.9',
] as const;

// Half the dots each way: what is asked is which features are drawn, not with how many pixels.
test.use({ plan: 'embedded', viewport: { width: 1600, height: 700 }, deviceScaleFactor: 0.5 });

test('the legend names what MapLibre draws in thirty states, and nothing more, in both languages', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000);
  await catchMap(page);
  // With all data there from the start, each look is drawn as soon as it is asked for.
  await app.openWithMap(`?layers=${shown.join(',')}`);
  await expect(app.legend).toHaveAttribute('open', '');
  let rows = 0;
  for (const look of LOOKS)
    await test.step(look, async () => {
      await goTo(page, `./${look}`);
      await app.map.isIdle();
      const drawn = await drawnOn(page);
      for (let turn = 0; turn < 2; turn += 1) {
        const { language } = app;
        const expected = layers.flatMap(({ id, role, symbology, title }) => {
          const seen = drawn.filter((feature) => feature.dataset === id);
          if (seen.length === 0) return [];
          if (role === 'base') return TOLD_BASE.includes(symbology) ? [title[language]] : [];
          if (role === 'zones')
            return Object.entries(GRADES).flatMap(([grade, names]) =>
              seen.some((feature) => feature.grade === grade) ? [names[language]] : [],
            );
          if (role !== 'coastline') return [title[language]];
          const classes = new Set(seen.map((feature) => feature.class));
          return Object.entries(COASTLINE_SYMBOLS).flatMap(([name, { label }]) =>
            classes.has(name) ? [label[language]] : [],
          );
        });
        const named = await app.legend
          .locator('section:not(:has(h3:text-matches("How sure|可靠程度"))) li')
          // A card folds the legend, whose rows stay in the page.
          .allTextContents();
        expect(named.map((name) => name.trim()).toSorted(), language).toEqual(expected.toSorted());
        const clipped = await app.legend
          .locator('li')
          .evaluateAll((items) =>
            items
              .filter((item) => item.checkVisibility() && item.scrollWidth > item.clientWidth + 1)
              .map(({ textContent }) => textContent),
          );
        expect(clipped, language).toEqual([]);
        rows += named.length;
        await app.switchLanguage();
        await app.map.isIdle();
      }
    });
  expect(rows).toBeGreaterThan(80);
});

/** Changes the address in place, as a step back or forward does. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

type Drawn = { readonly dataset: string; readonly class: string; readonly grade: string };

/**
 * What MapLibre itself finds drawn in its view, but for labels and what only halos of attention draw. It also finds what
 * has no opacity: the circles of sites that are not selected, below zoom 11.
 */
function drawnOn(page: Page): Promise<readonly Drawn[]> {
  return page.evaluate(() => {
    const { caughtMap: map } = window as unknown as {
      caughtMap: {
        queryRenderedFeatures: () => readonly {
          layer: { id: string };
          properties: Record<string, unknown>;
          state: { selected?: boolean };
        }[];
        getZoom: () => number;
      };
    };
    return map.queryRenderedFeatures().flatMap(({ layer: { id }, properties, state }) => {
      const cut = id.lastIndexOf('/');
      const [dataset, part] = [id.slice(0, cut), id.slice(cut + 1)];
      const isUnseen = part === 'ring' && map.getZoom() < 11 && state.selected !== true;
      return isUnseen ||
        ['label', 'icon', 'halo', 'glow', 'band', 'casing', 'mark', 'pattern'].includes(part)
        ? []
        : [
            {
              dataset,
              class: `${properties['class'] ?? ''}`,
              grade: `${properties['grade'] ?? ''}`,
            },
          ];
    });
  });
}
