import { ellipsoidDistance } from '../../domain/geodesy.ts';
import { positionAt } from '../../domain/geometry/web-mercator.ts';
import { along, type BoundingBox } from '../../domain/geometry.ts';
import {
  type ImageExtent,
  type ImageTile,
  imagePixels,
  imageTiles,
} from '../../domain/print/image-tiles.ts';
import type { OffscreenMap } from '../../map/offscreen-map.ts';
import type { Camera, MapScene, ViewCorners } from '../../map/scene.ts';
import { PngWriter } from './png-writer.ts';

/** The content of a picture: a camera, or a box with a margin in CSS pixels. */
export type ImageTarget = Camera | { readonly extent: BoundingBox; readonly margin: number };

/**
 * The size of a picture: `width` and `height` in CSS pixels, the unit of lines, symbols and labels, and the
 * image pixels per CSS pixel: 2 for a sharp picture, 0.25 for a thumbnail.
 */
export type MapImageSize = ImageExtent & {
  /** Stops the drawing: the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Receives the progress, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

/** A map as a picture. */
export type MapImage = {
  /** The picture as PNG. */
  readonly blob: Blob;
  /** The width in image pixels. */
  readonly width: number;
  readonly height: number;
  readonly camera: Camera;
  readonly corners: ViewCorners;
  /** The ground length of the picture's width in metres, along the line across its middle. */
  readonly widthM: number;
};

/** MapLibre's maximum canvas size in pixels. */
const LARGEST_CANVAS = 4096;
/** The canvas size in pixels that WebGL 2 guarantees. */
const LEAST_CANVAS = 2048;
/** The print resolution of a PNG when none is set: 96 CSS pixels per inch. */
const PAGE_DPI = 96;

/**
 * Draws a scene on a separate map that is not visible; the map on screen stays unchanged. The scene is
 * drawn as given: for paper, pass one without selection and hover.
 * @throws Error when no map can be drawn; RangeError for a tilted view larger than a canvas; the signal's
 * reason when it is aborted.
 */
export async function drawMapImage(
  scene: MapScene,
  sight: ImageTarget,
  size: MapImageSize,
): Promise<MapImage> {
  return withPainter(scene, size, async (painter) => {
    const camera = painter.stand(sight);
    const whole = imagePixels(size);
    const writer = new PngWriter({ ...whole, dpi: PAGE_DPI * size.pixelRatio });
    try {
      for await (const band of painter.bands(camera)) await writer.write(band.pixels().data);
      const blob = await writer.end();
      const corners = cornersOf(painter, camera, size);
      return { blob, ...whole, camera, corners, widthM: acrossMiddle(corners) };
    } catch (cause) {
      await writer.stop();
      throw cause;
    }
  });
}

/** A row of adjacent parts of a picture. */
export type ImageBand = {
  /** The band's offset from the top of the picture, and its height. */
  readonly top: number;
  readonly height: number;
  /** Draws the band on a canvas with its upper left corner at the given position. */
  readonly drawOn: (context: OffscreenCanvasRenderingContext2D, x: number, y: number) => void;
  /** Returns the band's pixels. */
  readonly pixels: () => ImageData;
};

/** Paints pictures of one scene. */
export type ImagePainter = {
  /** Returns the camera of a target. */
  readonly stand: (sight: ImageTarget) => Camera;
  /** The corners of the visible area, for a picture that consists of one part. */
  readonly corners: () => ViewCorners;
  /** The picture in bands from the top. A band is valid until the next one is requested. */
  readonly bands: (camera: Camera) => AsyncGenerator<ImageBand>;
};

/** Creates a map for pictures of a size, and removes it after use. */
export async function withPainter<T>(
  scene: MapScene,
  size: MapImageSize,
  use: (painter: ImagePainter) => Promise<T>,
): Promise<T> {
  const { OffscreenMap } = await import('../../map/offscreen-map.ts');
  size.signal?.throwIfAborted();
  const container = document.createElement('div');
  container.className = 'map-paper';
  document.body.append(container);
  setSize(container, size);
  let map: OffscreenMap | undefined;
  try {
    map = new OffscreenMap({ container, scene, pixelRatio: size.pixelRatio });
    const painted = map;
    return await use({
      stand: (sight) => ('extent' in sight ? painted.fit(sight.extent, sight.margin) : sight),
      corners: () => painted.corners,
      bands: (camera) => {
        const { canvas, rows } = imageTiles(size, largestCanvas(), camera.pitch !== 0);
        setSize(container, canvas);
        return paintRows(painted, camera, rows, size);
      },
    });
  } finally {
    map?.destroy();
    container.remove();
  }
}

let known: number | undefined;

/** Returns the largest width and height in pixels of a map that can be drawn at once here. */
export function largestCanvas(): number {
  if (known !== undefined) return known;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  const most: unknown = gl?.getParameter(gl.MAX_TEXTURE_SIZE);
  known = Math.min(LARGEST_CANVAS, typeof most === 'number' ? most : LEAST_CANVAS);
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return known;
}

function setSize(
  element: HTMLElement,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

async function* paintRows(
  map: OffscreenMap,
  camera: Camera,
  rows: readonly (readonly ImageTile[])[],
  size: MapImageSize,
): AsyncGenerator<ImageBand> {
  const count = rows.flat().length;
  if (count > 1 && camera.pitch !== 0)
    throw new RangeError(`a view tilted by ${camera.pitch}° cannot be drawn in ${count} parts`);
  const { width } = imagePixels(size);
  let done = 0;
  for (const row of rows) {
    const [first] = row;
    if (first === undefined) continue;
    const band = new OffscreenCanvas(width, first.height);
    const context = band.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas for a picture');
    for (const { centre, from, to, width: across, height: down } of row) {
      const [longitude, latitude] = positionAt(camera, ...centre);
      const canvas = await map.paint({ ...camera, longitude, latitude }, size.signal);
      context.drawImage(canvas, ...from, across, down, to[0], 0, across, down);
      done += 1;
      size.onProgress?.(done / count);
    }
    yield {
      top: first.to[1],
      height: first.height,
      drawOn: (target, x, y) => target.drawImage(band, x, y),
      pixels: () => context.getImageData(0, 0, band.width, band.height),
    };
  }
}

/** The corners of a whole picture: computed when the map is flat, read from the map when it is tilted. */
function cornersOf(
  painter: ImagePainter,
  camera: Camera,
  { width, height }: ImageExtent,
): ViewCorners {
  if (camera.pitch !== 0) return painter.corners();
  const [right, down] = [width / 2, height / 2];
  return [
    positionAt(camera, -right, -down),
    positionAt(camera, right, -down),
    positionAt(camera, right, down),
    positionAt(camera, -right, down),
  ];
}

/** The length on the ellipsoid of the line between the midpoints of the sides of a flat view. */
function acrossMiddle([topLeft, topRight, bottomRight, bottomLeft]: ViewCorners): number {
  return ellipsoidDistance(along(topLeft, bottomLeft, 0.5), along(topRight, bottomRight, 0.5));
}

/** Returns a file as a `data:` URL, for formats that embed their pictures. */
export function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('a picture could not be read'));
    reader.readAsDataURL(blob);
  });
}
