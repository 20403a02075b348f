import type { RealmChoice } from '../coastline.ts';
import type { AuditRule, Counting } from './audit.ts';

/**
 * Whether the numerator includes restored coastline, as the target defines it, or natural coastline
 * alone.
 */
export type Numerator = 'with-restored' | 'native';
/** The settings of an audit that the user may change. */
export type AuditSettings = {
  readonly realm: RealmChoice;
  readonly numerator: Numerator;
  readonly estuary: Counting;
  /** The target ratio, from 0 to 1. */
  readonly target: number;
  /** Tolerance in metres of the trace that gives the figures; 0 for the coast as drawn. */
  readonly toleranceM: number;
};

/** The settings that the user has changed; the data's rule applies to the absent ones. */
export type AuditChoices = Partial<AuditSettings>;

/**
 * Gives the settings in force. The defaults give the statutory ratio: the mainland as drawn, including
 * restored coast.
 */
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

/** Drops a chosen tolerance that was not measured, since a URL may contain any number. */
export function withMeasuredTolerance(
  { toleranceM, ...choices }: AuditChoices,
  { sensitivity }: AuditRule,
): AuditChoices {
  const isMeasured = toleranceM !== undefined && sensitivity.generaliseM.includes(toleranceM);
  return isMeasured ? { ...choices, toleranceM } : choices;
}

/**
 * Applies settings to the data's counting rule. If the band includes the other ways of counting an
 * estuary and the user chose one of them, the band then includes the data's own way too.
 */
export function ruleFor(rule: AuditRule, { numerator, estuary, target }: AuditSettings): AuditRule {
  const restored = numerator === 'native' ? 'total-only' : rule.counting.restored;
  const { sensitivity } = rule;
  const ways = new Set([...sensitivity.estuary, rule.counting.estuary]);
  return {
    target,
    counting: { ...rule.counting, estuary, restored },
    ...(rule.isNaturalAssumed === true && { isNaturalAssumed: true }),
    sensitivity:
      sensitivity.estuary.length === 0 || estuary === rule.counting.estuary
        ? sensitivity
        : { ...sensitivity, estuary: [...ways].filter((way) => way !== estuary) },
  };
}

/** Splits the choices that differ from the data's rule, one per item, to show what each of them changes. */
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
