import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { MapScene } from './scene.ts';
import { PICKABLE_PARTS, styleLayerId } from './style-ids.ts';

/** The maximum distance between the pointer and a line or dot that it selects, in pixels. */
const REACH = 6;

/**
 * Returns the feature that the user means at a pixel: what the map is about, then a site before a line, a line before
 * an area, a small area before the zone around it; the plan before what is only shown, but a zone last. Returns
 * undefined on open ground.
 */
export function pickFeature(
  map: MapLibreMap,
  scene: MapScene,
  [x, y]: readonly [number, number],
): string | undefined {
  const box: [PointLike, PointLike] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ];
  const pickable = scene.datasets.filter(({ isVisible }) => isVisible);
  const ranks = [
    { part: 'outline' as const, roles: ['sketch'] },
    ...[['projects', 'coastline'], ['shown']].flatMap((roles) =>
      PICKABLE_PARTS.map((part) => ({ part, roles })),
    ),
    { part: 'fill' as const, roles: ['zones'] },
  ];
  for (const { part, roles } of ranks) {
    const layers = pickable
      .filter(({ role }) => roles.includes(role))
      .map(({ id }) => styleLayerId(id, part))
      .filter((id) => map.getLayer(id) !== undefined);
    if (layers.length === 0) continue;
    const where = part === 'fill' ? ([x, y] as [number, number]) : box;
    const id: unknown = map.queryRenderedFeatures(where, { layers })[0]?.properties['id'];
    if (typeof id === 'string') return id;
  }
  return undefined;
}
