import type { MapPadding } from '../map/scene.ts';

/** Room left between a fitted feature and the edge of the free part of the map, in pixels. */
const MARGIN = 32;

/**
 * What the panels and the card take from the map just now, from where they stand on the page. They
 * name themselves with `data-covers`. On a phone the panel lies along the bottom and the sources along
 * the top; elsewhere the sources are a corner, which takes nothing.
 */
export function cameraPadding(map: HTMLElement): MapPadding {
  const area = map.getBoundingClientRect();
  const padding = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN };
  for (const element of document.querySelectorAll('[data-covers]')) {
    const cover = element.getBoundingClientRect();
    if (cover.width === 0 || cover.height === 0) continue;
    const isBand = cover.width > area.width * 0.8;
    const isAbove = (cover.top + cover.bottom) / 2 < (area.top + area.bottom) / 2;
    if (isBand && isAbove) padding.top = Math.max(padding.top, cover.bottom - area.top + MARGIN);
    else if (isBand) padding.bottom = Math.max(padding.bottom, area.bottom - cover.top + MARGIN);
    else if (element.getAttribute('data-covers') === 'band') continue;
    else if (cover.left - area.left < area.width / 2)
      padding.left = Math.max(padding.left, cover.right - area.left + MARGIN);
    else padding.right = Math.max(padding.right, area.right - cover.left + MARGIN);
  }
  return shrunkToFit(padding, area.width, area.height);
}

/** What stays free of the map, in pixels, whatever covers it: a camera needs somewhere to look. */
const LEAST_FREE = 96;

/** Gives way only when next to nothing would stay free: what is fitted must not lie under a panel. */
function shrunkToFit(padding: MapPadding, width: number, height: number): MapPadding {
  const across = Math.min(1, Math.max(0, width - LEAST_FREE) / (padding.left + padding.right));
  const down = Math.min(1, Math.max(0, height - LEAST_FREE) / (padding.top + padding.bottom));
  return {
    top: padding.top * down,
    right: padding.right * across,
    bottom: padding.bottom * down,
    left: padding.left * across,
  };
}
