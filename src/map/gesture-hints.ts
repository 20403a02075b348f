import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Language } from '../domain/bilingual.ts';

/** How an embedded map is moved, by MapLibre's names for the hints: the `locale` of a map that is made. */
export const GESTURE_HINTS = {
  zh: {
    'CooperativeGesturesHandler.WindowsHelpText': '按住 Ctrl 并滚动，可缩放地图',
    'CooperativeGesturesHandler.MacHelpText': '按住 ⌘ 并滚动，可缩放地图',
    'CooperativeGesturesHandler.MobileHelpText': '用两指移动地图',
  },
  en: {
    'CooperativeGesturesHandler.WindowsHelpText': 'Hold Ctrl and scroll to zoom the map',
    'CooperativeGesturesHandler.MacHelpText': 'Hold ⌘ and scroll to zoom the map',
    'CooperativeGesturesHandler.MobileHelpText': 'Move the map with two fingers',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/**
 * Changes the hints of a map to another language. A map's `locale` cannot be changed once it is made, so this
 * writes into the elements of the hints, found by the classes of MapLibre's style sheet.
 */
export function translateGestureHints(map: MapLibreMap, language: Language): void {
  const hints = GESTURE_HINTS[language];
  const isMac = navigator.userAgent.includes('Mac');
  const write = (className: string, text: string): void => {
    const element = map.getCanvasContainer().querySelector(`.${className}`);
    if (element !== null) element.textContent = text;
  };
  write(
    'maplibregl-desktop-message',
    hints[`CooperativeGesturesHandler.${isMac ? 'Mac' : 'Windows'}HelpText`],
  );
  write('maplibregl-mobile-message', hints['CooperativeGesturesHandler.MobileHelpText']);
}
