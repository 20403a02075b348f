import { expect, test } from 'vitest';
import { coastFollower } from '../../scripts/geodata/projects-coast.ts';
import { parseRawLayer, type RawSketch } from '../../scripts/geodata/projects-raw.ts';
import { geometryOf } from '../../scripts/geodata/projects-sketch.ts';

const straightCoast = coastFollower({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [120, 36],
          [120.05, 36],
          [120.1, 36],
        ],
      },
    },
  ],
});

test('a ring is closed, turned counterclockwise and snapped to the coast', () => {
  const clockwise = geometryOf(
    {
      kind: 'polygon',
      ring: [
        {
          coast: [
            [120.09, 36.004],
            [120.02, 35.998],
          ],
        },
        [120.02, 36.03],
        [120.09, 36.03],
      ],
    },
    straightCoast,
  );
  expect(clockwise).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [120.09, 36],
        [120.09, 36.03],
        [120.02, 36.03],
        [120.02, 36],
        [120.05, 36],
        [120.09, 36],
      ],
    ],
  });
});

test('a ring that crosses itself is refused with where', () => {
  const bowTie: RawSketch = {
    kind: 'polygon',
    ring: [
      [120, 36],
      [120.02, 36.02],
      [120.02, 36],
      [120, 36.02],
    ],
  };
  expect(() => geometryOf(bowTie, straightCoast)).toThrow('crosses itself at 120.01000, 36.01000');
});

test('a record with an unknown field is refused with file, project and field', () => {
  const layer = { layer: 'ports', projects: [{ id: 'quay', nme_zh: '码头' }] };
  expect(() => parseRawLayer(layer, 'ports.json')).toThrow(/^ports\.json, project "quay": /);
});

test('a sketch without an accuracy is refused', () => {
  const record = {
    id: 'quay',
    name_zh: '码头',
    name_en: 'Quay',
    articles: [24],
    status: 'build',
    summary_zh: '码头。',
    summary_en: 'A quay.',
    figures: [],
    position_source: 'own sketch',
    position_source_zh: '自绘',
    site_named_in_plan: true,
    sketch: { kind: 'point', at: [120.2, 36] },
  };
  const parse = (project: unknown) =>
    parseRawLayer({ layer: 'ports', projects: [project] }, 'ports.json');
  expect(() => parse(record)).toThrow('a sketch needs accuracy_m');
  expect(parse({ ...record, accuracy_m: 900 }).projects).toHaveLength(1);
});
