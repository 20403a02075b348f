import { type AuditRule, isClassKept } from '../audit/audit.ts';
import type { MeasuredCoast } from '../coast/measured-coast.ts';
import type { CoastlineSegment, RealmChoice } from '../coastline.ts';
import type { CoastWithSites, PlannedSite } from './apply-sites.ts';
import type { CoastInside } from './coast-inside-sites.ts';
import type { ChangedCoast, ClassLength } from './scenario.ts';

/** How the coast is counted in a scenario. */
export type Counted = {
  readonly segments: readonly CoastlineSegment[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  readonly toleranceM: number;
};

/** The effects of one site on the coast, in metres on the ellipsoid. */
export type SiteChange = {
  readonly changed: readonly ChangedCoast[];
  /** Metres by class that counted as natural or restored before and no longer do. */
  readonly lost: readonly ClassLength[];
  readonly lostM: number;
  readonly restoredM: number;
  /** Metres of the coast as drawn that counted as natural before. */
  readonly naturalM: number;
  readonly lines: CoastInside['lines'];
  /** Those of the lines that counted as natural or restored before. */
  readonly keptLines: CoastInside['lines'];
  /** Indexes of the zones in which counted coast changes. */
  readonly zones: ReadonlySet<number>;
};

/**
 * Computes the effects of each site on the coast, in the order of the sites; the figures use the counted
 * trace.
 */
export function siteChanges(
  measured: MeasuredCoast,
  { inside }: Pick<CoastWithSites, 'inside'>,
  { sites, counted }: { readonly sites: readonly PlannedSite[]; readonly counted: Counted },
): readonly SiteChange[] {
  const { segments, rule, realm, toleranceM } = counted;
  const rowsAt = (tolerance: number, site: number): readonly CoastInside[] =>
    (inside.get(tolerance) ?? []).filter((row) => row.site === site);
  const counts = ({ segment }: CoastInside): boolean =>
    realm === 'all' || segments[segment]?.realm === realm;
  const wasNatural = ({ segment }: CoastInside): boolean => {
    const shoreClass = segments[segment]?.class;
    return shoreClass !== undefined && rule.counting[shoreClass] === 'natural';
  };
  return sites.map(({ class: becomes }, site) => {
    const [rows, drawn] = [rowsAt(toleranceM, site), rowsAt(0, site)];
    const counted = rows.filter(counts);
    const keepsAfter = isClassKept(becomes, rule.counting);
    const keptBefore = ({ segment }: CoastInside): boolean =>
      isClassKept(segments[segment]?.class, rule.counting);
    const lostRows = keepsAfter ? [] : counted.filter(keptBefore);
    return {
      changed: changedCoast(measured, rows, segments),
      lost: byClass(lostRows, segments),
      lostM: lengthOf(lostRows),
      restoredM: keepsAfter ? lengthOf(counted.filter((row) => !keptBefore(row))) : 0,
      naturalM: lengthOf(drawn.filter((row) => counts(row) && wasNatural(row))),
      lines: drawn.flatMap(({ lines }) => lines),
      keptLines: drawn.filter(keptBefore).flatMap(({ lines }) => lines),
      zones: new Set(counted.flatMap(({ zones }) => zones)),
    };
  });
}

function lengthOf(rows: readonly CoastInside[]): number {
  return rows.reduce((sum, { lengthM }) => sum + lengthM.ellipsoid, 0);
}

function byClass(
  rows: readonly CoastInside[],
  segments: readonly CoastlineSegment[],
): readonly ClassLength[] {
  const sums = new Map<ClassLength['class'], number>();
  for (const { segment, lengthM } of rows) {
    const shoreClass = segments[segment]?.class;
    sums.set(shoreClass, (sums.get(shoreClass) ?? 0) + lengthM.ellipsoid);
  }
  return [...sums].map(([shoreClass, lengthM]) => ({ class: shoreClass, lengthM }));
}

/** Merges rows of the same class, realm and set of zones. */
function changedCoast(
  { zones: allZones }: MeasuredCoast,
  rows: readonly CoastInside[],
  segments: readonly CoastlineSegment[],
): readonly ChangedCoast[] {
  const sums = new Map<string, ChangedCoast & { lengthM: number }>();
  for (const { segment, zones, lengthM } of rows) {
    const { class: shoreClass, realm = 'mainland' } = segments[segment] ?? {};
    const key = [shoreClass, realm, ...zones].join();
    const zoneIds = zones.flatMap((zone) => allZones[zone]?.id ?? []);
    const sum = sums.get(key) ?? { class: shoreClass, realm, zoneIds, lengthM: 0 };
    sum.lengthM += lengthM.ellipsoid;
    sums.set(key, sum);
  }
  return [...sums.values()];
}
