import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { AuditRule, CoastSummary } from '../audit/audit.ts';
import type { AuditChoices } from '../audit/audit-settings.ts';
import type { Reclassification } from '../audit/reclassification.ts';
import type { CoastlineClass, ProtectionGrade, Realm } from '../coastline.ts';
import type { OnBothModels } from '../geodesy.ts';
import type { ArealGeometry, Position } from '../geometry.ts';

/** What a site does to the coast: takes it, or turns artificial coast into restored. */
export const SITE_PURPOSES = ['build', 'restore'] as const;
/** The purpose of a site, from `SITE_PURPOSES`. */
export type SitePurpose = (typeof SITE_PURPOSES)[number];

/** The largest width or reach of a site, in metres. */
export const LARGEST_SITE_METRES = 20_000;

/** The calendar years that a site may state. */
export const SITE_YEARS = { least: 1900, most: 2200 } as const;

/** Whether a number is a year that a site may state: whole, from 1900 to 2200. */
export function isSiteYear(year: number | undefined): year is number {
  return (
    Number.isInteger(year) &&
    year !== undefined &&
    year >= SITE_YEARS.least &&
    year <= SITE_YEARS.most
  );
}

/** The shape that the user drew, or the site of a project; longitude and latitude, WGS 84. */
export type SiteShape = Point | LineString | MultiLineString | Polygon | MultiPolygon;

/** A site that the user tries in a scenario. */
export type Site = {
  readonly id: string;
  readonly name: string;
  readonly purpose: SitePurpose;
  readonly shape: SiteShape;
  /** The width of a line or the diameter of a point in metres; 0 for areas. */
  readonly widthM: number;
  /** The reach: coast within this many metres of the site counts as taken or restored. */
  readonly bufferM: number;
  /** Id of the project of the plan to which the site belongs; absent for a drawn site. */
  readonly projectId?: string;
  /** The calendar year in which the site takes or restores coast; undefined or absent while nobody states it. */
  readonly year?: number | undefined;
};

/** Sites that the user tries together, under a name. A locked scenario is read-only. */
export type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly isLocked: boolean;
  readonly sites: readonly Site[];
};

/** The ground of a site; the coast inside it is taken or restored. */
export type Footprint = {
  readonly site: string;
  readonly purpose: SitePurpose;
  /** The shape widened by its width and its reach. */
  readonly area: ArealGeometry;
  /** The shape widened by its width only. */
  readonly core: ArealGeometry;
  /** Id of the project to which the site belongs; a project is not its own neighbour. */
  readonly projectId?: string;
};

/** A question about a scenario: its ground, and how to count the coast. */
export type ScenarioQuestion = {
  readonly footprints: readonly Footprint[];
  readonly rule: AuditRule;
  readonly choices: AuditChoices;
  readonly log: readonly Reclassification[];
};

/** Coast that a site takes or restores: one class in one zone. Lengths in metres on the ellipsoid. */
export type ChangedCoast = {
  /** The class before the scenario, after the change log; undefined for unclassified coast. */
  readonly class: CoastlineClass | undefined;
  readonly realm: Realm;
  /** Ids of the zones that contain it: empty outside all zones, several where zones overlap. */
  readonly zoneIds: readonly string[];
  readonly lengthM: number;
};

/** Metres of one class. */
export type ClassLength = {
  /** Undefined for unclassified coast. */
  readonly class: CoastlineClass | undefined;
  readonly lengthM: number;
};

/**
 * A place on artificial coast that could hold a site instead; lengths are as drawn, in metres on the
 * ellipsoid.
 */
export type Alternative = {
  /** The coast along which the site would stand. */
  readonly line: readonly Position[];
  /** Ids of the segments of that coast, in order. */
  readonly segmentIds: readonly string[];
  /** Ids of the zones that contain any of it. */
  readonly zoneIds: readonly string[];
  /** The strictest grade of those zones; undefined where none states a grade. */
  readonly grade: ProtectionGrade | undefined;
  /** Length of the whole stretch of coast that is no stricter. */
  readonly lengthM: number;
  /** The natural coast that the site takes now, which the stretch should be as long as. */
  readonly neededM: number;
  /** Metres from the site to the line. */
  readonly distanceM: number;
};

/** The effects of one site on the coast. */
export type SiteAnswer = {
  readonly site: string;
  /** Area in m² of the shape with its width, without its reach. */
  readonly areaM2: OnBothModels;
  /** All coast that the site takes or restores, in either realm and whether or not it counts. */
  readonly changed: readonly ChangedCoast[];
  /**
   * Metres of either realm that the data's rule counts as natural or restored, independent of the user's
   * settings.
   */
  readonly takenM: number;
  /** Metres that counted as natural or restored before and no longer do. */
  readonly lostM: number;
  /** Metres that count as restored now and did not before. */
  readonly restoredM: number;
  /** The changed coast itself, as drawn, for the map. */
  readonly lines: readonly (readonly Position[])[];
  /** Those lines of it that the data's rule counts as natural or restored: the rest costs nothing. */
  readonly keptLines: readonly (readonly Position[])[];
  /** Coast inside it that counts at other sites, inside which it lies as well; as drawn. */
  readonly shared: readonly { readonly site: string; readonly lengthM: number }[];
  /** The nearest segment and its distance in metres, where no coast lies inside the site. */
  readonly missed: { readonly segmentId: string; readonly distanceM: number } | undefined;
  /** Ids of the zones that its ground touches, in the order of the zones. */
  readonly zoneIds: readonly string[];
  /** Metres to the coast from the shape with its width; undefined without coast. */
  readonly coastDistanceM: number | undefined;
  /** The nearest other located project and its distance in metres; undefined when there is none. */
  readonly nearestProject: { readonly id: string; readonly distanceM: number } | undefined;
  /** Best first; none when the site takes no natural coast, or when no artificial coast is long enough. */
  readonly alternatives: readonly Alternative[];
};

/**
 * Metres of natural and restored coast that sites take without changing the ratio: island coast when the
 * mainland is counted, and restored coast when the user counts native coast only. Differences under a
 * metre are rounding errors and give 0.
 */
export function uncountedNaturalM(sites: readonly Pick<SiteAnswer, 'takenM' | 'lostM'>[]): number {
  const uncounted = sites.reduce((sum, { takenM, lostM }) => sum + takenM - lostM, 0);
  return uncounted < 1 ? 0 : uncounted;
}

/** The effects of one site on the counted coast, without what surrounds it. */
export type SiteEffect = Pick<SiteAnswer, 'site' | 'changed' | 'takenM' | 'lostM' | 'restoredM'> & {
  /** `lostM` by the class before the scenario. */
  readonly lost: readonly ClassLength[];
};

/** The effects of a scenario on the coast as a whole, and of each site in the order of the footprints. */
export type ScenarioEffects = Pick<ScenarioAnswer, 'before' | 'after' | 'lostM' | 'restoredM'> & {
  readonly sites: readonly SiteEffect[];
};

/** Why a site has no ground: its shape, or widening it took too long. */
export type SiteFailure = 'shape' | 'slow';

/** The effects of a scenario on the coast, as a whole, by zone and by site. */
export type ScenarioAnswer = {
  readonly before: CoastSummary;
  readonly after: CoastSummary;
  /** The zones in which counted coast changes. */
  readonly zones: readonly {
    readonly id: string;
    readonly before: CoastSummary;
    readonly after: CoastSummary;
  }[];
  /** The effects of the sites, in the order of the footprints. */
  readonly sites: readonly SiteAnswer[];
  readonly lostM: number;
  readonly restoredM: number;
};
