import type { SegmentLine } from '../coast/coast-edges.ts';
import { joinedNumbers } from '../geometry/joined-numbers.ts';
import type { Position } from '../geometry.ts';

/** A place as a key; the two edges of the map at 180° are one place. */
export function placeKey([longitude, latitude]: Position): string {
  return `${longitude === -180 ? 180 : longitude} ${latitude}`;
}

/** How the lines of a coast hang together by common ends. */
export type LineNetwork = {
  /** Whether most lines that follow each other run the same way, so that the land is on one side. */
  readonly isOriented: boolean;
  /** The same number for lines that hang together, over any number of others. */
  readonly setOf: (line: number) => number;
  /**
   * The path that a line is part of: lines joined two by two, up to a fork or a loose end. `turned` says
   * whether the line runs against its path, and a ring has no ends.
   */
  readonly pathOf: (line: number) => LinePath & { readonly turned: boolean };
  /** Whether no other line meets an end of a line; false for a closed line. */
  readonly isLoose: (end: Position) => boolean;
};

/** A path of lines. */
type LinePath = { readonly number: number; readonly ends: readonly string[] };

type End = { readonly line: number; readonly isStart: boolean };

/** Follows the counted lines from end to end. */
export function lineNetwork(
  lines: readonly SegmentLine[],
  counts: (segment: number) => boolean,
): LineNetwork {
  const endsAt = new Map<string, End[]>();
  for (const [line, { segment, positions }] of lines.entries()) {
    const [first, last] = [positions[0], positions.at(-1)];
    if (!counts(segment) || first === undefined || last === undefined) continue;
    for (const [position, isStart] of [
      [first, true],
      [last, false],
    ] as const) {
      const key = placeKey(position);
      const known = endsAt.get(key);
      if (known === undefined) endsAt.set(key, [{ line, isStart }]);
      else known.push({ line, isStart });
    }
  }
  const sets = joinedNumbers(lines.length);
  let [onward, against] = [0, 0];
  for (const ends of endsAt.values()) {
    const [one, other] = ends;
    for (const { line } of ends) if (one !== undefined) sets.join(line, one.line);
    if (ends.length !== 2 || one === undefined || other === undefined) continue;
    if (one.isStart === other.isStart) against += 1;
    else onward += 1;
  }
  const paths = followPaths(lines, endsAt);
  return {
    isOriented: onward >= against,
    setOf: sets.setOf,
    pathOf: (line) => paths.get(line) ?? { number: -1 - line, ends: [], turned: false },
    isLoose: (end) => endsAt.get(placeKey(end))?.length === 1,
  };
}

function followPaths(
  lines: readonly SegmentLine[],
  endsAt: ReadonlyMap<string, readonly End[]>,
): ReadonlyMap<number, LinePath & { readonly turned: boolean }> {
  const paths = new Map<number, LinePath & { readonly turned: boolean }>();
  const placeOf = ({ line, isStart }: End): string => {
    const position = lines[line]?.positions.at(isStart ? 0 : -1);
    return position === undefined ? '' : placeKey(position);
  };
  /** Follows a path from an end of a line onwards; gives the lines and the place where it stops. */
  const follow = (
    from: End,
  ): { readonly members: readonly End[]; readonly place: string; readonly isBack: boolean } => {
    const members: End[] = [];
    let end = from;
    for (;;) {
      const place = placeOf(end);
      const met = endsAt.get(place) ?? [];
      const next = met.find(({ line, isStart }) => line !== end.line || isStart !== end.isStart);
      const isBack = met.length === 2 && next?.line === from.line;
      if (met.length !== 2 || next === undefined || isBack) return { members, place, isBack };
      members.push(next);
      end = { line: next.line, isStart: !next.isStart };
    }
  };
  for (const ends of endsAt.values())
    for (const { line } of ends) {
      if (paths.has(line)) continue;
      const [ahead, behind] = [follow({ line, isStart: false }), follow({ line, isStart: true })];
      const path = {
        number: line,
        ends: ahead.isBack ? [] : [ahead.place, behind.place].toSorted(),
      };
      paths.set(line, { ...path, turned: false });
      for (const { line: member, isStart } of ahead.members)
        paths.set(member, { ...path, turned: !isStart });
      for (const { line: member, isStart } of behind.members)
        if (!paths.has(member)) paths.set(member, { ...path, turned: isStart });
    }
  return paths;
}
