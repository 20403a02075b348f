import { type Signal, signal } from '@preact/signals';
import type { ArealGeometry } from '../../domain/geometry.ts';
import type { Model } from '../state/model.ts';

const REACHES = new WeakMap<
  Pick<Model, 'scenarios'>['scenarios'],
  Signal<ArealGeometry | undefined>
>();

/** The ground within a distance of what is selected, while its list is open; apart from the first load. */
export function reachOf({
  scenarios,
}: Pick<Model, 'scenarios'>): Signal<ArealGeometry | undefined> {
  const known = REACHES.get(scenarios) ?? signal<ArealGeometry | undefined>(undefined);
  REACHES.set(scenarios, known);
  return known;
}
