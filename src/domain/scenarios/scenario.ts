import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { AuditRule, CoastSummary } from '../audit/audit.ts';
import type { AuditChoices } from '../audit/audit-settings.ts';
import type { Reclassification } from '../audit/reclassification.ts';
import type { CoastlineClass, Realm } from '../coastline.ts';
import type { OnBothModels } from '../geodesy.ts';
import type { ArealGeometry, Position } from '../geometry.ts';

/** What a site does to the coast: takes it, or turns artificial coast into restored. */
export const SITE_PURPOSES = ['build', 'restore'] as const;
/** What a site does to the coast. */
export type SitePurpose = (typeof SITE_PURPOSES)[number];

/** The largest width or reach of a site, in metres. */
export const LARGEST_SITE_METRES = 20_000;

/** What a person drew, or the site of a project; longitude and latitude, WGS 84. */
export type SiteShape = Point | LineString | MultiLineString | Polygon | MultiPolygon;

/** A site that is tried. */
export type Site = {
  readonly id: string;
  readonly name: string;
  readonly purpose: SitePurpose;
  readonly shape: SiteShape;
  /** How wide a line or how large a point is, in metres from edge to edge; areas leave it at 0. */
  readonly widthM: number;
  /** Coast within so many metres of the site counts as taken, or as restored. */
  readonly bufferM: number;
  /** The project of the plan whose site this is. */
  readonly projectId?: string;
};

/** Sites tried together, under a name. A locked one is read only. */
export type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly isLocked: boolean;
  readonly sites: readonly Site[];
};

/** A site as ground: what lies inside is taken or restored. */
export type Footprint = {
  readonly site: string;
  readonly purpose: SitePurpose;
  /** The shape with its width and its reach. */
  readonly area: ArealGeometry;
  /** The shape with its width alone. */
  readonly core: ArealGeometry;
  /** The project whose site this is: no neighbour of itself. */
  readonly projectId?: string;
};

/** What is asked about a scenario: its ground, and how the coast is counted. */
export type ScenarioQuestion = {
  readonly footprints: readonly Footprint[];
  readonly rule: AuditRule;
  readonly choices: AuditChoices;
  readonly log: readonly Reclassification[];
};

/** Coast that a site takes or restores: one class in one zone. Lengths in metres on the ellipsoid. */
export type ChangedCoast = {
  /** The class that it had, the change log applied. */
  readonly class: CoastlineClass | undefined;
  readonly realm: Realm;
  /** Ids of the zones that hold it: none outside all, several where zones overlap. */
  readonly zoneIds: readonly string[];
  readonly lengthM: number;
};

/** A continuous run of artificial coast that could take a site instead; lengths as drawn, on the ellipsoid. */
export type Alternative = {
  readonly segmentIds: readonly string[];
  readonly lengthM: number;
  /** From the site to the nearest part of it. */
  readonly distanceM: number;
};

/** What one site costs or gives. */
export type SiteAnswer = {
  readonly site: string;
  /** Area of its body in m². */
  readonly areaM2: OnBothModels;
  /** All coast that it takes or restores, of either realm and whether or not it counts. */
  readonly changed: readonly ChangedCoast[];
  /** Metres of either realm that the data's rule counts as natural or restored, whatever the user chose. */
  readonly takenM: number;
  /** Metres that counted as natural or restored before and do no more. */
  readonly lostM: number;
  /** Metres that count as restored now and did not. */
  readonly restoredM: number;
  /** The changed coast itself, as drawn, for the map. */
  readonly lines: readonly (readonly Position[])[];
  /** The zones that its ground touches, in their order. */
  readonly zoneIds: readonly string[];
  /** From its body; absent without coast. */
  readonly coastDistanceM: number | undefined;
  /** Absent without any other located project. */
  readonly nearestProject: { readonly id: string; readonly distanceM: number } | undefined;
  /** Absent when it takes no natural coast, or when no run of artificial coast is long enough. */
  readonly alternative: Alternative | undefined;
};

/**
 * Metres of natural and restored coast that sites take without a change of the ratio: islands' where the
 * mainland counts, and restored coast where the user counts native coast alone. Differences under a metre
 * are rounding and give 0.
 */
export function uncountedNaturalM(sites: readonly Pick<SiteAnswer, 'takenM' | 'lostM'>[]): number {
  const uncounted = sites.reduce((sum, { takenM, lostM }) => sum + takenM - lostM, 0);
  return uncounted < 1 ? 0 : uncounted;
}

/** Why a site has no ground: its shape, or widening it took too long. */
export type SiteFailure = 'shape' | 'slow';

/** What a scenario does to the coast. */
export type ScenarioAnswer = {
  readonly before: CoastSummary;
  readonly after: CoastSummary;
  /** The zones in which coast that is counted changes. */
  readonly zones: readonly {
    readonly id: string;
    readonly before: CoastSummary;
    readonly after: CoastSummary;
  }[];
  /** In the order of the footprints. */
  readonly sites: readonly SiteAnswer[];
  readonly lostM: number;
  readonly restoredM: number;
};
