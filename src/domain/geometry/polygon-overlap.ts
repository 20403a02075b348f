import Flatbush from 'flatbush';
import { along, type Position } from '../geometry.ts';
import { areApart, boxAround, type Edge, isSameLine, NEAR_LINE } from './edges.ts';
import type { PreparedPolygon } from './prepared-polygon.ts';

/** Two zones that share ground, by their index; the smaller one first. */
export type OverlappingPair = readonly [one: number, other: number];

/** Finds all pairs of zones that share ground. */
export function overlappingPairs(
  boundaries: readonly PreparedPolygon[],
): readonly OverlappingPair[] {
  if (boundaries.length < 2) return [];
  const meetings = meetingSides(boundaries);
  const index = new Flatbush(boundaries.length);
  for (const { box } of boundaries) index.add(...box);
  index.finish();
  return boundaries.flatMap(({ box }, one) =>
    index
      .search(...box, (other) => other > one)
      .sort((a, b) => a - b)
      .filter((other) => measureSharedArea(boundaries, meetings, [one, other]))
      .map((other) => [one, other] as const),
  );
}

/**
 * For each zone and other zone, the edges of the one that are near an edge of the other, each with the
 * number of the edge that is the same line, or -1.
 */
type MeetingSides = readonly ReadonlyMap<number, ReadonlyMap<number, number>>[];

function meetingSides(boundaries: readonly PreparedPolygon[]): MeetingSides {
  const lines = distinctLines(boundaries);
  const meetings = boundaries.map(() => new Map<number, Map<number, number>>());
  const note = (side: Side, other: Side, isSame: boolean): void => {
    if (side.zone === other.zone) return;
    const known = meetings[side.zone]?.get(other.zone) ?? new Map<number, number>();
    meetings[side.zone]?.set(other.zone, known);
    if (isSame || !known.has(side.edge)) known.set(side.edge, isSame ? other.edge : -1);
  };
  const noteAll = (line: Line, other: Line): void => {
    for (const side of line.sides)
      for (const otherSide of other.sides) {
        note(side, otherSide, line === other);
        if (line !== other) note(otherSide, side, false);
      }
  };
  const index = new Flatbush(lines.length);
  for (const { ends, edge } of lines) index.add(...boxAround(ends, [edge, edge + 1], NEAR_LINE));
  index.finish();
  for (const [number, line] of lines.entries()) {
    if (line.sides.length > 1) noteAll(line, line);
    index.search(...boxAround(line.ends, [line.edge, line.edge + 1]), (otherNumber) => {
      const other = lines[otherNumber];
      // Lines of the same zones, such as a shared border, give no information about each other.
      if (otherNumber > number && other !== undefined && !haveSameZones(line, other))
        if (!areApart(line, other)) noteAll(line, other);
      return false;
    });
  }
  return meetings;
}

/** An edge of a zone's boundary. */
type Side = { readonly zone: number; readonly edge: number };
/** A line that is an edge of one zone's boundary or of several. */
type Line = Edge & { readonly sides: Side[] };

function haveSameZones({ sides }: Line, { sides: others }: Line): boolean {
  return (
    sides.length === others.length &&
    sides.every(({ zone }, number) => others[number]?.zone === zone)
  );
}

/**
 * The edges of all boundaries; neighbours mostly share theirs corner by corner, which halves the number.
 */
function distinctLines(boundaries: readonly PreparedPolygon[]): readonly Line[] {
  const lines: Line[] = [];
  const byMiddle = new Map<number, Line>();
  for (const [zone, { ends, edgeCount }] of boundaries.entries()) {
    for (let edge = 0; edge < edgeCount; edge += 1) {
      const at = 4 * edge;
      // The key is the same for a line and its reverse, and rarely the same for another line.
      const key =
        (ends[at] ?? 0) + (ends[at + 2] ?? 0) + 1e3 * ((ends[at + 1] ?? 0) + (ends[at + 3] ?? 0));
      const known = byMiddle.get(key);
      if (known !== undefined && isSameLine(known, { ends, edge })) {
        known.sides.push({ zone, edge });
        continue;
      }
      const line = { ends, edge, sides: [{ zone, edge }] };
      lines.push(line);
      byMiddle.set(key, line);
    }
  }
  return lines;
}

/**
 * The distance beside a shared boundary at which shared ground is sought, in degrees: 1 mm, clear of the
 * boundary.
 */
const BESIDE = 1e-8;

/**
 * Whether two zones share ground, not just a boundary: some stretch of one boundary runs inside the
 * other zone, or along its boundary with both zones on the same side.
 */
