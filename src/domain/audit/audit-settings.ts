import type { RealmChoice } from '../coastline.ts';
import type { AuditRule, Counting } from './audit.ts';

/** Whether restored coastline is in the numerator, as the target has it, or natural alone. */
export type Numerator = 'with-restored' | 'native';
/** The ways of counting an estuary that a person may choose. */
export const ESTUARY_CHOICES = [
  'total-only',
  'natural',
  'excluded',
] as const satisfies readonly Counting[];

/** What a person may set for an audit. */
export type AuditSettings = {
  readonly realm: RealmChoice;
  readonly numerator: Numerator;
  readonly estuary: Counting;
  /** 0 to 1. */
  readonly target: number;
  /** Tolerance in metres of the trace that gives the figures; 0 for the coast as drawn. */
  readonly toleranceM: number;
};

/** What a person has set; the data's rule holds where they have not. */
export type AuditChoices = Partial<AuditSettings>;

/** The settings in force. The statutory ratio: the mainland, restored coast included, as drawn. */
export function effectiveSettings(rule: AuditRule, choices: AuditChoices): AuditSettings {
  return {
    realm: 'mainland',
    numerator: 'with-restored',
    estuary: rule.counting.estuary,
    target: rule.target,
    toleranceM: 0,
    ...choices,
  };
}

/** Choices without a level of detail that was not measured: an address may ask for any number. */
export function withMeasuredTolerance(
  { toleranceM, ...choices }: AuditChoices,
  { sensitivity }: AuditRule,
): AuditChoices {
  const isMeasured = toleranceM !== undefined && sensitivity.generaliseM.includes(toleranceM);
  return isMeasured ? { ...choices, toleranceM } : choices;
}

/**
 * The counting rule that settings make of the data's rule. A band that takes in the other ways of
 * counting an estuary then takes in the data's own way too: it is one of the others now.
 */
export function ruleFor(rule: AuditRule, { numerator, estuary, target }: AuditSettings): AuditRule {
  const restored = numerator === 'native' ? 'total-only' : rule.counting.restored;
  const { sensitivity } = rule;
  const ways = new Set([...sensitivity.estuary, rule.counting.estuary]);
  return {
    target,
    counting: { ...rule.counting, estuary, restored },
    sensitivity:
      sensitivity.estuary.length === 0 || estuary === rule.counting.estuary
        ? sensitivity
        : { ...sensitivity, estuary: [...ways].filter((way) => way !== estuary) },
  };
}

/** The choices that differ from the data's rule, each alone: to show what each of them changes. */
export function singleChoices(
  rule: AuditRule,
  choices: AuditChoices,
): readonly (readonly [keyof AuditSettings, AuditChoices])[] {
  const [asLoaded, chosen] = [effectiveSettings(rule, {}), effectiveSettings(rule, choices)];
  const singles: readonly (readonly [keyof AuditSettings, AuditChoices])[] = [
    ['realm', { realm: chosen.realm }],
    ['numerator', { numerator: chosen.numerator }],
    ['estuary', { estuary: chosen.estuary }],
    ['target', { target: chosen.target }],
    ['toleranceM', { toleranceM: chosen.toleranceM }],
  ];
  return singles.filter(([name]) => chosen[name] !== asLoaded[name]);
}
