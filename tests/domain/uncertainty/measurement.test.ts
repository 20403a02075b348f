import { describe, expect, test } from 'vitest';
import { segmentLines } from '../../../src/domain/coast/coast-edges.ts';
import { degreeOnEllipsoid } from '../../../src/domain/geodesy.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { statedPositionError } from '../../../src/domain/uncertainty/measurement-error.ts';
import { positionError } from '../../../src/domain/uncertainty/position-error.ts';
import {
  detailCurve,
  meanEdge,
  rulerCurve,
  steppedLength,
} from '../../../src/domain/uncertainty/rulers.ts';
import { closeTo } from '../../close-to.ts';
import EXPECTED from '../../fixtures/uncertainty/expected.json' with { type: 'json' };
import { PLAIN_RULE, segment } from '../build.ts';

const { east: EAST, north: NORTH } = degreeOnEllipsoid(0);
const atMetres = (x: number, y: number): Position => [x / EAST, y / NORTH];

describe('the error of positions', () => {
  test('is that of a Gaussian field drawn by numpy', () => {
    const { line, kept, ratio, sigmaM, correlationM, ...expected } = EXPECTED.positions;
    const corners = line.map(([x = 0, y = 0]) => atMetres(x, y));
    const totalM = line.reduce((sum, [x = 0, y = 0], index) => {
      const [bx = x, by = y] = line[index - 1] ?? [];
      return sum + Math.hypot(x - bx, y - by);
    }, 0);
    // Lines of one class each, as segments are, one of them drawn the other way.
    const lines = [];
    for (let first = 0; first < kept.length; first += 15) {
      const positions = corners.slice(first, first + 16);
      const perMetre = ((kept[first] === true ? 1 : 0) - ratio) / totalM;
      lines.push({ positions: first === 30 ? positions.toReversed() : positions, perMetre });
    }
    const found = positionError(lines, { sigmaM, correlationM });
    // The first order of an expansion in σ / edge, which is 0.2 here; the field of numpy has 0.2 % of error itself.
    closeTo(found.standardDeviation, expected.standardDeviation, 0.03 * expected.standardDeviation);
    // numpy's mean has a standard error of σ / √200 000, 4 % of the shift.
    closeTo(found.shift, expected.shift, 0.15 * Math.abs(expected.shift));
  });

  test('of a straight line of one class cut by nothing is that of its two ends', () => {
    // All of the coast is natural: every metre more is in numerator and total alike.
    const line = { positions: [atMetres(0, 0), atMetres(5000, 0)], perMetre: 0 };
    expect(positionError([line], { sigmaM: 50, correlationM: 500 })).toEqual({
      ...{ standardDeviation: 0, shift: 0 },
    });
  });

  test('moves the end of a class along the coast', () => {
    // 10 km of one straight coast, the first half natural, far longer than errors hang together. The end between
    // them moves by σ and shifts 1 / T a metre; the two outer ends change the length: 1/2 / T each.
    const half = (from: number, perMetre: number) => ({
      ...{ positions: [atMetres(from, 0), atMetres(from + 5000, 0)], perMetre },
    });
    const found = positionError([half(0, 0.5 / 10_000), half(5000, -0.5 / 10_000)], {
      ...{ sigmaM: 50, correlationM: 500 },
    });
    closeTo(found.standardDeviation, (50 / 10_000) * Math.sqrt(1 + 0.25 + 0.25), 1e-9);
    closeTo(found.shift, 0, 1e-12);
  });

  test('of a ring has no ends', () => {
    const square = [atMetres(0, 0), atMetres(9000, 0), atMetres(9000, 9000), atMetres(0, 9000)];
    const ring = { positions: [...square, atMetres(0, 0)], perMetre: 1e-5 };
    const found = positionError([ring], { sigmaM: 10, correlationM: 500 });
    // Each corner moves both of its edges: g² = 2 × 1e-10, at four corners.
    closeTo(found.standardDeviation, 10 * Math.sqrt(8e-10), 1e-9);
  });

  test('is known from the distance within which 90 % lie', () => {
    const found = statedPositionError({ position: { within90M: 164.485362695 } });
    closeTo(found?.sigmaM, 100, 1e-6);
    expect(found?.correlationM).toBe(500);
    expect(statedPositionError({})).toBeUndefined();
  });
});

/** A Koch curve between two corners: four parts of a third each. */
function koch(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  depth: number,
): readonly (readonly [number, number])[] {
  if (depth === 0) return [[bx, by]];
  const [dx, dy] = [(bx - ax) / 3, (by - ay) / 3];
  const one = [ax + dx, ay + dy] as const;
  const two = [bx - dx, by - dy] as const;
  const [cos, sin] = [0.5, Math.sqrt(0.75)];
  const tip = [one[0] + dx * cos - dy * sin, one[1] + dx * sin + dy * cos] as const;
  return [
    ...koch([ax, ay], one, depth - 1),
    ...koch(one, tip, depth - 1),
    ...koch(tip, two, depth - 1),
    ...koch(two, [bx, by], depth - 1),
  ];
}

describe('rulers', () => {
  test('find a Koch curve longer by 4/3 for a ruler of a third', () => {
    const curve = [[0, 0] as const, ...koch([0, 0], [8100, 0], 4)].map(([x, y]) => atMetres(x, y));
    // A ruler just under a third of the base does not step over the corner that ends it.
    for (const [rulerM, lengthM] of [
      [8100, 8100],
      [2699.999999, 8100 * (4 / 3)],
      [899.9999999, 8100 * (4 / 3) ** 2],
    ] as const)
      closeTo(steppedLength(curve, rulerM), lengthM, 1e-3);
  });

  test('shorter than the edges find the coast as drawn, longer ones its chord', () => {
    const corner = [atMetres(0, 0), atMetres(300, 0), atMetres(300, 400)];
    closeTo(steppedLength(corner, 1000), 500, 1e-6);
    closeTo(steppedLength(corner, 100), 700, 1e-6);
    expect(steppedLength([], 100)).toBe(0);
  });

  test('and tolerances count by class and rule', () => {
    const segments = [
      segment('a', 'sandy', [atMetres(0, 0), atMetres(300, 4), atMetres(600, 0)]),
      segment('b', 'artificial', [atMetres(600, 0), atMetres(1200, 0)]),
      {
        ...segment('c', 'sandy', [atMetres(0, 900), atMetres(900, 900)]),
        realm: 'island' as const,
      },
    ];
    const input = {
      ...{ lines: segmentLines(segments), segments, counting: PLAIN_RULE.counting },
      counts: (index: number) => index < 2,
    };
    const [drawn, coarse] = detailCurve(input);
    closeTo(drawn?.byClass.sandy, 2 * Math.hypot(300, 4), 0.01);
    closeTo(coarse?.byClass.sandy, 600, 0.01);
    closeTo(coarse?.ratio, 0.5, 1e-5);
    closeTo(rulerCurve(input).at(-1)?.totalM, 1200, 0.1);
    closeTo(meanEdge(input), 400, 0.1);
  });
});
