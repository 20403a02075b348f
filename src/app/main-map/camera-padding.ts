import type { MapPadding } from '../../map/scene.ts';

/** Space between a fitted feature and the edge of the free part of the map, in pixels. */
const MARGIN = 32;
/** The most of that space, as a share of the map's width: a phone has little of it. */
const MARGIN_SHARE = 0.04;

/** Half a town's name, which may reach from what is fitted to the controls, in pixels. */
const LABEL = 32;

/**
 * What panels, card and controls cover of the map, measured on the page. Elements that cover it have the
 * attribute `data-covers`.
 */
export function cameraPadding(map: HTMLElement): MapPadding {
  const area = map.getBoundingClientRect();
  const margin = Math.min(MARGIN, area.width * MARGIN_SHARE);
  const padding = { top: margin, right: margin, bottom: margin, left: margin };
  for (const element of document.querySelectorAll('[data-covers]')) {
    const cover = element.getBoundingClientRect();
    const kind = element.getAttribute('data-covers');
    const side = sideTaken(cover, area, kind);
    if (side === undefined) continue;
    const taken = {
      top: cover.bottom - area.top,
      right: area.right - cover.left,
      bottom: area.bottom - cover.top,
      left: cover.right - area.left,
    }[side];
    padding[side] = Math.max(padding[side], taken + margin + (kind === 'edge' ? LABEL : 0));
  }
  const { top, right, bottom, left } = shrunkToFit(padding, area.width, area.height);
  // A map that the page magnifies has larger pixels than the page.
  const scale = map.offsetWidth === 0 ? 1 : area.width / map.offsetWidth;
  return { top: top / scale, right: right / scale, bottom: bottom / scale, left: left / scale };
}

/**
 * The side from which something takes a strip of the map. A `band` (sources, scale bar) takes it above
 * or below, however short it is, a `below` (the folded legend) only below, an `edge` (controls) along
 * its longer side. What spans most of the map, as a phone's sheet does, takes it above or below, all
 * else on the left or right.
 */
function sideTaken(
  cover: DOMRect,
  area: DOMRect,
  kind: string | null,
): keyof MapPadding | undefined {
  if (cover.width === 0 || cover.height === 0) return undefined;
  // Of two maps beside each other, a cover may lie on the other one alone.
  if (cover.right <= area.left || cover.left >= area.right) return undefined;
  if (cover.bottom <= area.top || cover.top >= area.bottom) return undefined;
  const isAbove = (cover.top + cover.bottom) / 2 < (area.top + area.bottom) / 2;
  if (kind === 'below') return isAbove ? undefined : 'bottom';
  const isAcross =
    kind === 'band' ||
    (kind === 'edge' && cover.width > cover.height) ||
    cover.width > area.width * 0.8;
  if (isAcross) return isAbove ? 'top' : 'bottom';
  return cover.left - area.left < area.width / 2 ? 'left' : 'right';
}

/** The least of the map that stays free, in pixels, so that a camera has an area to fit to. */
const LEAST_FREE = 96;

/** Shrinks the padding only where next to nothing would stay free: a fitted feature must not lie under a panel. */
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
