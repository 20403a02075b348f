import type { Bilingual } from '../bilingual.ts';
import {
  COASTLINE_CLASSES,
  type CoastlineClass,
  type CoastlineUse,
  type Confidence,
  type RealmChoice,
} from '../coastline.ts';
import type { Position } from '../geometry.ts';
import type { Metres, Ratio, SquareMetres } from '../units.ts';

/**
 * How a class enters the ratio: in the numerator as natural or as restored, in the denominator only, or
 * not at all.
 */
export type Counting = 'natural' | 'restored' | 'total-only' | 'excluded';

/** How each class of coast is counted. */
export type ClassCounting = Readonly<Record<CoastlineClass, Counting>>;

/** Whether coast that is counted this way is in the numerator of the ratio, as natural or as restored. */
export function isInNumerator(how: Counting): boolean {
  return how === 'natural' || how === 'restored';
}

/** How coast of a class is counted; unclassified coast is in the total only. */
export function countingOf(
  shoreClass: CoastlineClass | undefined,
  counting: ClassCounting,
): Counting {
  return shoreClass === undefined ? 'total-only' : counting[shoreClass];
}

/** Whether a class is part of the natural coastline to be kept; false for unclassified coast. */
export function isClassKept(
  shoreClass: CoastlineClass | undefined,
  counting: ClassCounting,
): boolean {
  return isInNumerator(countingOf(shoreClass, counting));
}

/**
 * Lists the counted classes in the order of a bar: natural, restored, then those in the total only. It
 * omits excluded classes, since they are in no total.
 */
export function countedClasses(counting: ClassCounting): readonly CoastlineClass[] {
  return (['natural', 'restored', 'total-only'] as const).flatMap((how) =>
    COASTLINE_CLASSES.filter((name) => counting[name] === how),
  );
}

/** The distance to the coast within which nothing may be newly built on land. */
export type BuildingSetback = {
  readonly distanceM: number;
  /** Articles of the plan that ask for it. */
  readonly articles: readonly number[];
  /** The law or decision that sets it, in words. */
  readonly source?: Bilingual;
};

/** The rule of an audit, parsed from `geodata/audit.json`. */
export type AuditRule = {
  /** Share of natural and restored coastline to be kept. */
  readonly target: number;
  /** What sets the target, in words; absent where the rule does not say. */
  readonly targetSource?: Bilingual;
  /** Articles of the plan that set the target. */
  readonly targetArticles?: readonly number[];
  /** What goes with figures of the plan's own coast besides, as long as it is an illustration. */
  readonly notice?: Bilingual;
  /** Absent where the rule states none: nothing then conflicts with a setback. */
  readonly setback?: BuildingSetback;
  readonly counting: ClassCounting;
  /**
   * True where the rule's file does not say how the class `natural` is counted, and it is taken as natural;
   * `assumedNotes` says so beside figures with such coast.
   */
  readonly isNaturalAssumed?: boolean;
  readonly sensitivity: {
    /** Tolerances of the generalised coast, in metres. */
    readonly generaliseM: readonly number[];
    /** The other ways of counting an estuary that the band includes. */
    readonly estuary: readonly Counting[];
    /** Segments with these confidences might be of the other kind. */
    readonly flip: readonly Confidence[];
  };
  /**
   * The share of stretches whose class is wrong, by stated confidence, and whether a sample found it; what is absent
   * is assumed (`src/domain/uncertainty/class-errors.ts`).
   */
  readonly errorRate?: Readonly<Partial<Record<Confidence, number>>> & {
    readonly sampled?: boolean;
  };
  /** How much errors of one class and use hang together, from 0 to below 1. */
  readonly correlation?: number;
  /** How far the coastline's positions are off; absent where nobody states it. */
  readonly position?: {
    /** The distance in metres within which 90 % of the line lie. */
    readonly within90M: number;
    /** Over how many metres of coast its errors hang together. */
    readonly correlationM?: number;
  };
};

/**
 * Whether the coast meets its target; `too-close` when the band straddles it, `no-coast` without any
 * coast.
 */
