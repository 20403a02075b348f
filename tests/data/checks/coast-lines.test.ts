import { describe, expect, test } from 'vitest';
import { coastLineIssues } from '../../../src/data/checks/coast-lines.ts';

type Line = readonly (readonly number[])[];

function check(...lines: readonly Line[]) {
  const features = lines.map((coordinates, index) => ({
    type: 'Feature',
    properties: { id: `s${index}` },
    geometry: { type: 'LineString', coordinates },
  }));
  return coastLineIssues({ type: 'FeatureCollection', features }, 'x');
}

const told = (...lines: readonly Line[]) =>
  check(...lines).map(({ code, featureId, message }) => [code, featureId, message.en]);

describe('a line of coast that crosses', () => {
  test('itself is told at the place', () => {
    const knot = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
    ];
    expect(told(knot)).toEqual([
      ['coast-crosses-itself', 's0', "'s0': the line crosses itself at 1.000000, 1.000000."],
    ]);
  });

  test('another one is told at the later line, with the other’s name', () => {
    const [east, north] = [
      [
        [0, 0],
        [2, 0],
      ],
      [
        [1, -1],
        [1, 1],
      ],
    ];
    expect(told(east ?? [], north ?? [])).toEqual([
      ['coast-crosses-coast', 's1', '\'s1\': the line crosses "s0" at 1.000000, 0.000000.'],
    ]);
  });

  test('at a corner of both has one place', () => {
    const [east, north] = [
      [-1, 0, 1].map((step) => [step, 0]),
      [-1, 0, 1].map((step) => [0, step]),
    ];
    expect(told(east ?? [], north ?? [])).toEqual([
      ['coast-crosses-coast', 's1', '\'s1\': the line crosses "s0" at 0.000000, 0.000000.'],
    ]);
  });

  test.each([
    [
      'at a corner of the one',
      [
        [1, -1],
        [1, 0],
        [1, 1],
      ],
      [
        [0, 0],
        [2, 0],
      ],
    ],
    [
      'at a corner of the other',
      [
        [1, -1],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ],
    [
      'at corners of both',
      [
        [1, -1],
        [1, 0],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    ],
  ])('%s is told once', (_, one, other) => {
    expect(told(one, other).map(([code]) => code)).toEqual(['coast-crosses-coast']);
    expect(told(other, one).map(([code]) => code)).toEqual(['coast-crosses-coast']);
  });
});

describe('lines that do not cross', () => {
  test.each([
    [
      'where one ends on the other',
      [
        [0, 0],
        [2, 0],
      ],
      [
        [1, 0],
        [1, 1],
      ],
    ],
    [
      'where both end',
      [
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [1, 1],
      ],
    ],
    [
      'where corners touch',
      [
        [0, 1],
        [1, 0],
        [2, 1],
      ],
      [
        [0, -1],
        [1, 0],
        [2, -1],
      ],
    ],
    [
      'where they run along each other',
      [
        [0, 0],
        [3, 0],
      ],
      [
        [1, 0],
        [2, 0],
      ],
    ],
    [
      'of a ring',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
      [
        [5, 5],
        [6, 5],
      ],
    ],
  ])('%s are told of nothing', (_, one, other) => {
    expect(told(one, other)).toEqual([]);
    expect(told(other, one)).toEqual([]);
  });
});

describe('an edge far longer than others', () => {
  const steps = (from: number, count: number) =>
    Array.from({ length: count }, (_, step) => [from + step * 0.001, 0]);

  test('is told with both ends and the usual length: 0.1° among 0.001° of the equator', () => {
    const [found, ...more] = check([...steps(0, 12), ...steps(0.111, 12)]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'coast-edge-long', severity: 'warning' });
    expect(found?.message.en).toContain('11.1 km runs from 0.011000, 0.000000 to 0.111000');
    expect(found?.message.en).toContain('edges are of 111 m');
    // The place of the position where it ends.
    expect(found?.path).toEqual(['features', 0, 'geometry', 'coordinates', 12]);
  });

  test('is told where it is a line of its own', () => {
    expect(
      check(steps(0, 12), [
        [0.011, 0],
        [0.111, 0],
      ]).map(({ code }) => code),
    ).toEqual(['coast-edge-long']);
  });

  test('is none where a second one stands beside it, as the walls of a port do', () => {
    const port = [...steps(0, 12), [0.061, 0], [0.061, 0.04], [0.062, 0.04], ...steps(0.063, 12)];
    expect(check(port)).toEqual([]);
  });

  test('is none where all are long, or it is 19 times as long', () => {
    expect(
      check([
        [0, 0],
        [1, 0],
        [2, 0],
      ]),
    ).toEqual([]);
    expect(check([...steps(0, 12), ...steps(0.03, 12)])).toEqual([]);
  });
});

test('positions that cannot be read are the reader’s matter', () => {
  expect(coastLineIssues({ features: [{ geometry: { type: 'LineString' } }, null] }, 'x')).toEqual(
    [],
  );
  expect(check([[0, 0], ['1', 0] as never])).toEqual([]);
});

describe('a position far off its neighbours', () => {
  /** A shore along a parallel with an edge of about 90 m each. */
  const shore = (count: number): number[][] =>
    Array.from({ length: count }, (_, number) => [120 + number / 1000, 36]);

  test('is told once, with its place', () => {
    const line = shore(60);
    line[30] = [120.23, 36.01];
    expect(check(line).map(({ code, path }) => [code, path.slice(-1)])).toEqual([
      ['coast-position-astray', [30]],
    ]);
  });

  test('is not the tip of a mole, which has a width', () => {
    const line = [...shore(30), [120.03, 36.02], [120.0312, 36.02], ...shore(60).slice(31)];
    expect(check(line)).toEqual([]);
  });
});

describe('a line that folds back', () => {
  /** Out along the equator, 0.01° or 1 113 m, and back at an angle whose tangent is `rise / run`. */
  const fold = (run: number, rise: number): Line => [
    [-0.01, -0.01],
    [0, 0],
    [0.01, 0],
    [0.01 - run, rise],
    [0.01 - run, 0.02],
  ];

  test('is a note with the turn, and the lengths out and back', () => {
    // atan(0.0015 / 0.006) = 14.04°, so it turns by 165.96°; back are √(0.006² + 0.0015²) = 0.0061847°, 688 m.
    expect(told(fold(0.006, 0.0015))).toEqual([
      [
        'coast-fold',
        's0',
        "'s0': the line turns back by 166° at 0.010000, 0.000000: 1.1 km out, 0.69 km back, perhaps an artefact of generalisation.",
      ],
    ]);
    expect(check(fold(0.006, 0.0015)).map(({ severity }) => severity)).toEqual(['note']);
  });

  test('is none at a blunter corner, nor over short edges, nor at a mole with an end', () => {
    // atan(0.0025 / 0.006) = 22.6°: it turns by 157°.
    expect(told(fold(0.006, 0.0025))).toEqual([]);
    // 0.0025² + 0.0006²: 286 m back.
    expect(told(fold(0.0025, 0.0006))).toEqual([]);
    const mole: Line = [
      [0, -0.01],
      [0, 0],
      [0.01, 0],
      [0.01, 0.0003],
      [0, 0.0003],
      [0, 0.01],
    ];
    expect(told(mole)).toEqual([]);
  });
});
