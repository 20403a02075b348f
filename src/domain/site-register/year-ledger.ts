import type { Band, CoastSummary, Verdict } from '../audit/audit.ts';
import { COASTLINE_CLASSES, type RealmChoice } from '../coastline.ts';
import {
  type ClassLength,
  type Footprint,
  type ScenarioEffects,
  type ScenarioQuestion,
  uncountedNaturalM,
} from '../scenarios/scenario.ts';
import type { Steps } from '../steps.ts';

/** The ground of a site, and the year in which it takes or restores coast; undefined where nobody states it. */
export type DatedFootprint = { readonly footprint: Footprint; readonly year: number | undefined };

/** A question about sites year by year. */
export type LedgerQuestion = Omit<ScenarioQuestion, 'footprints'> & {
  readonly sites: readonly DatedFootprint[];
};

/** The counted natural and restored coast at one moment; metres on the ellipsoid. */
export type LedgerState = {
  /** Natural and restored coast, as the rule in force counts them. */
  readonly keptM: number;
  /** Undefined without coast, as is the ratio. */
  readonly headroomM: number | undefined;
  readonly ratio: number | undefined;
  readonly band: Band | undefined;
  readonly verdict: Verdict;
};

/** What the sites of a year do to the counted coast; metres on the ellipsoid. */
export type LedgerRow = {
  /** Undefined for the sites of which nobody states the year: they are counted last. */
  readonly year: number | undefined;
  /** Ids of the sites of that year. */
  readonly siteIds: readonly string[];
  readonly opening: LedgerState;
  readonly closing: LedgerState;
  /** Natural and restored coast that is consumed, by its class before; no class twice. */
  readonly consumed: readonly ClassLength[];
  readonly consumedM: number;
  readonly restoredM: number;
  /** Coast restored in an earlier year on which a site of this year builds. */
  readonly builtOverM: number;
  /** Natural and restored coast taken that is outside the ratio, as that of islands. */
  readonly uncountedM: number;
};

/** Consumption and restoration by year. */
export type YearLedger = {
  /** The years in order, then the sites without a year. */
  readonly rows: readonly LedgerRow[];
  readonly target: number;
  readonly realm: RealmChoice;
  readonly opening: LedgerState;
  readonly closing: LedgerState;
  /** Sums of the rows: what the sites do together in one scenario. */
  readonly consumed: readonly ClassLength[];
  readonly consumedM: number;
  /** Restored less built over. */
  readonly restoredM: number;
  readonly uncountedM: number;
};

/** Rounding of double precision in sums of lengths, in metres. */
const ROUNDING_M = 1e-6;

/**
 * The ledger of sites by year. The state after a year is that of a scenario of all sites up to that year; a row is the
 * difference of two such states, so that the rows add up to the scenario of all sites. Coast in several sites that
 * build is counted in the first year that takes it, within a year at the first of them; what a site builds on stays built,
 * whatever restores it, as in a scenario.
 */
export function* balancingByYear(
  { sites, ...counting }: LedgerQuestion,
  effectsOf: (question: ScenarioQuestion) => ScenarioEffects,
): Steps<YearLedger> {
  const years = [...new Set(sites.map(({ year }) => year))].sort(undatedLast);
  const none = effectsOf({ ...counting, footprints: [] });
  const rows: LedgerRow[] = [];
  let last = none;
  let footprints: readonly Footprint[] = [];
  for (const [index, year] of years.entries()) {
    yield index / years.length;
    const own = sites.flatMap((site) => (site.year === year ? [site.footprint] : []));
    footprints = [...footprints, ...own];
    const next = effectsOf({ ...counting, footprints });
    rows.push(rowBetween({ year, siteIds: own.map(({ site }) => site) }, last, next));
    last = next;
  }
  return {
    rows,
    target: none.before.target,
    realm: none.before.realm,
    opening: stateOf(none.before),
    closing: stateOf(last.after),
    consumed: lostByClass(last),
    consumedM: last.lostM,
    restoredM: last.restoredM,
    uncountedM: uncountedNaturalM(last.sites),
  };
}

function undatedLast(one: number | undefined, other: number | undefined): number {
  return (one ?? Number.POSITIVE_INFINITY) - (other ?? Number.POSITIVE_INFINITY) || 0;
}

/** The later effects are of the earlier sites, in the same order, and those of the row. */
function rowBetween(
  of: Pick<LedgerRow, 'year' | 'siteIds'>,
  before: ScenarioEffects,
  after: ScenarioEffects,
): LedgerRow {
  const [earlier, own] = [
    after.sites.slice(0, before.sites.length),
    after.sites.slice(before.sites.length),
  ];
  const known = new Map(lostByClass(before).map((row) => [row.class, row.lengthM]));
  return {
    ...of,
    opening: stateOf(before.after),
    closing: stateOf(after.after),
    consumed: lostByClass(after).flatMap((row) => {
      const lengthM = difference(row.lengthM, known.get(row.class) ?? 0);
      return lengthM === 0 ? [] : [{ class: row.class, lengthM }];
    }),
    consumedM: difference(after.lostM, before.lostM),
    restoredM: sumOf(own, ({ restoredM }) => restoredM),
    builtOverM: difference(
      before.restoredM,
      sumOf(earlier, ({ restoredM }) => restoredM),
    ),
    uncountedM: uncountedNaturalM(after.sites) - uncountedNaturalM(before.sites),
  };
}

function stateOf({
  naturalM,
  restoredM,
  headroomM,
  ratio,
  band,
  verdict,
}: CoastSummary): LedgerState {
  return { keptM: naturalM + restoredM, ...{ headroomM, ratio, band, verdict } };
}

function lostByClass({ sites }: Pick<ScenarioEffects, 'sites'>): readonly ClassLength[] {
  const rows = sites.flatMap(({ lost }) => lost);
  return [...COASTLINE_CLASSES, undefined].flatMap((shoreClass) => {
    const own = rows.filter((row) => row.class === shoreClass);
    return own.length === 0
      ? []
      : [{ class: shoreClass, lengthM: sumOf(own, ({ lengthM }) => lengthM) }];
  });
}

function difference(one: number, other: number): number {
  return Math.abs(one - other) < ROUNDING_M ? 0 : one - other;
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
