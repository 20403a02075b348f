import { type Signal, signal } from '@preact/signals';
import type { Bilingual } from '../../domain/bilingual.ts';
import { DEFAULT_TOLERANCE_M } from '../../domain/coast-change/match-tolerance.ts';
import type { ChangeResult, ChangeState, Side } from '../../ui/coast-change/change-result.ts';
import type { Model } from '../state/model.ts';
import { type CoastLayer, coastLayers } from './compare-coasts.ts';

/** The two coasts of a comparison. */
export type CoastPair = Readonly<Record<Side, CoastLayer>>;

/** What was compared how, and what came of it. */
export type CoastComparison = {
  readonly wanted: Signal<Partial<Record<Side, string>>>;
  readonly toleranceM: Signal<number>;
  /** Index of the stretch that is marked on the map. */
  readonly marked: Signal<number | undefined>;
  readonly state: Signal<ChangeState>;
  /** Whether the worker compares now. */
  readonly isRunning: Signal<boolean>;
  /** All that the result depends on; empty until there is one. */
  readonly answeredFor: Signal<readonly unknown[]>;
  /** The names of the coasts that were compared last. */
  readonly last: Signal<Readonly<Record<Side, Bilingual>> | undefined>;
};

/** A comparison outlives its panel, which the user may leave and open again. */
const COMPARISONS = new WeakMap<Model, CoastComparison>();

/** The comparison of two coasts in a model. */
export function comparisonOf(model: Model): CoastComparison {
  const known = COMPARISONS.get(model);
  if (known !== undefined) return known;
  const comparison: CoastComparison = {
    wanted: signal({}),
    toleranceM: signal(DEFAULT_TOLERANCE_M),
    marked: signal(undefined),
    state: signal({ kind: 'waiting', share: 0 }),
    isRunning: signal(false),
    answeredFor: signal([]),
    last: signal(undefined),
  };
  COMPARISONS.set(model, comparison);
  return comparison;
}

/** The coasts that the user chose, by default the last two by date, with all that a comparison of them depends on. */
export function comparisonInputs(model: Model): {
  readonly coasts: readonly CoastLayer[];
  readonly pair: CoastPair | undefined;
  readonly inputs: readonly unknown[];
} {
  const { wanted, toleranceM } = comparisonOf(model);
  const coasts = coastLayers(model.plan.layers.value);
  const pair = chosenPair(coasts, wanted.value);
  const inputs = [
    ...[pair?.before.loaded, pair?.after.loaded, toleranceM.value],
    ...[model.plan.zones.value, model.audit.rule.value, model.audit.choices.value],
    model.workspace.log.value,
  ];
  return { coasts, pair, inputs };
}

/** Whether a result was found for these inputs. */
export function isAnsweredFor(
  { answeredFor }: CoastComparison,
  inputs: readonly unknown[],
): boolean {
  const answered = answeredFor.peek();
  return answered.length > 0 && inputs.every((input, i) => input === answered[i]);
}

/** How a comparison stands: none was made, it is not up to date, or it has a result for the data as they are. */
export type ComparisonStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'outdated'; readonly titles: Readonly<Record<Side, Bilingual>> }
  | { readonly kind: 'current'; readonly result: ChangeResult; readonly pair: CoastPair };

/** How the comparison in a model stands. */
export function comparisonStanding(model: Model): ComparisonStanding {
  const comparison = comparisonOf(model);
  const { pair, inputs } = comparisonInputs(model);
  const [state, last] = [comparison.state.value, comparison.last.value];
  if (state.kind === 'ready' && pair !== undefined && isAnsweredFor(comparison, inputs))
    return { kind: 'current', result: state.result, pair };
  if (comparison.isRunning.value && pair !== undefined) {
    const { before, after } = pair;
    const titles = { before: before.member.layer.title, after: after.member.layer.title };
    return { kind: 'outdated', titles };
  }
  return last === undefined ? { kind: 'none' } : { kind: 'outdated', titles: last };
}

function chosenPair(
  coasts: readonly CoastLayer[],
  wanted: Partial<Record<Side, string>>,
): CoastPair | undefined {
  const byDate = coasts.toSorted((a, b) =>
    a.member.layer.metadata.date.localeCompare(b.member.layer.metadata.date),
  );
  const find = (id: string | undefined): CoastLayer | undefined =>
    coasts.find(({ member }) => member.layer.id === id);
  const after = find(wanted.after) ?? byDate.findLast((coast) => coast !== find(wanted.before));
  const before = find(wanted.before) ?? byDate.findLast((coast) => coast !== after);
  return before === undefined || after === undefined || before === after
    ? undefined
    : { before, after };
}
