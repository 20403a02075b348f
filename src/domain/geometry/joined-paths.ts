/** A line of a path, by its number, and whether the path follows it as it is drawn. */
export type PathStep = { readonly line: number; readonly isForward: boolean };

/**
 * Joins lines that meet two by two into paths, each line once, in the order of their first lines. A place where
 * another number of ends meets ends a path; a ring begins after its first line.
 * @param ends keys of the places where each line starts and ends
 */
export function joinedPaths(
  ends: readonly (readonly [start: string, end: string])[],
): readonly (readonly PathStep[])[] {
  const startingAt = new Map<string, PathStep[]>();
  for (const [line, [start, end]] of ends.entries())
    for (const [place, isForward] of [
      [start, true],
      [end, false],
    ] as const) {
      const known = startingAt.get(place);
      if (known === undefined) startingAt.set(place, [{ line, isForward }]);
      else known.push({ line, isForward });
    }
  /** The step that goes on where one ends. */
  const onward = ({ line, isForward }: PathStep): PathStep | undefined => {
    const meeting = startingAt.get(ends[line]?.[isForward ? 1 : 0] ?? '') ?? [];
    return meeting.length === 2
      ? meeting.find((step) => step.line !== line || step.isForward === isForward)
      : undefined;
  };
  const isTaken = new Set<number>();
  const paths: PathStep[][] = [];
  for (const first of ends.keys()) {
    if (isTaken.has(first)) continue;
    let back: PathStep = { line: first, isForward: false };
    for (let next = onward(back); next !== undefined && next.line !== first; next = onward(back))
      back = next;
    const path: PathStep[] = [];
    let step: PathStep | undefined = { line: back.line, isForward: !back.isForward };
    while (step !== undefined && !isTaken.has(step.line)) {
      path.push(step);
      isTaken.add(step.line);
      step = onward(step);
    }
    paths.push(path);
  }
  return paths;
}
