import * as v from 'valibot';
import type { AuditRule } from '../../domain/audit/audit.ts';
import { COASTLINE_CLASSES, CONFIDENCES } from '../../domain/coastline.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { getOwn, isRecord } from '../record.ts';
import { parseJsonText } from '../text/json-text.ts';

/**
 * The rule for keys that a file does not set. Target: plan article 46. Counting: Measures on coastline
 * protection and use (2017), article 2; an estuary is in the denominator only.
 */
export const DEFAULT_RULE: AuditRule = {
  target: 0.35,
  counting: {
    bedrock: 'natural',
    sandy: 'natural',
    muddy: 'natural',
    biogenic: 'natural',
    estuary: 'total-only',
    restored: 'restored',
    artificial: 'total-only',
  },
  sensitivity: { generaliseM: [5, 10, 25], estuary: ['natural', 'excluded'], flip: ['low'] },
};

const Counting = v.picklist(['natural', 'restored', 'total-only', 'excluded']);
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** An object whose keys are all optional: without the extra check, an array would pass as one. */
const Keyed = v.pipe(v.unknown(), v.check(isRecord));

const Sensitivity = v.object({
  generaliseM: v.optional(v.array(v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000)))),
  estuary: v.optional(v.array(Counting)),
  flip: v.optional(v.array(v.picklist(CONFIDENCES))),
});

const Rule = v.object({
  target: v.optional(Share, DEFAULT_RULE.target),
  counting: v.optional(
    v.pipe(Keyed, v.strictObject(v.entriesFromList(COASTLINE_CLASSES, v.optional(Counting)))),
    DEFAULT_RULE.counting,
  ),
  sensitivity: v.optional(v.pipe(Keyed, Sensitivity), {}),
});

/**
 * Reads a counting rule (`audit.json`). Every key is optional; a wrong value is reported with its place and
 * name.
 */
export async function parseAuditRule(
  text: string,
  file: string,
): Promise<Result<AuditRule, LoadError>> {
  const json = await parseJsonText(text, file);
  if (!json.ok) return json;
  const rule = v.safeParse(v.pipe(Keyed, Rule), json.value);
  if (!rule.success || isNoRule(json.value)) {
    const { ruleFault } = await import('./rule-fault.ts');
    return failed(await ruleFault(rule.issues?.[0], { text, file }));
  }
  const { target, counting, sensitivity } = rule.output;
  const { generaliseM, estuary, flip } = DEFAULT_RULE.sensitivity;
  return ok({
    target,
    counting: { ...DEFAULT_RULE.counting, ...definedOnly(counting) },
    sensitivity: {
      generaliseM: sensitivity.generaliseM ?? generaliseM,
      estuary: sensitivity.estuary ?? estuary,
      flip: sensitivity.flip ?? flip,
    },
  });
}

/** The deciding keys of a rule, in comparable form: another case or an invisible mark is a typing error. */
const DECIDING = ['target', 'counting', 'sensitivity'];
const BESIDE = ['targetsource', 'notice'];

/** True when an object is a file of another kind: it has no deciding key and many other keys. */
function isNoRule(value: unknown): boolean {
  if (!isRecord(value)) return true;
  const names = Object.keys(value).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  if (Array.isArray(getOwn(value, 'features'))) return true;
  return (
    names.some((name) => !BESIDE.includes(name)) && !names.some((name) => DECIDING.includes(name))
  );
}

function definedOnly(
  counting: v.InferOutput<typeof Rule>['counting'],
): Partial<AuditRule['counting']> {
  const partial: { -readonly [K in keyof AuditRule['counting']]?: AuditRule['counting'][K] } = {};
  for (const name of COASTLINE_CLASSES) {
    const how = counting[name];
    if (how !== undefined) partial[name] = how;
  }
  return partial;
}
