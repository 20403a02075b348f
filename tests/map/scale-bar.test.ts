import type { Map as MapLibreMap } from 'maplibre-gl';
import { afterEach, expect, test, vi } from 'vitest';
import { GESTURE_HINTS, translateGestureHints } from '../../src/map/gesture-hints.ts';
import { showScale } from '../../src/map/scale-bar.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A map of 1000 by 600 pixels, each so many metres wide, and who listens to it. */
function mapOf(metresPerPixel: number) {
  const listeners = new Set<() => void>();
  const map = {
    scale: metresPerPixel,
    getContainer: () => ({ clientWidth: 1000, clientHeight: 600 }),
    unproject: ([x]: readonly [number, number]) => ({
      x,
      distanceTo: (other: { readonly x: number }) => Math.abs(other.x - x) * map.scale,
    }),
    on: (_: string, listener: () => void) => listeners.add(listener),
    off: (_: string, listener: () => void) => listeners.delete(listener),
  };
  return { map, listeners };
}

test.each([
  [1, '100\u00a0m', 100],
  [4, '300\u00a0m', 75],
  [9.08, '500\u00a0m', 500 / 9.08],
  [10, '1\u00a0km', 100],
  [50, '5\u00a0km', 100],
  [400, '30\u00a0km', 75],
])('at %d m to a pixel the bar says %j and is as long', (metresPerPixel, text, width) => {
  const { map } = mapOf(metresPerPixel);
  const element = { style: { width: '' }, textContent: '' };
  showScale(map as unknown as MapLibreMap, element as HTMLElement, 'en');
  expect(element.textContent).toBe(text);
  expect(Number.parseFloat(element.style.width)).toBeCloseTo(width, 6);
});

test('the bar follows the map and the language', () => {
  const { map, listeners } = mapOf(1);
  const element = { style: { width: '' }, textContent: '' };
  const translate = showScale(map as unknown as MapLibreMap, element as HTMLElement, 'en');
  map.scale = 20;
  for (const listener of listeners) listener();
  expect(element.textContent).toBe('2\u00a0km');
  translate('zh');
  expect(element.textContent).toBe('2\u00a0公里');
});

test.each([
  ['Windows NT 10.0', '按住 Ctrl 并滚动，可缩放地图'],
  ['Macintosh', '按住 ⌘ 并滚动，可缩放地图'],
])('the hints of an embedded map follow the language on %s', (userAgent, text) => {
  vi.stubGlobal('navigator', { userAgent });
  const shown = new Map([
    ['.maplibregl-desktop-message', { textContent: '' }],
    ['.maplibregl-mobile-message', { textContent: '' }],
  ]);
  const map = {
    getCanvasContainer: () => ({ querySelector: (name: string) => shown.get(name) ?? null }),
  };
  translateGestureHints(map as unknown as MapLibreMap, 'zh');
  expect([...shown.values()].map(({ textContent }) => textContent)).toEqual([
    text,
    GESTURE_HINTS.zh['CooperativeGesturesHandler.MobileHelpText'],
  ]);
});
