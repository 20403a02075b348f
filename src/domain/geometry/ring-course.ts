import { along, type Position, type Ring } from '../geometry.ts';
import { edgeIndex } from './edge-index.ts';
import { areApart, boxAround, layOutEdges, NEAR_LINE, ON_LINE, withoutRepeats } from './edges.ts';
import { joinedNumbers } from './joined-numbers.ts';
import { nearestShare } from './point-to-segment.ts';
import { signedArea, turnsBack } from './ring-checks.ts';

/** A line that a ring runs out along and back again, within 0.1 m: it has no ground. */
export type Spike = {
  /** Where the spike leaves the ring, and its far end. */
  readonly base: Position;
  readonly tip: Position;
};

/** How a closed ring meets itself. */
export type RingCourse = {
  /** The ring without its spikes and without repeated positions; empty when nothing is left. */
  readonly ring: Ring;
  readonly spikes: readonly Spike[];
  /** Where it crosses itself, at a point or over a stretch that it shares with itself. */
  readonly crossing?: Position;
  /** Stretches that it runs there and back without crossing, as a cut between two parts of its ground. */
  readonly doubled: readonly (readonly [Position, Position])[];
  /** Where it touches itself so that the ground on both sides of the place hangs together by it alone. */
  readonly pinches: readonly Position[];
};

/**
 * Follows a closed ring and finds how it meets itself. A spike has no ground and is left out. A ring
 * crosses itself where one of its ways passes from one side of another to the other side, even if both
 * run along each other in between; ways in the same direction always do so somewhere.
 */
export function ringCourse(given: Ring): RingCourse {
  const { ring, spikes } = withoutSpikes(given);
  const nothing = { ring, spikes, doubled: [], pinches: [] };
  if (ring.length < 5) return nothing;
  const meetings = meetingsOf(ring);
  if (meetings.kind === 'crossing') return { ...nothing, crossing: meetings.at };
  const path = nodedPath(ring, meetings);
  return path === undefined ? nothing : { ...nothing, ...selfContacts(path) };
}

/** Finds where a closed ring crosses itself; returns `undefined` when it does not. */
export function selfCrossing(ring: Ring): Position | undefined {
  return ringCourse(ring).crossing;
}

/** Cuts off every corner at which a ring turns back, until none is left. */
function withoutSpikes(given: Ring): Pick<RingCourse, 'ring' | 'spikes'> {
  const corners = withoutRepeats(given).slice(0, -1);
  const count = corners.length;
  const next = corners.map((_, corner) => (corner + 1) % count);
  const before = corners.map((_, corner) => (corner + count - 1) % count);
  const isCut = corners.map(() => false);
  /** The far end of the spike that leaves the ring at a corner, as far as it has been cut off. */
  const tips = new Map<number, Position>();
  const at = (corner: number): Position => corners[corner] ?? [Number.NaN, Number.NaN];
  let left = count;
  const cut = (corner: number, base: number, tip: Position | undefined): void => {
    const [from = 0, to = 0] = [before[corner], next[corner]];
    if (tip !== undefined) tips.set(base, farthest(at(base), [tip, tips.get(base)]));
    tips.delete(corner);
    isCut[corner] = true;
    next[from] = to;
    before[to] = from;
    left -= 1;
  };
  let corner = 0;
  // After a cut its two neighbours are looked at again.
  for (let unseen = count; unseen > 0 && left > 2; ) {
    const [from = 0, to = 0] = [before[corner], next[corner]];
    const isRepeat = isSame(at(corner), at(to));
    if (!isRepeat && !turnsBack(at(from), at(corner), at(to))) {
      corner = to;
      unseen -= 1;
      continue;
    }
    const base =
      isRepeat || squareBetween(at(corner), at(to)) <= squareBetween(at(corner), at(from))
        ? to
        : from;
    cut(corner, base, tips.get(corner) ?? (isRepeat ? undefined : at(corner)));
    corner = from;
    unseen += 2;
  }
  const kept = left > 2 ? corners.filter((_, number) => isCut[number] === false) : [];
  return {
    ring: [...kept, ...kept.slice(0, 1)],
    spikes: [...tips].map(([base, tip]) => ({ base: at(base), tip })),
  };
}

