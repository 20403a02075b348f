import { INK_COLOURS } from '../../domain/ink-colours.ts';
import { dots, type Page } from '../../domain/print/page.ts';
import type { Camera, MapScene } from '../../map/scene.ts';
import { drawMapImage, type ImageBand, withPainter } from '../image/map-image.ts';
import { PngWriter } from '../image/png-writer.ts';
import type { PrintablePage } from './printable-page.ts';

/** The resolution of a page's image, its progress callback and the signal that stops it. */
export type PageWay = {
  readonly dpi: number;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
};

/** The number of rows that are composed at once on a page without a map. */
const BAND_ROWS = 1024;
/** The map's share of the progress: drawing it is most of the work. */
const MAP_SHARE = 0.9;

/** Returns the image pixels per CSS pixel of the page's map. */
export function pixelRatioAt({ pixelMm }: Page, dpi: number): number {
  return (dpi * pixelMm) / 25.4;
}

/** Returns the camera of a page's map. */
export function pageCamera({ view }: Pick<PrintablePage, 'view'>): Camera {
  return { ...view, pitch: 0 };
}

/**
 * Returns a whole page as PNG, composed band by band from the top: the map in parts, with texts and symbols
 * above it. `overlay` is the page without its map, as the text of an SVG.
 */
export async function pagePng(
  composed: PrintablePage,
  scene: MapScene,
  overlay: string,
  { dpi, signal, onProgress }: PageWay,
): Promise<Blob> {
  const { page, map } = composed.layout;
  const [width, height] = [dots(page.widthMm, dpi), dots(page.heightMm, dpi)];
  const words = await imageOf(overlay, width, height);
  const writer = new PngWriter({
    width,
    height,
    dpi,
    texts: { Title: composed.title, Description: composed.description, Software: 'Coastplan' },
  });
  const [left, top] = [dots(map.x, dpi), dots(map.y, dpi)];
  const [right, bottom] = [dots(map.x + map.width, dpi), dots(map.y + map.height, dpi)];
  const write = async (from: number, to: number, band?: ImageBand, at = [0, 0]): Promise<void> => {
    signal.throwIfAborted();
    const canvas = new OffscreenCanvas(width, to - from);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error(`no canvas of ${width} × ${to - from} pixels`);
    context.fillStyle = INK_COLOURS.panel.paper;
    context.fillRect(0, 0, width, to - from);
    if (band !== undefined) {
      context.save();
      context.beginPath();
      context.rect(left, top - from, right - left, bottom - top);
      context.clip();
      band.drawOn(context, at[0] ?? 0, (at[1] ?? 0) - from);
      context.restore();
    }
    context.drawImage(words, 0, -from, width, height);
    await writer.write(context.getImageData(0, 0, width, to - from).data);
  };
  const writePlain = async (from: number, to: number): Promise<void> => {
    for (let row = from; row < to; row += BAND_ROWS)
      await write(row, Math.min(to, row + BAND_ROWS));
  };
  const size = {
    ...composed.pixels,
    pixelRatio: pixelRatioAt(page, dpi),
    signal,
    onProgress: (share: number) => onProgress(share * MAP_SHARE),
  };
  try {
    await writePlain(0, top);
    // The map's picture may extend beyond its box by less than a CSS pixel, equally on both sides.
    const offX = Math.round((left + right) / 2 - (size.width * size.pixelRatio) / 2);
    const offY = Math.round((top + bottom) / 2 - (size.height * size.pixelRatio) / 2);
    let done = top;
    await withPainter(scene, size, async ({ bands }) => {
      for await (const band of bands(pageCamera(composed))) {
        const start = offY + band.top;
        const end = Math.min(bottom, start + band.height);
        if (end <= done) continue;
        await write(done, end, band, [offX, start]);
        done = end;
      }
    });
    await writePlain(done, height);
    return await writer.end();
  } catch (cause) {
    await writer.stop();
    throw cause;
  }
}

/** Returns a page's map without the page as PNG, for print. */
export async function pageMapPng(
  composed: PrintablePage,
  scene: MapScene,
  { dpi, signal, onProgress }: PageWay,
): Promise<Blob> {
  const size = {
    ...composed.pixels,
    pixelRatio: pixelRatioAt(composed.layout.page, dpi),
    signal,
    onProgress,
  };
  return (await drawMapImage(scene, pageCamera(composed), size)).blob;
}

async function imageOf(svg: string, width: number, height: number): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
