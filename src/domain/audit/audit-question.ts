import { type MeasuredCoast, traceOf } from '../coast/measured-coast.ts';
import type { CoastlineSegment, Realm } from '../coastline.ts';
import type { Ratio } from '../units.ts';
import type { Audit, AuditRule, CoastSummary } from './audit.ts';
import {
  type AuditChoice,
  auditMeasured,
  ratioMeasured,
  summariseMeasured,
} from './audit-measured.ts';
import {
  type AuditChoices,
  type AuditSettings,
  effectiveSettings,
  ruleFor,
  singleChoices,
} from './audit-settings.ts';
import { type JudgedStretch, judgedStretches } from './provenance.ts';
import type { ProvisionalReason } from './provisional-reason.ts';
import { type Reclassification, reclassified } from './reclassification.ts';
import { type Waterfall, waterfall } from './waterfall.ts';

/** What the app asks about a measured coast: the data's rule, and the user's choices and changes. */
export type AuditQuestion = {
  readonly rule: AuditRule;
  readonly choices: AuditChoices;
  readonly log: readonly Reclassification[];
};

/** Everything the app shows about the coast. */
export type AuditAnswer = {
  /** The audit in force: it applies the chosen settings to the edited data. */
  readonly audit: Audit;
  readonly settings: AuditSettings;
  /** The whole coast by the data's own rule, without the user's settings or edits. */
  readonly asLoaded: CoastSummary;
  /** The ratio on the edited data if the user made only this one choice, for each choice. */
  readonly effects: readonly SettingEffect[];
  /** The change log that the figures rest on. */
  readonly log: readonly Reclassification[];
  /** The stretches that it judges otherwise than the data. */
  readonly judged: readonly JudgedStretch[];
  /** The ratio in force before and after each entry of the change log. */
  readonly logRatios: readonly LogRatio[];
  readonly waterfall: Waterfall;
  /** Length in metres of the coast that the chosen realm excludes; 0 when it excludes none. */
  readonly otherRealmM: number;
  /**
   * Reasons besides coverage why the figures are provisional; absent until the files behind them are
   * checked.
   */
  readonly reasons?: readonly ProvisionalReason[];
};

/** How far one setting moves the ratio from the data's own rule. */
export type SettingEffect = {
  readonly setting: keyof AuditSettings;
  readonly ratio: Ratio | undefined;
  readonly asLoaded: Ratio | undefined;
};

/** What one entry of the change log did to the ratio. */
export type LogRatio = { readonly before: Ratio | undefined; readonly after: Ratio | undefined };

/**
 * Answers a question from the measured coast. It only adds up lengths; it cuts and measures nothing
 * again.
 */
export function answerAudit(
  measured: MeasuredCoast,
  segments: readonly CoastlineSegment[],
  { rule, choices, log }: AuditQuestion,
): AuditAnswer {
  const edited = reclassified(segments, log);
  const choiceOf = (of: readonly CoastlineSegment[], wanted: AuditChoices): AuditChoice =>
    auditChoice(of, rule, wanted);
  const ratioOf = (of: readonly CoastlineSegment[], wanted: AuditChoices): LogRatio['before'] =>
    ratioMeasured(measured, choiceOf(of, wanted));
  const lengthOfOther = (realm: Realm): number =>
    summariseMeasured(
      measured,
      choiceOf(segments, { realm: realm === 'mainland' ? 'island' : 'mainland' }),
    ).totalM;
  const settings = effectiveSettings(rule, choices);
  const plain = ratioOf(edited, {});
  return {
    audit: auditMeasured(measured, choiceOf(edited, choices)),
    settings,
    asLoaded: summariseMeasured(measured, choiceOf(segments, {})),
    effects: singleChoices(rule, choices).map(([setting, single]) => ({
      setting,
      ratio: ratioOf(edited, single),
      asLoaded: plain,
    })),
    log,
    judged: judgedStretches(segments, edited),
    logRatios: logRatios(segments, log, (of) => ratioOf(of, choices)),
    waterfall: waterfall({
      trace: traceOf(measured, settings.toleranceM),
      before: segments,
      after: edited,
      rule: ruleFor(rule, settings),
      realm: settings.realm,
    }),
    otherRealmM: settings.realm === 'all' ? 0 : lengthOfOther(settings.realm),
  };
}

/** How a coast is classed and counted with a user's choices. */
export function auditChoice(
  segments: readonly CoastlineSegment[],
  rule: AuditRule,
  choices: AuditChoices,
): AuditChoice {
  const settings = effectiveSettings(rule, choices);
  const { realm, toleranceM } = settings;
  return { segments, rule: ruleFor(rule, settings), realm, toleranceM };
}

/** The ratio before and after each entry; each entry applies to the result of the entries before it. */
function logRatios(
  segments: readonly CoastlineSegment[],
  log: readonly Reclassification[],
  ratioOf: (segments: readonly CoastlineSegment[]) => LogRatio['before'],
): readonly LogRatio[] {
  let so = segments;
  let before = ratioOf(so);
  return log.map((entry) => {
    so = reclassified(so, [entry]);
    const ratios = { before, after: ratioOf(so) };
    before = ratios.after;
    return ratios;
  });
}