export type Verdict = 'pass' | 'fail' | 'too-close' | 'no-coast';

/** The lowest and highest ratio that the stated uncertainties allow. */
export type Band = { readonly low: Ratio; readonly high: Ratio };

/** One uncertainty and how far it moves the ratio: `low` ≤ 0 ≤ `high`, as differences of ratio. */
export type BandPart = {
  readonly kind: 'confidence' | 'unclassified' | 'estuary' | 'generalisation' | 'earth-model';
  readonly low: number;
  readonly high: number;
};

/** Lengths in metres on one earth model, and their ratio. */
export type CoastLengths = {
  readonly totalM: Metres;
  readonly naturalM: Metres;
  readonly restoredM: Metres;
  /** (natural + restored) / total; absent without coast. */
  readonly ratio: Ratio | undefined;
};

/** The audit of one zone, or of the whole coast. */
export type CoastSummary = CoastLengths & {
  /** The coast that was counted: without any of it, there may still be coast of the other realm. */
  readonly realm: RealmChoice;
  readonly byClass: Readonly<Record<CoastlineClass, Metres>>;
  /** How each class was counted for these figures. */
  readonly counting: ClassCounting;
  readonly byUse: Readonly<Partial<Record<CoastlineUse, Metres>>>;
  readonly unclassifiedM: Metres;
  /** natural / total; absent without coast. */
  readonly ratioNative: Ratio | undefined;
  readonly target: number;
  /** False for a zone that is lent the target of the whole coast: what follows from it is then no verdict on the zone. */
  readonly hasOwnTarget: boolean;
  /** Natural coastline that may still be lost: N − target · T; a negative value has to be restored. */
  readonly headroomM: Metres | undefined;
  readonly verdict: Verdict;
  readonly band: Band | undefined;
  readonly bandParts: readonly BandPart[];
  /** Area on the ellipsoid; absent for the whole when there are no zones. */
  readonly areaM2: SquareMetres | undefined;
  /** The same on Turf's sphere. */
  readonly turf: CoastLengths & { readonly areaM2: SquareMetres | undefined };
};

/** A piece of a segment inside a zone. Pieces are the evidence behind a figure. */
export type CoastPiece = {
  readonly segmentId: string;
  readonly lengthM: Metres;
  /** The line of the piece along the coast, which the map can fly to. */
  readonly line: readonly Position[];
};

/** The audit of one zone. */
export type ZoneSummary = CoastSummary & {
  readonly id: string;
  readonly pieces: readonly CoastPiece[];
};

/** A stretch of coast at which the coverage proof found a fault. */
export type CoverageFault = {
  readonly kind: 'gap' | 'overlap' | 'duplicate' | 'unclassified' | 'outside';
  readonly lengthM: Metres;
  readonly segmentIds: readonly string[];
  readonly zoneIds: readonly string[];
  readonly line: readonly Position[];
  /** For a duplicate that is not drawn on the same line: how far the two are apart at most. */
  readonly apartM?: Metres;
};

/** The proof that every metre of coast is counted once, or the faults that were found. */
export type Coverage = {
  /** Missing coast between ends that nearly meet, and where the coast of an island does not close. */
  readonly gapM: Metres;
  /** Coast inside more than one zone. */
  readonly overlapM: Metres;
  /** Coast drawn more than once, on the same line or a few metres apart. */
  readonly duplicateM: Metres;
  readonly unclassifiedM: Metres;
  /** Coast inside no zone. */
  readonly outsideM: Metres;
  /** |Σ zones − overlap counted again + outside − whole|: at most 1 mm. */
  readonly residualM: Metres;
  /** True when everything above is zero; the ratio is provisional otherwise. */
  readonly isComplete: boolean;
  readonly faults: readonly CoverageFault[];
};

/** The whole audit, which `npm run audit` prints and the Coastline panel shows. */
export type Audit = {
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  readonly overall: CoastSummary;
  /** Every stretch of the audited coast, as evidence behind the overall figures. */
  readonly pieces: readonly CoastPiece[];
  readonly zones: readonly ZoneSummary[];
  readonly coverage: Coverage;
};
