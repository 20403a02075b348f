import type { Position } from '../../src/domain/geometry.ts';

/** An unbroken run of coastline. An island's is closed: its first position equals its last. */
export type Stretch = readonly Position[];

/**
 * Joins lines whose end is another's start, until none is left to join. Closed lines stay separate; islands
 * divided into several segments become closed.
 */
export function joinEnds(lines: readonly Stretch[]): readonly Stretch[] {
  const open = lines.filter((line) => !isClosed(line));
  const byStart = new Map(open.map((line) => [keyOf(line[0]), line]));
  const ends = new Set(open.map((line) => keyOf(line.at(-1))));
  const take = (start: Position | undefined): Stretch | undefined => {
    const line = byStart.get(keyOf(start));
    byStart.delete(keyOf(start));
    return line;
  };
  const grow = (start: Stretch): Stretch => {
    const whole = [...start];
    for (let next = take(start.at(-1)); next !== undefined; next = take(whole.at(-1))) {
      whole.push(...next.slice(1));
    }
    return whole;
  };
  const stretches = lines.filter(isClosed);
  // The lines that start where no other ends come first; the rest are islands in several segments.
  const firsts = open.filter((line) => !ends.has(keyOf(line[0])));
  for (const line of [...firsts, ...open]) {
    const start = take(line[0]);
    if (start !== undefined) stretches.push(grow(start));
  }
  return stretches;
}

/** Returns true when a stretch ends where it starts, to 6 decimals. */
export function isClosed(line: Stretch): boolean {
  return line.length > 2 && keyOf(line[0]) === keyOf(line.at(-1));
}

function keyOf(position: Position | undefined): string {
  return position === undefined ? '' : `${position[0].toFixed(6)},${position[1].toFixed(6)}`;
}
