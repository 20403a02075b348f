import type { AuditRule } from '../audit/audit.ts';
import type { AuditChoices } from '../audit/audit-settings.ts';
import type { Reclassification } from '../audit/reclassification.ts';
import type { MeasuredCoast } from '../coast/measured-coast.ts';
import { degreeOnEllipsoid, ellipsoidDistance } from '../geodesy.ts';
import { endsOf } from '../geometry/edges.ts';
import { nearestOn } from '../geometry/nearest-points.ts';
import type { Position } from '../geometry.ts';
import type {
  Footprint,
  ScenarioAnswer,
  ScenarioQuestion,
  SiteAnswer,
} from '../scenarios/scenario.ts';
import { circleAround } from './ruler.ts';

/** A place about which the user asks. */
export type ShoreInquiry = Omit<ScenarioQuestion, 'footprints'> & {
  readonly at: Position;
  readonly rule: AuditRule;
  readonly choices: AuditChoices;
  readonly log: readonly Reclassification[];
};

/** The frontages of the trial sites at the nearest coast, in metres. */
const TRIED_FRONTAGES = [100, 500] as const;

/** A round site of a frontage, tried at the nearest coast. */
export type ShoreTrial = { readonly frontageM: number; readonly answer: ScenarioAnswer };

/** The nearest coast, its surroundings, and the effects of a site there. */
export type ShoreFinding = {
  /** Index of the nearest segment, in the order in which the coast was measured. */
  readonly segment: number;
  /** The nearest place on the coast. */
  readonly shore: Position;
  /** Metres along the geodesic from the inquired place to that coast. */
  readonly distanceM: number;
  /** Ids of the zones that contain that place on the coast. */
  readonly zoneIds: readonly string[];
  /** The project nearest to the inquired place. */
  readonly nearestProject: SiteAnswer['nearestProject'];
  readonly trials: readonly ShoreTrial[];
};

/**
 * Examines the coast nearest to a place, on the mainland or an island. A trial is a circle on that coast,
 * as wide as its frontage: on a straight coast it takes exactly that length. Returns undefined without
 * any coast.
 */
export function inquire(
  { at, ...question }: ShoreInquiry,
  measured: MeasuredCoast,
  answer: (question: ScenarioQuestion) => ScenarioAnswer,
): ShoreFinding | undefined {
  const nearest = nearestShore(at, measured);
  if (nearest === undefined) return undefined;
  const { edge, shore } = nearest;
  const here = answer({ ...question, footprints: [circle('here', at, 1)] });
  return {
    nearestProject: here.sites[0]?.nearestProject,
    segment: measured.drawn.clipped.edges.segmentOf[edge] ?? -1,
    shore,
    distanceM: ellipsoidDistance(at, shore),
    zoneIds: measured.zones.flatMap(({ id }, zone) =>
      measured.boundaries[zone]?.contains(shore) === true ? [id] : [],
    ),
    trials: TRIED_FRONTAGES.map((frontageM) => {
      const footprints = [circle(`${frontageM} m`, shore, frontageM)];
      return { frontageM, answer: answer({ ...question, footprints }) };
    }),
  };
}

function circle(site: string, centre: Position, widthM: number): Footprint {
  const ring = circleAround(centre, widthM / 2);
  const ground = { type: 'Polygon' as const, coordinates: [ring] };
  return { site, purpose: 'build', area: ground, core: ground };
}

function nearestShore(
  at: Position,
  { drawn }: MeasuredCoast,
): { readonly edge: number; readonly shore: Position } | undefined {
  const { ends } = drawn.clipped.edges;
  const scale = degreeOnEllipsoid(at[1]);
  let found:
    | { readonly edge: number; readonly shore: Position; readonly planeM: number }
    | undefined;
  for (let edge = 0; 4 * edge < ends.length; edge += 1) {
    const { to, planeM } = nearestOn(at, endsOf(ends, edge), scale);
    if (planeM < (found?.planeM ?? Infinity)) found = { edge, shore: to, planeM };
  }
  return found;
}
