import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Language } from '../domain/bilingual.ts';

/** How an embedded map is moved, by MapLibre's names for the hints. */
const HINTS = {
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
} as const satisfies Record<Language, object>;

/** Has the map give its hints in a language: it writes them once, when its gestures are switched on. */
export function hintAt(map: MapLibreMap, language: Language): void {
  Object.assign(map._locale, HINTS[language]);
  map.cooperativeGestures.disable();
  map.cooperativeGestures.enable();
}