function farthest(from: Position, places: readonly (Position | undefined)[]): Position {
  let [most, far] = [-1, from];
  for (const place of places) {
    if (place === undefined || squareBetween(from, place) <= most) continue;
    [most, far] = [squareBetween(from, place), place];
  }
  return far;
}

function squareBetween([ax, ay]: Position, [bx, by]: Position): number {
  return (bx - ax) ** 2 + (by - ay) ** 2;
}

function isSame([ax, ay]: Position, [bx, by]: Position): boolean {
  return ax === bx && ay === by;
}

/** Corners that lie on other edges, and corners at one place; or a place where two edges cross. */
type Meetings =
  | { readonly kind: 'crossing'; readonly at: Position }
  | {
      readonly kind: 'touches';
      /** For each edge the corners that lie on it, with their shares of it. */
      readonly stops: ReadonlyMap<
        number,
        readonly { readonly share: number; readonly corner: number }[]
      >;
      /** The same number for corners at one place. */
      readonly placeOf: (corner: number) => number;
    };

function meetingsOf(ring: Ring): Meetings {
  const count = ring.length - 1;
  const ends = layOutEdges([ring]);
  const index = edgeIndex(ends);
  const stops = new Map<number, { share: number; corner: number }[]>();
  const places = joinedNumbers(count);
  const corner = (number: number): Position => ring[number % count] ?? [Number.NaN, Number.NaN];
  /** Notes that a corner lies on an edge; returns false when it does not. */
  const note = (edge: number, number: number): boolean => {
    const [from, to, place] = [corner(edge), corner(edge + 1), corner(number)];
    const [ux, uy] = [to[0] - from[0], to[1] - from[1]];
    const share = nearestShare(place[0] - from[0], place[1] - from[1], ux, uy);
    if (!isNear(place, along(from, to, share))) return false;
    if (isNear(place, from)) places.join(number, edge);
    else if (isNear(place, to)) places.join(number, (edge + 1) % count);
    else {
      const known = stops.get(edge);
      if (known === undefined) stops.set(edge, [{ share, corner: number }]);
      else known.push({ share, corner: number });
    }
    return true;
  };
  for (let edge = 0; edge < count; edge += 1) {
    const near = index?.search(
      ...boxAround(ends, [edge, edge + 1], NEAR_LINE),
      (other) => other > edge + 1 && !(edge === 0 && other === count - 1),
    );
    for (const other of near ?? []) {
      if (areApart({ ends, edge }, { ends, edge: other })) continue;
      const touches = [
        note(edge, other),
        note(edge, (other + 1) % count),
        note(other, edge),
        note(other, edge + 1),
      ];
      if (touches.includes(true)) continue;
      const at = crossingOf([corner(edge), corner(edge + 1)], [corner(other), corner(other + 1)]);
      if (at !== undefined) return { kind: 'crossing', at };
    }
  }
  return { kind: 'touches', stops, placeOf: places.setOf };
}

function isNear([ax, ay]: Position, [bx, by]: Position): boolean {
  return Math.hypot(ax - bx, ay - by) <= ON_LINE;
}

type Line = readonly [Position, Position];

function crossingOf([a, b]: Line, [c, d]: Line): Position | undefined {
  const across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
  if (across === 0) return undefined;
  const share = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across;
  const otherShare = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across;
  const isInside = share > 0 && share < 1 && otherShare > 0 && otherShare < 1;
  return isInside ? [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])] : undefined;
}

/** A ring with a corner wherever it meets itself. */
type Path = {
  /** The place of each corner, by number; the last corner is followed by the first. */
  readonly places: readonly number[];
  readonly positionOf: (place: number) => Position;
};

/** Inserts the corners that lie on edges; returns undefined when the ring does not meet itself. */
function nodedPath(
  ring: Ring,
  { stops, placeOf }: Extract<Meetings, { kind: 'touches' }>,
): Path | undefined {
  const count = ring.length - 1;
  const places: number[] = [];
  const add = (corner: number): void => {
    const place = placeOf(corner);
    if (places.at(-1) !== place) places.push(place);
  };
  for (let edge = 0; edge < count; edge += 1) {
    add(edge);
    for (const { corner } of (stops.get(edge) ?? []).toSorted((a, b) => a.share - b.share))
      add(corner);
  }
  if (places.length > 1 && places[0] === places.at(-1)) places.pop();
  if (new Set(places).size === places.length) return undefined;
  return { places, positionOf: (place) => ring[place] ?? [Number.NaN, Number.NaN] };
}

