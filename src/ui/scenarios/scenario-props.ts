import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Certainty } from '../../domain/conflicts/conflict.ts';
import type { ArealGeometry } from '../../domain/geometry.ts';
import type { DrawIntent } from '../../domain/map-tools/draw-intent.ts';
import type { Project } from '../../domain/project.ts';
import type {
  Alternative,
  ScenarioAnswer,
  Site,
  SiteFailure,
  SiteShape,
} from '../../domain/scenarios/scenario.ts';
import type { Zone } from '../../domain/zone.ts';

/** The figures of the open scenario, as far as they are known. */
export type ScenarioFigures = {
  readonly isMeasuring: boolean;
  readonly answer: ScenarioAnswer | undefined;
  readonly failure: string | undefined;
  /** Sites that could not be measured and are left out, by id. */
  readonly failures: ReadonlyMap<string, SiteFailure>;
};

/** A site as it would be at another place; what is undefined is not known yet. */
export type OtherPlace = {
  readonly alternative: Alternative;
  readonly shape: SiteShape;
  /** The ground that it would take. */
  readonly area: ArealGeometry | undefined;
  /** Metres of natural coast that it would take there. */
  readonly takenM: number | undefined;
  readonly conflicts: Readonly<Record<Certainty, number>> | undefined;
};

/** Names the site with a number. */
export type NameOf = (number: number) => string;

/** The data of the plan that sites are seen against. */
export type SitePlan = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly projects: readonly Project[];
  readonly coastStatus: CoastStatus;
  /** The audit of the coast before any site; undefined until it is measured. */
  readonly audited: AuditAnswer | undefined;
};

/** What the user can do with the sites of the open scenario. */
export type SiteActions = {
  readonly add: (site: Omit<Site, 'id'>) => void;
  readonly change: (id: string, changes: Partial<Omit<Site, 'id'>>) => void;
  readonly remove: (id: string) => void;
  readonly pick: (id: string | undefined) => void;
  readonly show: (site: Site) => void;
  /** Draws on the map how a site would lie at another place, or nothing. */
  readonly point: (place: OtherPlace | undefined) => void;
  /** Moves the map so that a site and another place of it are both visible. */
  readonly showPlace: (site: Site, place: OtherPlace) => void;
  /** `nameOf` names the sites that are drawn. */
  readonly draw: (intent: DrawIntent | undefined, nameOf: NameOf) => void;
};
