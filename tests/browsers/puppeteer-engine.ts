import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { findProgram, needDisplay } from './display.ts';
import { type Candidate, type Engine, Missing, middleOf, WINDOW } from './engine.ts';

/** Chromium over its own protocol. */
export const CHROMIUM: Candidate = {
  name: 'Chromium',
  launch: async () => {
    const executablePath = await findChromium();
    if (executablePath === undefined) throw new Missing('no Chromium or Chrome is installed');
    return await drive({
      executablePath,
      args: [...CHROMIUM_FLAGS, `--window-size=${WINDOW.width},${WINDOW.height}`],
    });
  },
};

/** Firefox over WebDriver BiDi, without geckodriver. */
export const FIREFOX: Candidate = {
  name: 'Firefox',
  launch: async () => {
    const executablePath = findProgram('FIREFOX_PATH', ['firefox-esr', 'firefox']);
    if (executablePath === undefined)
      throw new Missing('no Firefox is installed (Debian: firefox-esr)');
    return await drive({
      browser: 'firefox',
      executablePath,
      // A window has WebGL in software where there is no graphics card; a headless Firefox has none.
      headless: false,
      extraPrefsFirefox: { 'webgl.force-enabled': true },
      env: { ...process.env, DISPLAY: await needDisplay(), LIBGL_ALWAYS_SOFTWARE: '1' },
    });
  },
};

async function drive(options: LaunchOptions): Promise<Engine> {
  const browser = await puppeteer.launch({ ...options, protocolTimeout: 120_000 });
  try {
    return await driveOn(browser);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function driveOn(browser: Browser): Promise<Engine> {
  const page = await browser.newPage();
  await page.setViewport(WINDOW);
  return {
    version: (await browser.version()).replace('/', ' '),
    open: async (address) => {
      await page.goto(address);
    },
    evaluate: (expression) => page.evaluate(expression),
    click: async (expression) => {
      const at: unknown = await page.evaluate(middleOf(expression));
      const { x, y } = readPlace(at);
      await page.mouse.click(x, y);
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}

function readPlace(at: unknown): { readonly x: number; readonly y: number } {
  if (typeof at === 'object' && at !== null && 'x' in at && 'y' in at)
    return { x: Number(at.x), y: Number(at.y) };
  throw new Error('nothing to click');
}
