import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Language } from '../domain/bilingual.ts';

/** Hints on how to move an embedded map, by MapLibre's keys. */
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
 * Changes the language of a map's gesture hints. The `locale` of a map cannot be changed after creation, and few maps
 * are embedded, so this writes to the hint elements, found by the class names of MapLibre's style sheet.
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
