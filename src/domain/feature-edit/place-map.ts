import type { Position } from 'geojson';

/** Values by exact longitude and latitude. Most places are found to have none by one number, without writing a text. */
export class PlaceMap<T> {
  readonly #byLongitude = new Map<number, Map<number, T>>();

  /** The value of a place; undefined where it has none. */
  get(place: Position): T | undefined {
    return this.#byLongitude.get(place[0] ?? 0)?.get(place[1] ?? 0);
  }

  /** Whether a place has a value. */
  has(place: Position): boolean {
    return this.#byLongitude.get(place[0] ?? 0)?.has(place[1] ?? 0) ?? false;
  }

  /** Gives a place a value. */
  set([x = 0, y = 0]: Position, value: T): void {
    const known = this.#byLongitude.get(x);
    if (known === undefined) this.#byLongitude.set(x, new Map([[y, value]]));
    else known.set(y, value);
  }
}
