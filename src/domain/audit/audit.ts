import {
  COASTLINE_CLASSES,
  type CoastlineClass,
  type CoastlineUse,
  type Confidence,
  type RealmChoice,
} from '../coastline.ts';
import type { Position } from '../geometry.ts';
import type { Metres, Ratio, SquareMetres } from '../units.ts';

/** What a class adds to the ratio: numerator as natural or as restored, denominator only, or neither. */
export type Counting = 'natural' | 'restored' | 'total-only' | 'excluded';

/** How each class of coast is counted. */
export type ClassCounting = Readonly<Record<CoastlineClass, Counting>>;

/** Whether coast that is counted this way is in the numerator of the ratio: as natural or as restored. */
export function isInNumerator(how: Counting): boolean {
  return how === 'natural' || how === 'restored';
}

/** Whether a class is part of the natural coastline to be kept. Unclassified coast is not. */
export function isClassKept(
  shoreClass: CoastlineClass | undefined,
  counting: ClassCounting,
): boolean {
  return shoreClass !== undefined && isInNumerator(counting[shoreClass]);
}

/**
 * The classes that are counted, in the order of a bar: natural, restored, then those in the total only.
 * Excluded classes are left out, since they are in no total.
 */
export function countedClasses(counting: ClassCounting): readonly CoastlineClass[] {
  return (['natural', 'restored', 'total-only'] as const).flatMap((how) =>
    COASTLINE_CLASSES.filter((name) => counting[name] === how),
  );
}

/** The rule of an audit: `geodata/audit.json` once parsed. */
export type AuditRule = {
  /** Share of natural and restored coastline to be kept; plan article 46: 0.35. */
  readonly target: number;
  readonly counting: ClassCounting;
  readonly sensitivity: {
    /** Tolerances of the generalised coast, in metres. */
    readonly generaliseM: readonly number[];
    /** The other ways of counting an estuary that the band takes in. */
    readonly estuary: readonly Counting[];
    /** Confidences whose segments might as well be of the other kind. */
    readonly flip: readonly Confidence[];
  };
};

/** Whether the coast keeps its target; `too-close` when the band straddles it. */
export type Verdict = 'pass' | 'fail' | 'too-close' | 'no-coast';

/** The lowest and highest ratio that the stated doubts allow. */
export type Band = { readonly low: Ratio; readonly high: Ratio };

/** One doubt and how far it moves the ratio: `low` ≤ 0 ≤ `high`, as differences of ratio. */
export type BandPart = {
  readonly kind: 'confidence' | 'unclassified' | 'estuary' | 'generalisation' | 'earth-model';
  readonly low: number;
  readonly high: number;
};

/** Lengths on one earth model. */
export type CoastLengths = {
  readonly totalM: Metres;
  readonly naturalM: Metres;
  readonly restoredM: Metres;
  /** (natural + restored) / total; absent without coast. */
  readonly ratio: Ratio | undefined;
};

/** The audit of one zone, or of the whole coast. */
export type CoastSummary = CoastLengths & {
  readonly byClass: Readonly<Record<CoastlineClass, Metres>>;
  /** How the classes were counted for these figures. */
  readonly counting: ClassCounting;
  readonly byUse: Readonly<Partial<Record<CoastlineUse, Metres>>>;
  readonly unclassifiedM: Metres;
  /** natural / total; absent without coast. */
  readonly ratioNative: Ratio | undefined;
  readonly target: number;
  /** Natural coastline that may still be lost (negative: to be restored): N − target · T. */
  readonly headroomM: Metres | undefined;
  readonly verdict: Verdict;
  readonly band: Band | undefined;
  readonly bandParts: readonly BandPart[];
  /** Area on the ellipsoid; absent for the whole when there are no zones. */
  readonly areaM2: SquareMetres | undefined;
  /** The same on Turf's sphere. */
  readonly turf: CoastLengths & { readonly areaM2: SquareMetres | undefined };
};

/** A piece of a segment inside a zone: the evidence behind a figure. */
export type CoastPiece = {
  readonly segmentId: string;
  readonly lengthM: Metres;
  /** Where the piece begins and ends along the coast, to fly to it. */
  readonly line: readonly Position[];
};

/** The audit of one zone. */
export type ZoneSummary = CoastSummary & {
  readonly id: string;
  readonly pieces: readonly CoastPiece[];
};

/** A stretch of coast that the coverage proof found fault with. */
export type CoverageFault = {
  readonly kind: 'gap' | 'overlap' | 'duplicate' | 'unclassified' | 'outside';
  readonly lengthM: Metres;
  readonly segmentIds: readonly string[];
  readonly zoneIds: readonly string[];
  readonly line: readonly Position[];
};

/** Proof that every metre of coast is counted once, or what is missing. */
export type Coverage = {
  /** Missing coast between ends that nearly meet, and where an island's coast does not close. */
  readonly gapM: Metres;
  /** Coast inside more than one zone. */
  readonly overlapM: Metres;
  /** Coast drawn by more than one segment. */
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

/** The whole audit: what `npm run audit` prints and the Coastline panel shows. */
export type Audit = {
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  readonly overall: CoastSummary;
  /** Every stretch of the coast audited: the evidence behind the overall figures. */
  readonly pieces: readonly CoastPiece[];
  readonly zones: readonly ZoneSummary[];
  readonly coverage: Coverage;
};
