import { type AuditRule, type CoastSummary, isClassKept } from '../audit/audit.ts';
import { summariseMeasured } from '../audit/audit-measured.ts';
import { effectiveSettings, ruleFor } from '../audit/audit-settings.ts';
import { reclassified } from '../audit/reclassification.ts';
import type { MeasuredCoast } from '../coast/measured-coast.ts';
import type { CoastlineSegment } from '../coastline.ts';
import {
  type DistanceIndex,
  distanceIndex,
  distanceIndexOfLines,
  nearestOf,
} from '../geometry/distance.ts';
import type { Project } from '../project.ts';
import { isLongEnough, rankAlternatives } from './alternatives.ts';
import { applySites, type CoastWithSites, type PlannedSite } from './apply-sites.ts';
import {
  type ArtificialRun,
  type ArtificialStretch,
  artificialRuns,
  freeStretches,
} from './artificial-runs.ts';
import type { CoastInside, EdgePart } from './coast-inside-sites.ts';
import { frontageOf } from './frontage.ts';
import type {
  ChangedCoast,
  Footprint,
  ScenarioAnswer,
  ScenarioEffects,
  ScenarioQuestion,
  SiteAnswer,
  SitePurpose,
} from './scenario.ts';
import { sharedCoast } from './shared-coast.ts';
import { type Counted, type SiteChange, siteChanges } from './site-changes.ts';
import { findSurroundings, type LocatedProject, type SiteInPlace } from './site-surroundings.ts';

/**
 * The number of sites whose surroundings are cached; this is the largest scenario that the user can drag
 * without a delay.
 */
const MOST_REMEMBERED = 256;

/** What the coast inside a site becomes: artificial whatever it was, or restored if it was artificial. */
const BECOMES: Readonly<Record<SitePurpose, Pick<PlannedSite, 'class' | 'replaces'>>> = {
  build: { class: 'artificial' },
  restore: { class: 'restored', replaces: ['artificial'] },
};

/** The coast before any site, counted as one question requests. */
type Before = {
  readonly key: string;
  readonly counted: Counted;
  readonly overall: CoastSummary;
  /** Summaries by zone index, computed when a site changes the zone. */
  readonly zones: Map<number, CoastSummary>;
  readonly runs: readonly ArtificialRun[];
};

/**
 * Computes what scenarios do to a measured coast with its projects. It caches what the next question is
 * likely to share with this one: the coast before, and the surroundings of sites that did not move.
 * Answers do not depend on earlier questions.
 */
export class ScenarioEngine {
  readonly #measured: MeasuredCoast;
  readonly #segments: readonly CoastlineSegment[];
  readonly #coast: DistanceIndex | undefined;
  readonly #projects: readonly LocatedProject[];
  readonly #remembered = new Map<string, SiteInPlace>();
  #before: Before | undefined;
  /** Indexed when the first site holds no coast. */
  #segmentExtents: readonly { readonly id: string; readonly extent: DistanceIndex }[] | undefined;

