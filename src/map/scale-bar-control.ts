import type { IControl, Map as MapLibreMap } from 'maplibre-gl';
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
 * Shows the scale at the middle of the map, in units of the current language. MapLibre's own control takes
 * its texts from the map's `locale`, which cannot be changed after creation.
 */
export class ScaleBarControl implements IControl {
  #map: MapLibreMap | undefined;
  #language: Language;
  readonly #element = document.createElement('div');

  constructor(language: Language) {
    this.#language = language;
    this.#element.className = 'maplibregl-ctrl maplibregl-ctrl-scale';
    this.#element.setAttribute('data-covers', 'band');
  }

  /** Called by MapLibre when the control is added. */
  onAdd(map: MapLibreMap): HTMLElement {
    this.#map = map;
    map.on('move', this.#update);
    this.#update();
    return this.#element;
  }

  /** Called by MapLibre when the control is removed. */
  onRemove(): void {
    this.#map?.off('move', this.#update);
    this.#map = undefined;
    this.#element.remove();
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.#update();
  }

  readonly #update = (): void => {
    const map = this.#map;
    if (map === undefined) return;
    const { clientWidth, clientHeight } = map.getContainer();
    const width = Math.min(MAX_WIDTH, clientWidth);
    const y = clientHeight / 2;
    const left = map.unproject([(clientWidth - width) / 2, y]);
    const right = map.unproject([(clientWidth + width) / 2, y]);
    const lengthM = left.distanceTo(right);
    const unit = lengthM >= 1000 ? 'kilometre' : 'metre';
    const length = unit === 'kilometre' ? lengthM / 1000 : lengthM;
    const shown = roundDown(length);
    this.#element.style.width = `${(width * shown) / length}px`;
    const text = `${shown}\u00a0${UNITS[this.#language][unit]}`;
    if (this.#element.textContent !== text) this.#element.textContent = text;
  };
}

/** The greatest of 1, 2, 3 and 5 times a power of ten that does not exceed a length. */
function roundDown(length: number): number {
  const power = 10 ** (String(Math.floor(length)).length - 1);
  const digits = length / power;
  return (STEPS.find((step) => digits >= step) ?? 1) * power;
}
