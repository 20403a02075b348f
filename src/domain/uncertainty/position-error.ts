import { degreeOnEllipsoid } from '../geodesy.ts';
import { joinedPaths } from '../geometry/joined-paths.ts';
import type { Position } from '../geometry.ts';

/** A stretch of coast as it was counted: its ratio's change for each metre more of it. */
export type WeightedLine = {
  readonly positions: readonly Position[];
  /** In shares a metre: (1 − ratio) / total for coast in the numerator, −ratio / total for the rest. */
  readonly perMetre: number;
};

/** How far positions are off. */
export type PositionError = {
  /** Standard deviation in metres, along either axis. */
  readonly sigmaM: number;
  /** Distance along the coast in metres over which errors hang together. */
  readonly correlationM: number;
};

/** What the error of positions does to a ratio, as shares: a standard deviation and a shift of the mean. */
export type RatioError = { readonly standardDeviation: number; readonly shift: number };

/**
 * Propagates the error of positions to a ratio. Positions move by a Gaussian field with the correlation
 * exp(−d² / 2ℓ²), d being the distance along the coast. To first order a ratio changes by Σ g·δ over all positions,
 * where g is the change for each metre that a position moves: the edges before and after it grow or shrink. Where the
 * class changes, g holds the move of its end along the coast; where a zone ends, that of the cut. To second order
 * an edge of length l becomes σ² (1 − exp(−l² / 2ℓ²)) / l longer in the mean.
 * Source: JCGM 100:2008, 5.2.2 (correlated input quantities).
 */
export function positionError(
  lines: readonly WeightedLine[],
  { sigmaM, correlationM }: PositionError,
): RatioError {
  let variance = 0;
  let shift = 0;
  for (const chain of chainsOf(lines)) {
    const { moves, lengthening } = movesAlong(chain, correlationM);
    shift += sigmaM ** 2 * lengthening;
    variance += sigmaM ** 2 * quadraticForm(binned(moves, correlationM / BINS), correlationM);
  }
  return { standardDeviation: Math.sqrt(Math.max(0, variance)), shift };
}

/** Positions nearer to each other than this part of the correlation length move as one. */
const BINS = 12;
/** Beyond this many correlation lengths, errors have nothing in common: exp(−8) is 0.0003. */
const REACH = 4;

/** The change of the ratio for each metre that a place moves east and north; `at` is its place along the coast. */
type Move = { readonly at: number; readonly east: number; readonly north: number };

function movesAlong(
  chain: readonly WeightedLine[],
  correlationM: number,
): { readonly moves: readonly Move[]; readonly lengthening: number } {
  const moves: Move[] = [];
  let at = 0;
  let lengthening = 0;
  for (const { positions, perMetre } of chain) {
    const { east, north } = degreeOnEllipsoid(positions[0]?.[1] ?? 0);
    for (const [index, [longitude, latitude]] of positions.entries()) {
      const before = positions[index - 1];
      if (before === undefined) continue;
      const [x, y] = [(longitude - before[0]) * east, (latitude - before[1]) * north];
      const lengthM = Math.hypot(x, y);
      if (lengthM === 0) continue;
      const [ux, uy] = [(x / lengthM) * perMetre, (y / lengthM) * perMetre];
      moves.push({ at, east: -ux, north: -uy });
      at += lengthM;
      moves.push({ at, east: ux, north: uy });
      lengthening += (perMetre * -Math.expm1(-((lengthM / correlationM) ** 2) / 2)) / lengthM;
    }
  }
  return { moves, lengthening };
}

/** Adds up moves at places within the width; in ascending order of place. */
function binned(moves: readonly Move[], widthM: number): readonly Move[] {
  const bins: { at: number; east: number; north: number }[] = [];
  for (const { at, east, north } of moves) {
    const bin = bins.at(-1);
    if (bin === undefined || at - bin.at > widthM) bins.push({ at, east, north });
    else {
      bin.east += east;
      bin.north += north;
    }
  }
  return bins;
}

/** Σ over all pairs of g·g′ exp(−d² / 2ℓ²). */
function quadraticForm(moves: readonly Move[], correlationM: number): number {
  let sum = 0;
  for (const [index, { at, east, north }] of moves.entries()) {
    sum += east ** 2 + north ** 2;
    for (let other = index - 1; other >= 0; other -= 1) {
      const move = moves[other];
      if (move === undefined || at - move.at > REACH * correlationM) break;
      const shared = Math.exp(-(((at - move.at) / correlationM) ** 2) / 2);
      sum += 2 * shared * (east * move.east + north * move.north);
    }
  }
  return sum;
}

/** Puts lines that meet end to end into one order and one direction. */
function chainsOf(lines: readonly WeightedLine[]): readonly (readonly WeightedLine[])[] {
  const drawn = lines.flatMap((line) => {
    const [first, last] = [line.positions[0], line.positions.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ line, ends: [placeOf(first), placeOf(last)] as const }];
  });
  return joinedPaths(drawn.map(({ ends }) => ends)).map((path) =>
    path.flatMap(({ line: number, isForward }): WeightedLine[] => {
      const line = drawn[number]?.line;
      if (line === undefined) return [];
      return [isForward ? line : { ...line, positions: line.positions.toReversed() }];
    }),
  );
}

/** A place to 0.1 m, the last decimal of the data. */
function placeOf([longitude, latitude]: Position): string {
  return `${longitude.toFixed(6)} ${latitude.toFixed(6)}`;
}