function measureSharedArea(
  boundaries: readonly PreparedPolygon[],
  meetings: MeetingSides,
  [one, other]: OverlappingPair,
): boolean {
  const [a, b] = [boundaries[one], boundaries[other]];
  if (a === undefined || b === undefined) return false;
  return (
    entersInside(a, b, meetings[one]?.get(other)) || entersInside(b, a, meetings[other]?.get(one))
  );
}

/**
 * Only edges that meet the other boundary can change sides; if they stay outside, the edges between them
 * do too. A ring that never meets the other boundary is judged by any of its positions, and a run of
 * common edges by its first edge.
 */
function entersInside(
  boundary: PreparedPolygon,
  zone: PreparedPolygon,
  meeting: ReadonlyMap<number, number> = new Map(),
): boolean {
  for (const [number, start] of boundary.ringStarts.entries()) {
    const end = boundary.ringStarts[number + 1] ?? boundary.edgeCount;
    let isMet = false;
    for (let edge = start; meeting.size > 0 && edge < end && !isMet; edge += 1)
      isMet = meeting.has(edge);
    if (!isMet && zone.contains(boundary.edge(start)[0]) && hasGround(boundary, [start, end]))
      return true;
  }
  let isBare = false;
  for (const [edge, same] of meeting) {
    const before = meeting.get(edge - 1) ?? -1;
    const isRun = same >= 0 && before >= 0 && Math.abs(same - before) === 1;
    if (
      isRun &&
      !boundary.ringStarts.includes(edge) &&
      !zone.ringStarts.includes(Math.max(same, before))
    )
      continue;
    const [from, to] = boundary.edge(edge);
    for (const middle of middlesBetween(zone.crossings(from, to))) {
      const beside = groundBeside(boundary, zone, [from, to], middle);
      if (beside === 'shared') return true;
      isBare ||= beside === 'none';
    }
  }
  // Where the boundary runs along itself without ground beside it, ground may begin at an edge that does
  // not meet the zone.
  return isBare && isAnyGroundShared(boundary, zone);
}

function isAnyGroundShared(boundary: PreparedPolygon, zone: PreparedPolygon): boolean {
  for (let edge = 0; edge < boundary.edgeCount; edge += 1) {
    const [from, to] = boundary.edge(edge);
    const cuts = [...zone.crossings(from, to), ...boundary.crossings(from, to)];
    for (const middle of middlesBetween(cuts))
      if (groundBeside(boundary, zone, [from, to], middle) === 'shared') return true;
  }
  return false;
}

/** The middles of the parts into which cuts divide an edge, as shares of the edge. */
function middlesBetween(cuts: readonly number[]): readonly number[] {
  const stops = [0, ...cuts.toSorted((a, b) => a - b), 1];
  return stops.slice(1).map((stop, number) => (stop + (stops[number] ?? 0)) / 2);
}

/** Whether edges have ground beside them: a rim inside another hole has none. */
function hasGround(boundary: PreparedPolygon, [start, end]: readonly [number, number]): boolean {
  if (boundary.ringStarts.length === 1) return true;
  for (let edge = start; edge < end; edge += 1) {
    const [from, to] = boundary.edge(edge);
    for (const middle of middlesBetween(boundary.crossings(from, to)))
      if (boundary.contains(along(from, to, middle))) return true;
  }
  return false;
}

/** What lies beside a boundary at a share of one of its edges: ground of the zone too, own ground or none. */
function groundBeside(
  boundary: PreparedPolygon,
  zone: PreparedPolygon,
  [from, to]: readonly [Position, Position],
  share: number,
): 'shared' | 'own' | 'none' {
  const position = along(from, to, share);
  if (!zone.isOnBoundary(position)) {
    if (!zone.contains(position)) return 'own';
    return boundary.contains(position) ? 'shared' : 'none';
  }
  const [ux, uy] = [to[0] - from[0], to[1] - from[1]];
  const reach = BESIDE / Math.hypot(ux, uy);
  const [left, right]: readonly [Position, Position] = [
    [position[0] - uy * reach, position[1] + ux * reach],
    [position[0] + uy * reach, position[1] - ux * reach],
  ];
  const own = [left, right].filter((beside) => isInside(boundary, beside));
  if (own.length === 0) return boundary.contains(position) ? 'own' : 'none';
  return own.some((beside) => isInside(zone, beside)) ? 'shared' : 'own';
}

function isInside(zone: PreparedPolygon, position: Position): boolean {
  return zone.contains(position) && !zone.isOnBoundary(position);
}
