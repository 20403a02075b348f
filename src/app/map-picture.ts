import { ellipsoidDistance } from '../domain/geodesy.ts';
import { along, type BoundingBox } from '../domain/geometry.ts';
import type { Camera, MapScene, ViewCorners } from '../map/scene.ts';

/** What a picture shows: a camera, or a box with room around it in pixels of the page. */
export type Sight = Camera | { readonly extent: BoundingBox; readonly margin: number };

/** How large a picture is. */
export type PictureSize = {
  /** In pixels of the page: what lines, signs and labels are measured in. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture per pixel of the page: 2 for a sharp picture, 0.25 for a thumbnail of it. */
  readonly pixelRatio: number;
  /** Ends the drawing: the promise is then refused with the signal's reason. */
  readonly signal?: AbortSignal;
};

/** A map as a picture. */
export type Picture = {
  /** PNG. */
  readonly blob: Blob;
  /** In pixels of the picture. */
  readonly width: number;
  readonly height: number;
  readonly camera: Camera;
  readonly corners: ViewCorners;
  /** What the picture's width is on the ground, along the line across its middle. */
  readonly widthM: number;
};

/**
 * Draws a scene on a map of its own, out of sight; whatever the person is looking at stays as it is.
 * The scene is drawn as it is given: hand one over without selection and hover for paper.
 * @throws Error where no map can be drawn; the signal's reason when it is aborted.
 */
export async function drawPicture(
  scene: MapScene,
  sight: Sight,
  { width, height, pixelRatio, signal }: PictureSize,
): Promise<Picture> {
  const { PictureMap } = await import('../map/picture-map.ts');
  signal?.throwIfAborted();
  const container = document.createElement('div');
  container.className = 'map-paper';
  container.style.width = `${width}px`;
  container.style.height = `${height}px`;
  document.body.append(container);
  let map: InstanceType<typeof PictureMap> | undefined;
  try {
    map = new PictureMap({ container, scene, pixelRatio });
    const camera = 'extent' in sight ? map.fit(sight.extent, sight.margin) : sight;
    const canvas = await map.paint(camera, signal);
    const { corners } = map;
    const blob = await pngOf(canvas);
    const size = { width: canvas.width, height: canvas.height };
    return { blob, ...size, camera, corners, widthM: acrossMiddle(corners) };
  } finally {
    map?.destroy();
    container.remove();
  }
}

/** Length on the ellipsoid of the line between the middles of the sides of a flat view. */
function acrossMiddle([topLeft, topRight, bottomRight, bottomLeft]: ViewCorners): number {
  return ellipsoidDistance(along(topLeft, bottomLeft, 0.5), along(topRight, bottomRight, 0.5));
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob === null
          ? reject(new Error(`no PNG of ${canvas.width} × ${canvas.height} pixels`))
          : resolve(blob),
      'image/png',
    );
  });
}

/** A file as a `data:` URL, for what has to hold a picture itself. */
export function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('a picture could not be read'));
    reader.readAsDataURL(blob);
  });
}
