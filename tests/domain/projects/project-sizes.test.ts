import { expect, test } from 'vitest';
import type { Measurement } from '../../../src/domain/geodesy.ts';
import type { Project } from '../../../src/domain/project.ts';
import { siteKind, sumProjects } from '../../../src/domain/projects/project-sizes.ts';
import { projectOf } from '../../app/plan.ts';

const LINE = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [1, 0],
  ],
} as const satisfies Project['geometry'];
const AREA = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
} satisfies Project['geometry'];
const { geometry: _, ...UNLOCATED } = projectOf('nowhere', 'ports');

const PROJECTS: readonly Project[] = [
  { ...projectOf('road', 'roads', LINE), publishedLength: { value: 2 } },
  { ...projectOf('rail', 'rail', LINE), publishedLength: { value: 3.5 } },
  { ...projectOf('port', 'ports', AREA), publishedArea: { value: 36 } },
  projectOf('pier', 'ports'),
  { ...UNLOCATED, publishedArea: { value: 4 } },
];

/** Made up, so that sums can be told from each other: on the sphere all is a tenth of it. */
function measured(lengthM: number, areaM2: number): Measurement {
  return {
    lengthM: { ellipsoid: lengthM, sphere: lengthM / 10 },
    areaM2: { ellipsoid: areaM2, sphere: areaM2 / 10 },
  };
}
const MEASUREMENTS = new Map([
  ['road', measured(1000, 0)],
  ['rail', measured(200, 0)],
  // The outline of an area is measured too, and is no length of a project.
  ['port', measured(70_000, 5_000_000)],
  ['elsewhere', measured(9, 9)],
]);

test('sums take the lengths of lines and the areas of areas, on the ellipsoid, and say what they leave out', () => {
  expect(sumProjects(PROJECTS, MEASUREMENTS)).toEqual({
    count: 5,
    kinds: { line: 2, area: 1, point: 1, unlocated: 1 },
    measured: { lengthM: 1200, areaM2: 5_000_000 },
    publishedLengthKm: { sum: 5.5, count: 2 },
    publishedAreaKm2: { sum: 40, count: 2 },
  });
});

test('sums of what is not measured yet are unknown, not zero', () => {
  expect(sumProjects(PROJECTS, undefined).measured).toBeUndefined();
  expect(sumProjects([], new Map()).measured).toEqual({ lengthM: 0, areaM2: 0 });
});

test('several lines or areas are one site, and several points are points', () => {
  expect(siteKind({ geometry: { type: 'MultiLineString', coordinates: [] } })).toBe('line');
  expect(siteKind({ geometry: { type: 'MultiPolygon', coordinates: [] } })).toBe('area');
  expect(siteKind({ geometry: { type: 'MultiPoint', coordinates: [] } })).toBe('point');
  expect(siteKind({})).toBe('unlocated');
});
