import { fileURLToPath } from 'node:url';
import { AppPage } from './drivers/app.ts';
import { setGuard } from './drivers/guard.ts';
import { serveFolder } from './fixtures/serve-folder.ts';
import { expect, test } from './test.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
/** Chromium tells of a preload that nothing took three seconds after the page has loaded: milliseconds, with some to spare. */
const UNTIL_UNUSED_IS_TOLD = 4000;

test('in a folder of a server the app finds all its files, asks for none beside them and draws', async ({
  browser,
}) => {
  const served = await serveFolder(DIST, '/sub/dir/');
  const context = await browser.newContext({ baseURL: served.url, locale: 'en-GB' });
  const guard = await setGuard(context, new URL(served.url).origin);
  const failed: string[] = [];
  context.on('requestfailed', (request) => failed.push(request.url()));
  context.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  const app = new AppPage(await context.newPage(), 'en');
  await app.openWithMap('?panel=data');
  await app.page.waitForFunction((wait) => {
    const [loading] = performance.getEntriesByType('navigation');
    const { loadEventEnd } = loading as PerformanceNavigationTiming;
    return loadEventEnd > 0 && performance.now() > loadEventEnd + wait;
  }, UNTIL_UNUSED_IS_TOLD);
  expect(failed).toEqual([]);
  expect(guard.complaints()).toEqual([]);
  expect(guard.outside).toEqual([]);
  expect(guard.inside.filter((url) => !url.startsWith(served.url))).toEqual([]);
  expect(guard.inside.filter((url) => url.endsWith('/catalogue.json'))).toHaveLength(1);
  await context.close();
  served.close();
});
