import { pixelsTo, positionAt } from '../../domain/geometry/web-mercator.ts';
import type { FittedView } from '../../domain/print/compose-page.ts';
import { viewOfBox } from '../../domain/print/map-scale.ts';
import type { MapPadding } from '../../map/scene.ts';
import type { Model } from '../state/model.ts';

/**
 * Returns the view on a page of the part of the map that no panel covers, as large as fits its map. Without a map on
 * screen it is the extent of the plan.
 */
export function screenView(model: Model, covered: MapPadding): FittedView {
  const [camera, corners] = [model.url.state.peek().camera, model.map.corners.peek()];
  if (camera === undefined || corners === undefined) {
    const { extent } = model.plan.frame.peek();
    return (size) => viewOfBox(extent, size);
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
  const [longitude, latitude] = positionAt(
    camera,
    (free.left + free.right) / 2,
    (free.top + free.bottom) / 2,
  );
  return ({ width, height }) => {
    const steps = Math.log2(
      Math.min(
        width / Math.max(1, free.right - free.left),
        height / Math.max(1, free.bottom - free.top),
      ),
    );
    return { longitude, latitude, zoom: camera.zoom + steps, bearing: camera.bearing };
  };
}
