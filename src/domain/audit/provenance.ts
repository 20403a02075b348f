import type { Bilingual } from '../bilingual.ts';
import type { CoastlineSegment, Confidence, RealmChoice } from '../coastline.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../symbology.ts';
import type { CoastSummary, Counting, Coverage } from './audit.ts';
import { type AuditSettings, effectiveSettings, type Numerator } from './audit-settings.ts';
import { coverageReasons, type ProvisionalReason, provisionalNotes } from './provisional-reason.ts';

/** A file behind a figure: its name, and the SHA-256 of its bytes. */
export type DataVersion = { readonly file: string; readonly sha256: string };

/** How a stretch of coast is judged. */
export type CoastJudgement = Pick<CoastlineSegment, 'class' | 'use' | 'confidence'>;

/** A stretch that is judged otherwise than in the data. */
export type JudgedStretch = {
  readonly segmentId: string;
  readonly name: Bilingual;
  /** Absent where only the edited file is known. */
  readonly before?: CoastJudgement;
  readonly after: CoastJudgement;
};

/** Everything that a figure rests on besides the method: files, settings, changes, and doubts. */
export type Provenance = {
  /** The files as they were read. */
  readonly read: readonly DataVersion[];
  /** The files that were counted in place of the read ones; empty when nothing was changed. */
  readonly made: readonly DataVersion[];
  /** The settings that differ from the rule, one clause each. */
  readonly settings: readonly Bilingual[];
  readonly judged: readonly JudgedStretch[];
  /** What the rule leaves open and how it was counted; see `assumedNotes`. */
  readonly assumed: readonly Bilingual[];
  /** Why the figure is provisional; empty for a final one. */
  readonly reasons: readonly ProvisionalReason[];
};

/** The inputs of a provenance. */
export type ProvenanceSource = Pick<Provenance, 'read' | 'made' | 'judged' | 'assumed'> & {
  readonly settings: AuditSettings;
  /** The data's own rule. */
  readonly rule: Pick<CoastSummary, 'counting' | 'target'>;
  readonly coverage: Coverage;
  /** Reasons besides coverage. */
  readonly reasons: readonly ProvisionalReason[];
};

/** Composes what every sentence, page, slide and file says about the origin of a figure. */
export function provenanceOf(source: ProvenanceSource): Provenance {
  const { read, made, judged, assumed, settings, rule, coverage, reasons } = source;
  return {
    ...{ read, made, judged, assumed },
    settings: differences(settings, rule),
    reasons: [...coverageReasons(coverage), ...reasons],
  };
}

/** Lists the stretches whose class, use or confidence differs; both lists are in the same order. */
export function judgedStretches(
  loaded: readonly CoastlineSegment[],
  edited: readonly CoastlineSegment[],
): readonly JudgedStretch[] {
  return edited.flatMap((after, index): readonly JudgedStretch[] => {
    const before = loaded[index];
    const isSame =
      before === undefined ||
      before === after ||
      (before.class === after.class &&
        before.use === after.use &&
        before.confidence === after.confidence);
    return isSame
      ? []
      : [
          {
            segmentId: after.id,
            name: after.name,
            before: judgementOf(before),
            after: judgementOf(after),
          },
        ];
  });
}

function judgementOf({ class: shoreClass, use, confidence }: CoastJudgement): CoastJudgement {
  return {
    ...(shoreClass !== undefined && { class: shoreClass }),
    ...(use !== undefined && { use }),
    confidence,
  };
}

/**
 * Says what differs from the data and their rule, what the rule leaves open, and why the figure is provisional,
 * one sentence each; nothing for a final figure of unchanged data by their own rule.
 * @param most the number of changed stretches that are named; the others are counted.
 */
export function provenanceNotes(
  { settings, judged, assumed, reasons }: Provenance,
  { most = Infinity }: { readonly most?: number } = {},
): readonly Bilingual[] {
  const notes: Bilingual[] = [];
  if (settings.length > 0)
    notes.push({
      zh: `与规则不同：${settings.map(({ zh }) => zh).join('；')}。`,
      en: `Counted otherwise than by the rule: ${settings.map(({ en }) => en).join('; ')}.`,
    });
  if (judged.length > 0) {
    const named = judged.slice(0, most).map(judgedInWords);
    const rest = judged.length - named.length;
    const list = (language: keyof Bilingual, more: string): string =>
      [...named.map((words) => words[language]), ...(rest > 0 ? [more] : [])].join(
        { zh: '；', en: '; ' }[language],
      );
    notes.push({
      zh: `含 ${judged.length} 段改判${named.length === 0 ? '' : `：${list('zh', `另有 ${rest} 段`)}`}。`,
      en: `With ${judged.length} ${judged.length === 1 ? 'stretch' : 'stretches'} judged otherwise than in the data${named.length === 0 ? '' : `: ${list('en', `${rest} more`)}`}.`,
    });
  }
  return [...notes, ...assumed, ...provisionalNotes(reasons)];
}

