import { type FlatView, pixelsTo, positionAt } from '../../domain/geometry/web-mercator.ts';
import type { Page } from '../../domain/print/page.ts';
import type { MapPadding } from '../../map/scene.ts';
import type { Model } from '../state/model.ts';

/** The approximate share of the page's width and height that a map takes. */
const MAP_SHARE = 0.72;

/** Returns the part of the map that no panel covers, as large as fits on a page. */
export function screenView(model: Model, page: Page, covered: MapPadding): FlatView {
  const [camera, corners] = [model.url.state.peek().camera, model.map.corners.peek()];
  if (camera === undefined || corners === undefined) {
    const [west, south, east, north] = model.plan.frame.peek().extent;
    return { longitude: (west + east) / 2, latitude: (south + north) / 2, zoom: 8, bearing: 0 };
  }
  const [left, top] = pixelsTo(camera, corners[0]);
  const [right, bottom] = pixelsTo(camera, corners[2]);
  // A tilted view has no single scale, so its middle is used.
  const free =
    camera.pitch === 0
      ? {
          left: left + covered.left,
          top: top + covered.top,
          right: right - covered.right,
          bottom: bottom - covered.bottom,
        }
      : { left: -500, top: -350, right: 500, bottom: 350 };
  const steps = Math.log2(
    Math.min(
      (MAP_SHARE * page.widthMm) / page.pixelMm / Math.max(1, free.right - free.left),
      (MAP_SHARE * page.heightMm) / page.pixelMm / Math.max(1, free.bottom - free.top),
    ),
  );
  const [longitude, latitude] = positionAt(
    camera,
    (free.left + free.right) / 2,
    (free.top + free.bottom) / 2,
  );
  return { longitude, latitude, zoom: camera.zoom + steps, bearing: camera.bearing };
}
