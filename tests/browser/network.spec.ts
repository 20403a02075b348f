import { setGuard } from './drivers/guard.ts';
import { expect, test } from './test.ts';

/** What the content policy must say, whichever way it comes. */
const DEMANDS = [
  /default-src 'self'/,
  /script-src 'self'(;|$)/,
  /style-src 'self'(;|$)/,
  /connect-src 'self'/,
];
const FORBIDDEN = /unsafe-inline|unsafe-eval|https?:|\*/;

test('the production page carries its policy in itself, and the server sends it too', async ({
  app,
}) => {
  const response = await app.page.request.get('./');
  const html = await response.text();
  const [, inPage = ''] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? [];
  for (const policy of [inPage, response.headers()['content-security-policy'] ?? '']) {
    for (const demand of DEMANDS) expect(policy).toMatch(demand);
    expect(policy).not.toMatch(FORBIDDEN);
  }
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=/);
});

test('everything the desk shows and does asks nothing of another origin', async ({
  app,
  guard,
  page,
}) => {
  await app.openWithMap('?layers=zones,coastline,ports,rail');
  for (const panel of ['projects', 'coastline', 'data', 'layers'] as const)
    await app.openPanel(panel);
  await app.switchLanguage();
  await app.chooseTheme('dark');
  await app.lookAt('#map=12/35.92/120.11');
  await app.map.clickCentre();
  await app.cardShows('北港区');
  await page.keyboard.press('Escape');
  await app.map.isIdle();
  expect(guard.inside.length).toBeGreaterThan(5);
  expect(guard.outside).toEqual([]);
});

test.describe('the guard of these tests', () => {
  test('notices a request outside, an error, a warning, a throw and a breach of the policy', async ({
    browser,
    baseURL,
  }) => {
    const origin = new URL(baseURL ?? '').origin;
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    const guard = await setGuard(context, origin);
    const page = await context.newPage();
    await page.goto('about:blank');
    // No policy holds here: the picture is really asked for.
    await page.setContent('<img src="https://tiles.example/1.png">');
    await expect.poll(() => guard.outside).toEqual(['https://tiles.example/1.png']);
    await page.evaluate(() => {
      console.error('an error');
      console.warn('a warning');
      // Thrown before the page is left.
      return new Promise((resolve) => {
        setTimeout(() => {
          setTimeout(resolve);
          throw new Error('a throw');
        });
      });
    });
    await page.goto('./');
    await page.evaluate(() => {
      document.body.append(
        Object.assign(document.createElement('img'), { src: 'https://tiles.example/2.png' }),
      );
    });
    for (const fault of [
      'error: an error',
      'warning: a warning',
      'uncaught: a throw',
      'policy: img-src',
    ]) {
      await expect.poll(() => guard.complaints().join('\n')).toContain(fault);
    }
    guard.expectFault(/a fault that never comes/);
    expect(guard.complaints().join('\n')).toContain('expected, but it never came');
    await context.close();
  });
});
