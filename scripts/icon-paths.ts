import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Icons of maki as they are built in: the outline alone, on its grid of 15 units, with three digits after the point.
 * A thousandth of a unit is far below a pixel at any size that icons are drawn in; the files have seven digits.
 */
export function roundIcons(): Plugin {
  return {
    name: 'round-icons',
    enforce: 'pre',
    load: {
      filter: { id: /\/@mapbox\/maki\/icons\/[\w-]+\.svg\?raw$/ },
      handler: (id) =>
        `export default ${JSON.stringify(roundedIcon(readFileSync(id.slice(0, -'?raw'.length), 'utf8')))};`,
    },
  };
}

/** An icon with rounded numbers and without what does not draw. */
export function roundedIcon(svg: string): string {
  const [, path = ''] = /\sd="([^"]+)"/.exec(svg) ?? [];
  const short = path
    .replaceAll(/&#x[0-9A-F]+;|\s+/gi, ' ')
    .replaceAll(/-?(?:\d*\.\d+|\d+)(?:e-?\d+)?/gi, (number) =>
      // Apart from its neighbours: the next number may begin with its point.
      /\.\d{4,}/.test(number) ? ` ${Number(Number(number).toFixed(3))} ` : number,
    )
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([a-z,]) ?/gi, '$1')
    // A sign begins a number by itself, as a second point does, and no zero is needed before a point.
    .replaceAll(/[ ,]-/g, '-')
    .replaceAll(/(?<![\d.])0\./g, '.')
    .replaceAll(/(\.\d+)[ ,](?=\.)/g, '$1');
  return `<path d="${short.trim()}"/>`;
}