  /** Takes the segments in the order in which they were measured; unlocated projects are ignored. */
  constructor(
    measured: MeasuredCoast,
    segments: readonly CoastlineSegment[],
    projects: readonly Pick<Project, 'id' | 'geometry'>[],
  ) {
    this.#measured = measured;
    this.#segments = segments;
    this.#coast = distanceIndexOfLines(measured.lines.map(({ positions }) => positions));
    this.#projects = projects.flatMap(({ id, geometry }) => {
      const extent = geometry && distanceIndex(geometry);
      return extent === undefined ? [] : [{ id, extent }];
    });
  }

  /**
   * Computes what a scenario does to the coast. The change log applies first, then the sites. Where sites
   * overlap, a site that builds has priority over one that restores, and an earlier site over a later
   * one. A site that restores changes artificial coast only.
   *
   * The alternatives to a site are stretches of artificial coast, in the counted realm and outside all
   * sites, as ranked by `rankAlternatives`. Lengths are measured on the coast as drawn.
   * @throws RangeError if a footprint has no exterior ring, or the tolerance chosen was not measured.
   */
  answer(question: ScenarioQuestion): ScenarioAnswer {
    const { before, sites, tried, changes, choiceAfter } = this.#try(question);
    const { runs } = before;
    const zones = new Set(changes.flatMap((change) => [...change.zones]));
    const taken = partsByEdge(tried.inside.get(0) ?? []);
    const shared = sharedCoast(this.#measured, sites, tried.inside.get(0) ?? []);
    return {
      before: before.overall,
      after: summariseMeasured(tried.measured, choiceAfter),
      zones: this.#measured.zones.flatMap(({ id }, zone) =>
        zones.has(zone)
          ? [
              {
                id,
                before: this.#zoneBefore(before, zone),
                after: summariseMeasured(tried.measured, choiceAfter, zone),
              },
            ]
          : [],
      ),
      sites: question.footprints.map((footprint, number) => {
        const { extent, ...place } = this.#look(footprint);
        const {
          changed = [],
          lostM = 0,
          restoredM = 0,
          naturalM = 0,
          lines = [],
          keptLines = [],
        } = changes[number] ?? {};
        const alternatives =
          naturalM > 0
            ? rankAlternatives(this.#measured, this.#freeStretches(naturalM, { runs, taken }), {
                ...{ extent, neededM: naturalM },
                near: frontageOf(keptLines)?.middle,
              })
            : [];
        const takenM = keptM(changed, question.rule);
        const elsewhere = shared[number] ?? [];
        const isClear = changed.length === 0 && elsewhere.length === 0;
        const figures = { changed, takenM, lostM, restoredM, lines, keptLines };
        return {
          site: footprint.site,
          ...place,
          ...figures,
          shared: elsewhere,
          missed: isClear ? this.#nearestSegment(extent) : undefined,
          alternatives,
        };
      }),
      lostM: changes.reduce((sum, { lostM }) => sum + lostM, 0),
      restoredM: changes.reduce((sum, { restoredM }) => sum + restoredM, 0),
    };
  }

  /** What `answer` says of the coast alone: much faster, as nothing around the sites is looked for. */
  effects(question: ScenarioQuestion): ScenarioEffects {
    const { before, tried, changes, choiceAfter } = this.#try(question);
    return {
      before: before.overall,
      after: summariseMeasured(tried.measured, choiceAfter),
      sites: changes.map(({ changed, lost, lostM, restoredM }, number) => ({
        site: question.footprints[number]?.site ?? '',
        takenM: keptM(changed, question.rule),
        ...{ changed, lost, lostM, restoredM },
      })),
      lostM: changes.reduce((sum, { lostM }) => sum + lostM, 0),
      restoredM: changes.reduce((sum, { restoredM }) => sum + restoredM, 0),
    };
  }

  #try(question: ScenarioQuestion): Tried {
    const before = this.#countBefore(question);
    const { counted } = before;
    const sites = question.footprints.map(
      ({ site, area: ground, purpose }): PlannedSite => ({
        id: site,
        geometry: ground,
        ...BECOMES[purpose],
      }),
    );
    const tried = applySites(this.#measured, counted.segments, sites);
    const changes = siteChanges(this.#measured, tried, { sites, counted });
    return { before, sites, tried, changes, choiceAfter: { ...counted, segments: tried.after } };
  }

  #countBefore({ rule, choices, log }: ScenarioQuestion): Before {
    const key = JSON.stringify([rule, choices, log]);
    if (this.#before?.key === key) return this.#before;
    const settings = effectiveSettings(rule, choices);
    const { realm, toleranceM } = settings;
    const segments = reclassified(this.#segments, log);
    const counted = { segments, rule: ruleFor(rule, settings), realm, toleranceM };
    this.#before = {
      key,
      counted,
      overall: summariseMeasured(this.#measured, counted),
      zones: new Map(),
      runs: artificialRuns(this.#measured, segments, realm),
    };
    return this.#before;
  }

  #zoneBefore({ counted, zones }: Before, zone: number): CoastSummary {
    const known = zones.get(zone);
    if (known !== undefined) return known;
    const summary = summariseMeasured(this.#measured, counted, zone);
    zones.set(zone, summary);
    return summary;
  }

  #look(footprint: Footprint): SiteInPlace {
    const key = JSON.stringify(footprint);
    const known = this.#remembered.get(key);
    const place =
      known ??
      findSurroundings(footprint, {
        measured: this.#measured,
        coast: this.#coast,
        projects: this.#projects,
      });
    this.#remembered.delete(key);
    this.#remembered.set(key, place);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MOST_REMEMBERED && oldest !== undefined)
      this.#remembered.delete(oldest);
    return place;
  }

  #nearestSegment(from: DistanceIndex): SiteAnswer['missed'] {
    this.#segmentExtents ??= this.#measured.lines.flatMap(({ segment, positions }) => {
      const extent = distanceIndexOfLines([positions]);
      const id = this.#segments[segment]?.id;
      return extent === undefined || id === undefined ? [] : [{ id, extent }];
    });
    const nearest = nearestOf(from, this.#segmentExtents);
    return nearest && { segmentId: nearest.thing.id, distanceM: nearest.distanceM };
  }

  /** The artificial coast that no site takes, in stretches that are nearly as long as needed. */
  #freeStretches(
    neededM: number,
    { runs, taken }: Pick<Before, 'runs'> & { readonly taken: TakenParts },
  ): readonly ArtificialStretch[] {
    return runs
      .filter(({ whole }) => isLongEnough(whole, neededM))
      .flatMap((run) => freeStretches(this.#measured, run, taken))
      .filter((stretch) => isLongEnough(stretch, neededM));
  }
}

/** The coast with the sites of a scenario, and how it is counted then. */
type Tried = {
  readonly before: Before;
  readonly sites: readonly PlannedSite[];
  readonly tried: CoastWithSites;
  readonly changes: readonly SiteChange[];
  readonly choiceAfter: Counted;
};

/** Metres that the data's rule counts as natural or restored, in either realm. */
function keptM(changed: readonly ChangedCoast[], { counting }: AuditRule): number {
  return changed
    .filter((row) => isClassKept(row.class, counting))
    .reduce((sum, { lengthM }) => sum + lengthM, 0);
}

type TakenParts = ReadonlyMap<number, readonly EdgePart[]>;

function partsByEdge(rows: readonly CoastInside[]): TakenParts {
  const taken = new Map<number, EdgePart[]>();
  for (const part of rows.flatMap(({ parts }) => parts)) {
    const known = taken.get(part.edge);
    if (known === undefined) taken.set(part.edge, [part]);
    else known.push(part);
  }
  return taken;
}