/** Digits of a SHA-256 that tell one version of a file from another in print. */
const HASH_DIGITS = 12;

/**
 * Names the files with the first digits of their hashes: as read, then those that were counted in their
 * place.
 */
export function versionsInWords(
  { read, made }: Pick<Provenance, 'read' | 'made'>,
  { hash = ' SHA-256 ', separator = ', ' } = {},
): Bilingual {
  const list = (files: readonly DataVersion[]): string =>
    files
      .map(({ file, sha256 }) => `${file}${hash}${sha256.slice(0, HASH_DIGITS)}`)
      .join(separator);
  const [from, counted] = [list(read), list(made)];
  if (made.length === 0) return { zh: from, en: from };
  return { zh: `${from}；实际计算所用：${counted}`, en: `${from}; counted from ${counted}` };
}

/** A changed stretch with its judgement before and after. */
function judgedInWords({ name, segmentId, before, after }: JudgedStretch): Bilingual {
  const said = (language: keyof Bilingual): string => {
    const isOnlyConfidence =
      before !== undefined && before.class === after.class && before.use === after.use;
    const words = ({ class: shoreClass, confidence }: CoastJudgement): string =>
      isOnlyConfidence ? CONFIDENCE[confidence][language] : classInWords(shoreClass)[language];
    const use =
      before !== undefined && before.class === after.class && before.use !== after.use
        ? { zh: '（用途不同）', en: ' (another use)' }[language]
        : '';
    const from = before === undefined ? '' : `${words(before)} `;
    return `${from}→ ${words(after)}${use}`;
  };
  const label = (language: keyof Bilingual): string => name[language] || segmentId;
  return { zh: `${label('zh')}：${said('zh')}`, en: `${label('en')}: ${said('en')}` };
}

function classInWords(shoreClass: CoastJudgement['class']): Bilingual {
  const { zh, en } = (
    shoreClass === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[shoreClass]
  ).label;
  return { zh, en: en.toLowerCase() };
}

/** The settings that differ from the data's own rule, with what the rule says. */
function differences(
  settings: AuditSettings,
  { counting, target }: ProvenanceSource['rule'],
): readonly Bilingual[] {
  const own = effectiveSettings(
    { counting, target, sensitivity: { generaliseM: [], estuary: [], flip: [] } },
    {},
  );
  const clause = <T>(chosen: T, ruled: T, words: (value: T) => Bilingual): readonly Bilingual[] =>
    chosen === ruled
      ? []
      : [
          {
            zh: `${words(chosen).zh}（规则：${words(ruled).zh}）`,
            en: `${words(chosen).en} (rule: ${words(ruled).en})`,
          },
        ];
  return [
    ...clause(settings.realm, own.realm, (value) => REALM[value]),
    ...clause(settings.numerator, own.numerator, (value) => NUMERATOR[value]),
    ...clause(settings.estuary, own.estuary, (value) => ESTUARY[value]),
    ...clause(settings.target, own.target, targetInWords),
    ...clause(settings.toleranceM, own.toleranceM, traceInWords),
  ];
}

function targetInWords(target: number): Bilingual {
  const percent = `${Number((target * 100).toPrecision(12))}`;
  return { zh: `管控目标 ${percent}%`, en: `target ${percent} %` };
}

function traceInWords(toleranceM: number): Bilingual {
  return toleranceM === 0
    ? { zh: '岸线按原图', en: 'coast as drawn' }
    : { zh: `岸线按 ${toleranceM} 米概化`, en: `coast generalised at ${toleranceM} m` };
}

const REALM: Readonly<Record<RealmChoice, Bilingual>> = {
  mainland: { zh: '只计大陆岸线', en: 'mainland coast' },
  island: { zh: '只计海岛岸线', en: 'island coast' },
  all: { zh: '大陆与海岛岸线都计', en: 'mainland and island coast' },
};

const NUMERATOR: Readonly<Record<Numerator, Bilingual>> = {
  'with-restored': { zh: '自然与整治修复岸线计入', en: 'natural and restored coast kept' },
  native: { zh: '只有自然岸线计入', en: 'natural coast alone kept' },
};

const ESTUARY: Readonly<Record<Counting, Bilingual>> = {
  natural: { zh: '河口岸线计为自然', en: 'estuaries counted as natural' },
  restored: { zh: '河口岸线计为整治修复', en: 'estuaries counted as restored' },
  'total-only': { zh: '河口岸线只计入总长', en: 'estuaries in the total only' },
  excluded: { zh: '河口岸线不计', en: 'estuaries left out' },
};

const CONFIDENCE: Readonly<Record<Confidence, Bilingual>> = {
  high: { zh: '可信度高', en: 'high confidence' },
  medium: { zh: '可信度中', en: 'medium confidence' },
  low: { zh: '可信度低', en: 'low confidence' },
};
