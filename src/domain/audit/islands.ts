import type { Bilingual } from '../bilingual.ts';
import type { MeasuredCoast } from '../coast/measured-coast.ts';
import type { CoastlineSegment } from '../coastline.ts';
import type { OnBothModels } from '../geodesy.ts';
import { joinedNumbers } from '../geometry/joined-numbers.ts';
import { joinedPaths } from '../geometry/joined-paths.ts';
import { dissolvedArea } from '../geometry/polygon-union.ts';
import type { Position } from '../geometry.ts';
import { squareMetres } from '../units.ts';
import type { Audit } from './audit.ts';
import { type AuditChoice, auditMeasured, summariseMeasured } from './audit-measured.ts';
import { closedChains } from './coast-gaps.ts';
import { commonName } from './common-name.ts';
import { placeKey } from './line-network.ts';

/** An island: shores that hang together by their ends. */
export type Island = {
  /** The id of its first stretch. */
  readonly id: string;
  /** What the names of its stretches begin with; of the first of them where they have nothing in common. */
  readonly name: Bilingual;
};

type Positions = readonly Position[];

/** The islands of a coast, and the audit of their shores, in which they take the place of zones. */
export type IslandAudit = { readonly islands: readonly Island[]; readonly audit: Audit };

/**
 * Counts the shores of a coast's islands, island by island. Stretches are of one island when they hang together by
 * their ends, also across a gap of the coverage proof, or are lines of one record. The area of an island in m² is
 * that within its shore as drawn; it is absent where the shore does not close.
 * @throws RangeError as `auditMeasured` does.
 */
export function auditIslands(
  measured: MeasuredCoast,
  { segments, rule, toleranceM = 0 }: AuditChoice,
): IslandAudit {
  const choice = { segments, rule, toleranceM, realm: 'island' as const };
  const audit = auditMeasured(measured, choice);
  const groups = islandsOf(measured, segments);
  const lines = linesBySegment(measured);
  const owners = new Map<string, number>();
  for (const [island, group] of groups.entries())
    for (const segment of group) owners.set(segments[segment]?.id ?? '', island);
  const pieces = groups.map((): Audit['pieces'][number][] => []);
  for (const piece of audit.pieces) pieces[owners.get(piece.segmentId) ?? -1]?.push(piece);
  const islands = groups.map((group): Island => {
    const stretches = group.flatMap((segment) => segments[segment] ?? []);
    return { id: stretches[0]?.id ?? '', name: commonName(stretches.map(({ name }) => name)) };
  });
  // The target is one of the mainland's coast: islands are not held against it, one by one or together.
  const zones = groups.map((group, island) => {
    const summary = summariseMeasured(measured, { ...choice, only: new Set(group) });
    const area = areaWithin(group.flatMap((segment) => lines.get(segment) ?? []));
    return {
      ...summary,
      hasOwnTarget: false,
      id: islands[island]?.id ?? '',
      pieces: pieces[island] ?? [],
      areaM2: area && squareMetres(area.ellipsoid),
      turf: { ...summary.turf, areaM2: area && squareMetres(area.sphere) },
    };
  });
  const areas = zones.flatMap(({ areaM2 }) => areaM2 ?? []);
  const spheres = zones.flatMap(({ turf }) => turf.areaM2 ?? []);
  const sum = (of: readonly number[]) =>
    of.length === 0 ? undefined : squareMetres(of.reduce((total, area) => total + area, 0));
  const overall = {
    ...audit.overall,
    hasOwnTarget: false,
    areaM2: sum(areas),
    turf: { ...audit.overall.turf, areaM2: sum(spheres) },
  };
  return { islands, audit: { ...audit, overall, zones } };
}

/** The segments of each island, by their index, in the order of the data. */
function islandsOf(
  { drawn, lines }: MeasuredCoast,
  segments: readonly CoastlineSegment[],
): readonly (readonly number[])[] {
  const counts = (segment: number): boolean => segments[segment]?.realm === 'island';
  const { chainOf } = closedChains({ index: drawn.clipped.index, lines, segments, counts });
  const joined = joinedNumbers(segments.length);
  const firstOf = new Map<number, number>();
  for (const [line, { segment }] of lines.entries()) {
    if (!counts(segment)) continue;
    const first = firstOf.get(chainOf(line));
    if (first === undefined) firstOf.set(chainOf(line), segment);
    else joined.join(segment, first);
  }
  return joined.sets().filter(([first = -1]) => counts(first));
}

/** The lines of each segment, by its index. */
function linesBySegment({ lines }: MeasuredCoast): ReadonlyMap<number, readonly Positions[]> {
  const known = new Map<number, Positions[]>();
  for (const { segment, positions } of lines) {
    const others = known.get(segment);
    if (others === undefined) known.set(segment, [positions]);
    else others.push(positions);
  }
  return known;
}

/** Area in m² within lines that make up rings; undefined when an end is left over. */
function areaWithin(lines: readonly Positions[]): OnBothModels | undefined {
  const rings: Position[][] = [];
  for (const path of joinedPaths(lines.map(endsAt))) {
    const ring = path.flatMap(({ line, isForward }, step) => {
      const positions = lines[line] ?? [];
      return (isForward ? positions : positions.toReversed()).slice(step === 0 ? 0 : 1);
    });
    const [first, last] = [ring[0], ring.at(-1)];
    if (first === undefined || last === undefined || ring.length < 4) return undefined;
    if (placeKey(first) !== placeKey(last)) return undefined;
    rings.push(ring);
  }
  return dissolvedArea({
    type: 'MultiPolygon',
    coordinates: rings.map((ring) => [ring.map((position) => [...position])]),
  });
}

function endsAt(line: Positions): readonly [start: string, end: string] {
  const keyAt = (at: Position | undefined): string => (at === undefined ? '' : placeKey(at));
  return [keyAt(line[0]), keyAt(line.at(-1))];
}
