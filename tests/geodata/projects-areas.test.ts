import { readdirSync, readFileSync } from 'node:fs';
import { area, bbox, intersect } from '@turf/turf';
import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  MultiPolygon,
  Polygon,
} from 'geojson';
import { expect, test } from 'vitest';
import { joinEnds } from '../../scripts/geodata/projects-stretches.ts';

type Areal = Feature<Polygon | MultiPolygon>;

const GEODATA = new URL('../../geodata/', import.meta.url);
/** Corners far inland, from the coast's north-eastern end round to its south-western one. */
const INLAND = [
  [120.3, 37.5],
  [117.2, 37.5],
  [117.2, 34.9],
  [119.3, 34.9],
];

/** Areas that lie in one another on purpose; each says so in its notes or is a part by name. */
const MEANT_TO_OVERLAP: Readonly<Record<string, readonly string[]>> = {
  'qingdao-etdz': [
    'haixi-bay-shipyard-base',
    'sino-german-ecopark',
    'qianwan-port-area',
    'qingdao-ftz-area',
    'qianwan-comprehensive-bonded-zone',
    'sino-japan-cooperation-zone',
    'qianwan-bonded-port-surroundings',
  ],
  'qingdao-ftz-area': [
    'sino-german-ecopark',
    'qianwan-port-area',
    'qianwan-comprehensive-bonded-zone',
    'west-coast-comprehensive-bonded-zone',
    'sino-japan-cooperation-zone',
    'qianwan-bonded-port-surroundings',
  ],
  'qianwan-port-area': ['qianwan-comprehensive-bonded-zone', 'qianwan-bonded-port-surroundings'],
  'qianwan-comprehensive-bonded-zone': ['qianwan-bonded-port-surroundings'],
  'dongjiakou-green-circular-park': ['dongjiakou-chemical-park-renewal'],
  'ocean-science-city-core': ['guzhenkou-education-industry-park'],
  'lingshan-island-shore-restoration': ['lingshan-island-reserve'],
};
/** Neighbours may share a few hectares where a coast or border is followed by both. */
const SLIVER_M2 = 20_000;

const folder = new URL('projects/', GEODATA);
const areas = readdirSync(folder)
  .filter((file) => file.endsWith('.geojson'))
  .sort()
  .flatMap((file) => readCollection(new URL(file, folder)).features.filter(isAreal));
const land = mainland();

test('areas overlap where one is meant to lie in the other, and nowhere else', () => {
  const overlaps: string[] = [];
  for (const [index, one] of areas.entries()) {
    for (const other of areas.slice(index + 1)) {
      if (sharedArea(one, other) > SLIVER_M2) overlaps.push(pair(one.id, other.id));
    }
  }
  const meant = Object.entries(MEANT_TO_OVERLAP).flatMap(([one, others]) =>
    others.map((other) => pair(one, other)),
  );
  expect(overlaps.toSorted()).toEqual(meant.toSorted());
});

test.each(areas)('$id lies on one side of the coast', (project) => {
  // Bays, reserves and islands off the mainland have none of it; all else has nothing but it.
  // 1 %: an edge drawn between two quay corners may cut one.
  const share = sharedArea(project, land) / area(project);
  expect(Math.min(share, 1 - share)).toBeLessThan(0.01);
});

function sharedArea(one: Areal, other: Areal): number {
  const [w1, s1, e1, n1] = bbox(one);
  const [w2, s2, e2, n2] = bbox(other);
  if (w1 > e2 || w2 > e1 || s1 > n2 || s2 > n1) return 0;
  const shared = intersect({ type: 'FeatureCollection', features: [one, other] });
  return shared === null ? 0 : area(shared);
}

function pair(one: unknown, other: unknown): string {
  return [`${one}`, `${other}`].toSorted().join(' + ');
}

/** Everything landward of the mainland coast, which runs south-west to north-east. */
function mainland(): Areal {
  const { features } = readCollection(new URL('coast/coastline.geojson', GEODATA));
  const lines = features
    .filter((feature): feature is Feature<LineString> => feature.geometry?.type === 'LineString')
    .filter(({ properties }) => properties?.['realm'] === 'mainland')
    .map(({ geometry }) => geometry.coordinates.map(([x = 0, y = 0]) => [x, y] as const));
  const [coast, ...others] = joinEnds(lines);
  if (coast === undefined || others.length > 0)
    throw new Error('the mainland coast is not one line');
  const ring = [...coast, ...INLAND].map(([x = 0, y = 0]) => [x, y]);
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] },
  };
}

function readCollection(file: URL): FeatureCollection<Geometry | null> {
  const collection: FeatureCollection<Geometry | null> = JSON.parse(readFileSync(file, 'utf8'));
  return collection;
}

function isAreal(feature: Feature<Geometry | null>): feature is Areal {
  return feature.geometry?.type === 'Polygon' || feature.geometry?.type === 'MultiPolygon';
}
