import { expect, test, testWithPixels } from './test.ts';

/** The sea in each theme; the projector theme has white land. */
const SEA = { light: [0xdb, 0xe7, 0xee], dark: [0x16, 0x22, 0x2c] };
const WHITE = [255, 255, 255];
const AT_SEA = '#map=11/35.8/120.2';
const ON_LAND = '#map=11/35.8/119.9';

testWithPixels('a theme is chosen: page, map and address follow', async ({ app, page }) => {
  await app.openWithMap(AT_SEA);
  await expect(app.theme('light')).toBeChecked();
  expect(await app.map.inkAtCentre()).toEqual(SEA.light);
  const [textSize, panelColour] = [await textSizeOf(), await panelColourOf()];

  await app.chooseTheme('dark');
  await app.hasPart('theme', 'dark');
  await expect(app.theme('dark')).toBeChecked();
  expect(await app.map.inkAtCentre()).toEqual(SEA.dark);
  expect(await panelColourOf()).not.toBe(panelColour);

  await app.chooseTheme('projector');
  await app.hasPart('theme', 'projector');
  expect(await textSizeOf()).toBeGreaterThan(textSize);
  await app.lookAt(ON_LAND);
  expect(await app.map.inkAtCentre()).toEqual(WHITE);

  function textSizeOf(): Promise<number> {
    return page
      .locator('body')
      .evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
  }
  function panelColourOf(): Promise<string> {
    return app.panel.evaluate(
      (panel) => getComputedStyle(panel.parentElement ?? panel).backgroundColor,
    );
  }
});

test.describe('on a dark system', () => {
  test.use({ colorScheme: 'dark' });

  testWithPixels('the desk is dark until the address says otherwise', async ({ app }) => {
    await app.openWithMap(AT_SEA);
    await expect(app.theme('dark')).toBeChecked();
    expect(app.part('theme')).toBeNull();
    expect(await app.map.inkAtCentre()).toEqual(SEA.dark);
    await app.openWithMap(`?theme=light${AT_SEA}`);
    await expect(app.theme('light')).toBeChecked();
    expect(await app.map.inkAtCentre()).toEqual(SEA.light);
    await app.open('?theme=sepia');
    await expect(app.theme('dark')).toBeChecked();
  });
});
