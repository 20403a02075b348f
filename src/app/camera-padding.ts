import type { MapPadding } from '../map/scene.ts';

/** Room left between a fitted feature and the edge of the free part of the map, in pixels. */
const MARGIN = 32;

/**
 * What the panels and the card take from the map just now, from where they stand on the page. They
 * name themselves with `data-covers`. On a phone the panel lies along the bottom.
 */
export function cameraPadding(map: HTMLElement): MapPadding {
  const area = map.getBoundingClientRect();
  const padding = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
  for (const element of document.querySelectorAll('[data-covers]')) {
    const cover = element.getBoundingClientRect();
    if (cover.width === 0 || cover.height === 0) continue;
    const isBand = cover.width > area.width * 0.8;
    if (isBand) padding.bottom = Math.max(padding.bottom, area.bottom - cover.top + MARGIN);
    else if (cover.left - area.left < area.width / 2) padding.left = Math.max(padding.left, cover.right - area.left + MARGIN);
    else padding.right = Math.max(padding.right, area.right - cover.left + MARGIN);
  }
  return shrunkToFit(padding, area.width, area.height);
}

/** Keeps at least a third of the map free, whatever covers it: a camera needs somewhere to look. */
function shrunkToFit(padding: MapPadding, width: number, height: number): MapPadding {
  const across = Math.min(1, (width * 0.66) / (padding.left + padding.right));
  const down = Math.min(1, (height * 0.66) / (padding.top + padding.bottom));
  return {
    top: padding.top * down,
    right: padding.right * across,
    bottom: padding.bottom * down,
    left: padding.left * across,
  };
}
