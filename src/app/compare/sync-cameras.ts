import type { MapView } from '../../map/map-view.ts';
import type { Camera } from '../../map/scene.ts';
import type { Dispose } from '../state/disposer.ts';

/** Cameras that differ by less show the same: a thousandth of a pixel at the nearest zoom. */
const SAME = 1e-9;

/**
 * Keeps the cameras of two maps the same, whichever of them is moved. The first map alone reports its camera to
 * the model; `onRest` is called when a move has ended. The returned function ends it.
 */
export function syncCameras(first: MapView, second: MapView, onRest: () => void): Dispose {
  const lead = (leader: MapView, led: MapView): Dispose =>
    leader.camera.follow(
      (camera) => {
        if (!isSame(camera, led.camera.current)) led.camera.standWith(camera);
      },
      () => {
        const reached = led.camera.current;
        // The map bounds stop a wider map earlier: the other map then follows it.
        if (!isSame(leader.camera.current, reached)) leader.camera.standWith(reached);
        first.report();
        onRest();
      },
    );
  const stops = [lead(first, second), lead(second, first)];
  return () => {
    for (const stop of stops) stop();
  };
}

function isSame(one: Camera, other: Camera): boolean {
  return (
    Math.abs(one.longitude - other.longitude) < SAME &&
    Math.abs(one.latitude - other.latitude) < SAME &&
    Math.abs(one.zoom - other.zoom) < SAME &&
    Math.abs(one.bearing - other.bearing) < SAME &&
    Math.abs(one.pitch - other.pitch) < SAME
  );
}
