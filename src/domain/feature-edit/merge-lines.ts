import type { Feature, Geometry, Position } from 'geojson';
import { joinedPaths } from '../geometry/joined-paths.ts';
import { failed, ok, type Result } from '../result.ts';
import { lineGeometry, linePartsOf } from './split-line.ts';

/** Why lines are not merged. */
export type MergeRefusal = 'not-a-line' | 'apart' | 'attributes-differ' | 'too-few';

/** What must be the same in lines that become one: figures would change without a word otherwise. */
const DECISIVE = ['class', 'use', 'realm', 'grade', 'target', 'status', 'confidence'];

/** Merges lines that meet by their ends into one line; its vertices run as those of the first. */
export function mergeLines(
  features: readonly Feature<Geometry | null>[],
): Result<Geometry, MergeRefusal> {
  const [first, ...others] = features;
  if (first === undefined || others.length === 0) return failed('too-few');
  const lines: (readonly Position[])[] = [];
  for (const { geometry } of features) {
    const parts = linePartsOf(geometry);
    if (parts === undefined) return failed('not-a-line');
    lines.push(...parts);
  }
  const differs = DECISIVE.some((name) =>
    others.some(({ properties }) => properties?.[name] !== first.properties?.[name]),
  );
  if (differs) return failed('attributes-differ');
  const paths = joinedPaths(lines.map((line) => [placeOf(line.at(0)), placeOf(line.at(-1))]));
  const [path, ...rest] = paths;
  if (path === undefined || rest.length > 0) return failed('apart');
  const runsAsFirst = path.find(({ line }) => line === 0)?.isForward !== false;
  const steps = runsAsFirst
    ? path
    : path.toReversed().map(({ line, isForward }) => ({ line, isForward: !isForward }));
  const merged = steps.flatMap(({ line, isForward }, index) => {
    const positions = isForward ? (lines[line] ?? []) : (lines[line] ?? []).toReversed();
    return index === 0 ? positions : positions.slice(1);
  });
  return ok(lineGeometry([merged]));
}

function placeOf([longitude, latitude]: Position = []): string {
  return `${longitude},${latitude}`;
}
