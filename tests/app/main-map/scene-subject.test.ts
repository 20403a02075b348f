import { expect, test } from 'vitest';
import { type SubjectSources, sceneSubject } from '../../../src/app/main-map/scene-subject.ts';
import type { SlideSubject } from '../../../src/domain/views/slide-subject.ts';
import { boxZone } from '../../domain/build.ts';
import { catalogueLayer, readyWith } from '../plan.ts';

const LAYERS = [
  {
    layer: catalogueLayer('zones', 'zones'),
    state: readyWith({
      role: 'zones',
      zones: [
        boxZone('west', [0, -1, 1, 1]),
        boxZone('east', [2, -1, 3, 1]),
        boxZone('dry', [5, 5, 6, 6]),
      ],
    }),
  },
];
const ZONES = [
  { id: 'west', verdict: 'fail', hasOwnTarget: true },
  { id: 'east', verdict: 'too-close', hasOwnTarget: true },
  { id: 'dry', verdict: 'no-coast', hasOwnTarget: true },
] as const;

function drawn(subject: SlideSubject, zones: SubjectSources['zones'] = ZONES) {
  const { dataset } = sceneSubject(subject, { layers: LAYERS, theme: 'light', zones });
  return dataset.features.features.map(({ properties, geometry }) => ({
    part: properties?.['part'],
    shape: properties?.['shape'],
    at: geometry.type === 'Point' ? geometry.coordinates : undefined,
  }));
}

test('each zone with a verdict bears its shape, one without coast none', () => {
  const marks = drawn({ hasVerdicts: true }).filter(({ part }) => part === 'verdict');
  expect(marks.map(({ shape }) => shape)).toEqual(['▲', '◐']);
});

test('a zone without a target of its own bears no verdict, but the sign of its part in the whole', () => {
  const lent = ZONES.map((zone) => ({ ...zone, hasOwnTarget: false }));
  const marks = drawn({ hasVerdicts: true }, lent).filter(({ part }) => part === 'verdict');
  expect(marks.map(({ shape }) => shape)).toEqual(['−', '±']);
});

test('a call-out in a zone points at its shape, without a dot; one beside the zones keeps its dot', () => {
  const parts = drawn({
    hasVerdicts: true,
    callouts: [
      { at: [0.25, 0.5], text: { zh: '西', en: 'West' } },
      { at: [8, 8], text: { zh: '外', en: 'Off' } },
    ],
  });
  expect(parts.filter(({ part }) => part === 'verdict')[0]?.at).toEqual([0.25, 0.5]);
  expect(parts.filter(({ part }) => part !== 'verdict').map(({ part }) => part)).toEqual([
    'name',
    'callout',
  ]);
});

test('no shape without verdicts', () => {
  expect(drawn({ zones: ['west'] }).some(({ part }) => part === 'verdict')).toBe(false);
});
