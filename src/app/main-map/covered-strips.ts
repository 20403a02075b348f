import type { MapStrip } from '../../map/view-corners.ts';

/** What covers the map, in pixels from its upper left corner; no name is placed there. */
export function coveredStrips(map: HTMLElement): readonly MapStrip[] {
  const area = map.getBoundingClientRect();
  const scale = map.offsetWidth === 0 ? 1 : area.width / map.offsetWidth;
  return [...document.querySelectorAll('[data-covers], .legend')].flatMap((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const strip = {
      left: Math.max(0, left - area.left) / scale,
      top: Math.max(0, top - area.top) / scale,
      right: Math.min(area.width, right - area.left) / scale,
      bottom: Math.min(area.height, bottom - area.top) / scale,
    };
    return strip.right > strip.left && strip.bottom > strip.top ? [strip] : [];
  });
}