/** Judges each pair of visits to one place. */
function selfContacts(path: Path): Pick<RingCourse, 'crossing' | 'doubled' | 'pinches'> {
  const { places, positionOf } = path;
  const visits = new Map<number, number[]>();
  for (const [step, place] of places.entries()) {
    const known = visits.get(place);
    if (known === undefined) visits.set(place, [step]);
    else known.push(step);
  }
  const doubled: (readonly [Position, Position])[] = [];
  const pinches = new Set<number>();
  for (const [place, steps] of visits) {
    for (const one of steps)
      for (const other of steps) {
        if (one === other) continue;
        const contact = contactAt(path, one, other);
        if (contact.kind === 'crossing')
          return { crossing: positionOf(place), doubled, pinches: [] };
        // Each shared stretch is met from both of its ends.
        if (contact.kind === 'doubled' && place < contact.end)
          doubled.push([positionOf(place), positionOf(contact.end)]);
        if (contact.kind === 'touch' && isPinched(path, [one, other])) pinches.add(place);
      }
  }
  return { doubled, pinches: [...pinches].map(positionOf) };
}

type Contact =
  | { readonly kind: 'crossing' | 'touch' | 'elsewhere' }
  /** The shared stretch begins here and ends at another place. */
  | { readonly kind: 'doubled'; readonly end: number };

/** How two visits to one place relate: judged at the first end of a shared stretch. */
function contactAt({ places, positionOf }: Path, one: number, other: number): Contact {
  const count = places.length;
  const at = (step: number): number => places[((step % count) + count) % count] ?? 0;
  const here = at(one);
  const [before, after] = [at(one - 1), at(one + 1)];
  const [otherBefore, otherAfter] = [at(other - 1), at(other + 1)];
  // Ways that run along each other in the same direction wind round some ground twice.
  if (after === otherAfter || before === otherBefore) return { kind: 'crossing' };
  if (before === otherAfter) return { kind: 'elsewhere' };
  const angle = (place: number, from: number, about: number): number =>
    turn(positionOf(about), positionOf(from), positionOf(place));
  if (after !== otherBefore) {
    const [reach, first, second] = [
      angle(after, before, here),
      angle(otherBefore, before, here),
      angle(otherAfter, before, here),
    ];
    return { kind: first < reach === second < reach ? 'touch' : 'crossing' };
  }
  let length = 1;
  while (length < count && at(one + length + 1) === at(other - length - 1)) length += 1;
  const end = at(one + length);
  if (length >= count) return { kind: 'doubled', end };
  const isLeftAtStart = angle(otherAfter, after, here) < angle(before, after, here);
  const last = at(one + length - 1);
  const isLeftAtEnd =
    angle(at(other - length - 1), last, end) > angle(at(one + length + 1), last, end);
  return isLeftAtStart === isLeftAtEnd ? { kind: 'doubled', end } : { kind: 'crossing' };
}

/** The angle at a place from one direction to another, counterclockwise, from 0 up to a full turn. */
function turn(about: Position, from: Position, to: Position): number {
  const direction = ([x, y]: Position): number => Math.atan2(y - about[1], x - about[0]);
  return (direction(to) - direction(from) + 2 * Math.PI) % (2 * Math.PI);
}

/** Whether the two halves of a ring between two visits to a place run the same way round. */
function isPinched({ places, positionOf }: Path, visits: readonly [number, number]): boolean {
  const [first, second] = [Math.min(...visits), Math.max(...visits)];
  const [inner, outer] = [
    places.slice(first, second),
    [...places.slice(second), ...places.slice(0, first)],
  ].map((half) => signedArea([...half, ...half.slice(0, 1)].map(positionOf)));
  return (inner ?? 0) * (outer ?? 0) > 0;
}
