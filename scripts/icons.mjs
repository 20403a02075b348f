/**
 * `npm run icons` draws `public/icons/*.png` from `public/icon.svg` with Chromium: the sizes for an
 * installed app, and a maskable one whose picture stays inside the safe circle (80 % of the width, W3C
 * manifest). Run it when the icon changes; the pictures are part of the source.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, projectFolder, stop } from './bootstrap.mjs';
import { CHROMIUM_FLAGS, obtainChromium } from './chromium.mjs';

/** The background of the picture, which extends to the edge of a maskable icon. */
const GROUND = '#0b6bcb';
const ICONS = [
  { name: 'icon-192', size: 192, share: 1 },
  { name: 'icon-512', size: 512, share: 1 },
  { name: 'icon-maskable-512', size: 512, share: 0.72, ground: GROUND },
];

bootstrap();
const executablePath = await obtainChromium().catch((error) => stop(error.message));
const { chromium } = await import('playwright');
const picture = readFileSync(join(projectFolder, 'public', 'icon.svg'), 'utf8');
const folder = join(projectFolder, 'public', 'icons');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
for (const { name, size, share, ground = 'transparent' } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const edge = size * share;
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${ground}}svg{width:${edge}px}</style>${picture}`,
  );
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
