import { type Signal, signal } from '@preact/signals';
import type { Model } from '../state/model.ts';

const RATES = new WeakMap<Pick<Model, 'scenarios'>['scenarios'], Signal<number | undefined>>();

/** The rate of compensation that the user has typed in this visit; undefined until then. */
export function compensationRateOf({
  scenarios,
}: Pick<Model, 'scenarios'>): Signal<number | undefined> {
  const known = RATES.get(scenarios) ?? signal<number | undefined>(undefined);
  RATES.set(scenarios, known);
  return known;
}
