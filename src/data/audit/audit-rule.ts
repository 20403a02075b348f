import * as v from 'valibot';
import type { AuditRule, BuildingSetback } from '../../domain/audit/audit.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { COASTLINE_CLASSES, CONFIDENCES } from '../../domain/coastline.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { definedOnly, getOwn, isRecord } from '../record.ts';
import { parseJsonText } from '../text/json-text.ts';

/**
 * The rule for keys that a file does not set. Target: the national one, 35 % by 2020. Counting: Measures on coastline
 * protection and use (2017), article 2, by which coast is natural whatever its kind; an estuary is in the denominator
 * only.
 */
export const DEFAULT_RULE: AuditRule = {
  target: 0.35,
  counting: {
    bedrock: 'natural',
    sandy: 'natural',
    muddy: 'natural',
    biogenic: 'natural',
    natural: 'natural',
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

const Articles = v.array(v.pipe(v.number(), v.integer(), v.minValue(1)));

const Setback = v.object({
  distanceM: v.pipe(v.number(), v.minValue(1), v.maxValue(10_000)),
  articles: v.optional(Articles, []),
  source: v.optional(v.unknown()),
});

const ErrorRate = v.object({
  low: v.optional(Share),
  medium: v.optional(Share),
  high: v.optional(Share),
  sampled: v.optional(v.boolean()),
});

const PositionAccuracy = v.object({
  within90M: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
  correlationM: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(100_000))),
});

const Rule = v.object({
  // Words are for people: what is no text is left out, and `rule-keys.ts` reports it.
  targetSource: v.optional(v.unknown()),
  notice: v.optional(v.unknown()),
  targetArticles: v.optional(Articles),
  setback: v.optional(v.pipe(Keyed, Setback)),
  target: v.optional(Share, DEFAULT_RULE.target),
  counting: v.optional(
    v.pipe(Keyed, v.strictObject(v.entriesFromList(COASTLINE_CLASSES, v.optional(Counting)))),
    {},
  ),
  sensitivity: v.optional(v.pipe(Keyed, Sensitivity), {}),
  errorRate: v.optional(v.pipe(Keyed, ErrorRate)),
  correlation: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.99))),
  position: v.optional(v.pipe(Keyed, PositionAccuracy)),
});

/**
 * Reads a counting rule (`audit.json`). Every key is optional; a wrong value is reported with its place and
 * name. A file that does not list `natural`, as files written before that class, counts it as natural, and the
 * rule says so by `isNaturalAssumed`.
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
  const { target, counting, sensitivity, targetArticles, setback } = rule.output;
  const [targetSource, notice] = [wordsOf(rule.output.targetSource), wordsOf(rule.output.notice)];
  const { generaliseM, estuary, flip } = DEFAULT_RULE.sensitivity;
  return ok({
    target,
    ...(targetSource && { targetSource }),
    ...(targetArticles && { targetArticles }),
    ...(notice && { notice }),
    ...(setback && { setback: setbackOf(setback) }),
    counting: { ...DEFAULT_RULE.counting, ...definedOnly(counting) },
    ...(counting.natural === undefined && { isNaturalAssumed: true }),
    sensitivity: {
      generaliseM: sensitivity.generaliseM ?? generaliseM,
      estuary: sensitivity.estuary ?? estuary,
      flip: sensitivity.flip ?? flip,
    },
    ...statedErrors(rule.output),
  });
}

/** What a rule states of errors, without the keys that it leaves out. */
function statedErrors({
  errorRate,
  correlation,
  position,
}: v.InferOutput<typeof Rule>): Pick<AuditRule, 'errorRate' | 'correlation' | 'position'> {
  const { low, medium, high, sampled } = errorRate ?? {};
  return {
    ...(errorRate && {
      errorRate: {
        ...(low !== undefined && { low }),
        ...(medium !== undefined && { medium }),
        ...(high !== undefined && { high }),
        ...(sampled !== undefined && { sampled }),
      },
    }),
    ...(correlation !== undefined && { correlation }),
    ...(position && {
      position: {
        within90M: position.within90M,
        ...(position.correlationM !== undefined && { correlationM: position.correlationM }),
      },
    }),
  };
}

function setbackOf({
  distanceM,
  articles,
  source,
}: v.InferOutput<typeof Setback>): BuildingSetback {
  const words = wordsOf(source);
  return { distanceM, articles, ...(words && { source: words }) };
}

/** A text, or one for each language; undefined for anything else. A missing language takes the other's words. */
function wordsOf(value: unknown): Bilingual | undefined {
  if (typeof value === 'string') return { zh: value, en: value };
  if (!isRecord(value)) return undefined;
  const [zh, en] = [getOwn(value, 'zh'), getOwn(value, 'en')];
  const words = { zh: zh ?? en, en: en ?? zh };
  return typeof words.zh === 'string' && typeof words.en === 'string'
    ? { zh: words.zh, en: words.en }
    : undefined;
}

/** The deciding keys of a rule, in comparable form: another case or an invisible mark is a typing error. */
const DECIDING = ['target', 'counting', 'sensitivity'];
const BESIDE = [
  ...['targetsource', 'targetarticles', 'setback', 'notice'],
  ...['errorrate', 'correlation', 'position'],
];

/** True when an object is a file of another kind: it has no deciding key and many other keys. */
function isNoRule(value: unknown): boolean {
  if (!isRecord(value)) return true;
  const names = Object.keys(value).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  if (Array.isArray(getOwn(value, 'features'))) return true;
  return (
    names.some((name) => !BESIDE.includes(name)) && !names.some((name) => DECIDING.includes(name))
  );
}
