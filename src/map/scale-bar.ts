import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Language } from '../domain/bilingual.ts';

/** The maximum length of the bar in pixels. */
const MAX_WIDTH = 110;
const UNITS = {
  zh: { metre: '米', kilometre: '公里' },
  en: { metre: 'm', kilometre: 'km' },
} as const satisfies Record<Language, object>;
/** The allowed first digits of the bar's length. */
const STEPS = [5, 3, 2, 1] as const;

/**
 * Shows the scale at the middle of a map in an element, in units of a language, as long as there is the map. Returns
 * what changes the language. MapLibre's own control takes its texts from the map's `locale`, which cannot be
 * changed after creation.
 */
export function showScale(
  map: MapLibreMap,
  bar: HTMLElement,
  first: Language,
): (language: Language) => void {
  let language = first;
  const update = (): void => {
    const { clientWidth, clientHeight } = map.getContainer();
    const width = Math.min(MAX_WIDTH, clientWidth);
    const y = clientHeight / 2;
    const left = map.unproject([(clientWidth - width) / 2, y]);
    const right = map.unproject([(clientWidth + width) / 2, y]);
    const lengthM = left.distanceTo(right);
    const unit = lengthM >= 1000 ? 'kilometre' : 'metre';
    const length = unit === 'kilometre' ? lengthM / 1000 : lengthM;
    const shown = roundDown(length);
    bar.style.width = `${(width * shown) / length}px`;
    const text = `${shown}\u00a0${UNITS[language][unit]}`;
    if (bar.textContent !== text) bar.textContent = text;
  };
  map.on('move', update);
  update();
  return (next) => {
    language = next;
    update();
  };
}

/** The greatest of 1, 2, 3 and 5 times a power of ten that does not exceed a length. */
function roundDown(length: number): number {
  const power = 10 ** (String(Math.floor(length)).length - 1);
  const digits = length / power;
  return (STEPS.find((step) => digits >= step) ?? 1) * power;
}
