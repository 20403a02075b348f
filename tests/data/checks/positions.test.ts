import { describe, expect, test } from 'vitest';
import { checkAudited } from '../../../src/data/checks/check-audited.ts';
import { positionIssues } from '../../../src/data/checks/positions.ts';
import { FRAME } from '../../plan-frame.ts';

type Line = readonly (readonly number[])[];

const HERE: Line = [
  [120.2, 35.9],
  [120.3, 35.9],
];
const POINT: Line = [
  [120.25, 35.95],
  [120.25, 35.95],
];

function collection(...geometries: readonly unknown[]) {
  const features = geometries.map((geometry, index) => ({
    type: 'Feature',
    properties: { id: `s${index}` },
    geometry,
  }));
  return { type: 'FeatureCollection', features };
}

const line = (coordinates: Line) => ({ type: 'LineString', coordinates });
const lines = (...coordinates: readonly Line[]) => ({ type: 'MultiLineString', coordinates });

const told = (value: unknown) =>
  positionIssues(value, 'x', FRAME.extent).map(({ code, featureId, path }) => [
    code,
    featureId,
    path.join('.'),
  ]);

/** Codes of the reasons for provisional figures. */
function reasons(value: unknown) {
  const text = JSON.stringify(value);
  const files = {
    file: 'f',
    dataset: 'x',
    text,
    value,
    issues: [],
    setAside: [],
    extent: FRAME.extent,
  };
  return checkAudited({ ...files, role: 'coastline' }).reasons.map(({ code }) => code);
}

describe('positions of a coast', () => {
  test('zero in place of a lost position is told, and makes the figures provisional', () => {
    const coast = collection(line(HERE), line([[0, 0], ...HERE]));
    expect(told(coast)).toEqual([['outside-plan-area', 's1', 'features.1.geometry']]);
    expect(reasons(coast)).toEqual(['outside-plan-area']);
  });

  test('a file of another area is told once and is not provisional for it', () => {
    const there: Line = [
      [113.2, 22.9],
      [113.3, 22.9],
    ];
    for (const coast of [collection(line(there), line(there)), collection(line(there))]) {
      expect(told(coast)).toEqual([['outside-plan-area', undefined, 'features.0.geometry']]);
      expect(reasons(coast)).toEqual([]);
    }
  });

  test('a line that lost its length is told, and makes the figures provisional', () => {
    expect(told(collection(line(POINT)))).toEqual([
      ['line-without-length', 's0', 'features.0.geometry'],
    ]);
    expect(reasons(collection(line(HERE), lines(POINT, POINT)))).toEqual(['line-without-length']);
  });

  test('a part without length beside others takes nothing from the figures', () => {
    const coast = collection(lines(HERE, POINT));
    expect(told(coast)).toEqual([
      ['line-without-length', 's0', 'features.0.geometry.coordinates.1'],
    ]);
    expect(reasons(coast)).toEqual([]);
  });

  test.each([
    ['sound lines', collection(line(HERE), lines(HERE, HERE))],
    ['no position', collection(null, line([]), { type: 'LineString' })],
    [
      'what is refused elsewhere',
      collection(
        line([
          [35.9, 120.2],
          [35.9, 120.3],
        ]),
        line([[500, 4e6]]),
      ),
    ],
    ['no collection', 5],
  ])('%s give no finding', (_, value) => {
    expect(told(value)).toEqual([]);
  });
});
