import { readFile, stat } from 'node:fs/promises';
import {
  area,
  booleanClockwise,
  booleanPointInPolygon,
  length,
  pointToLineDistance,
  polygonToLine,
} from '@turf/turf';
import type { Feature, LineString, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { untied } from '../../scripts/geodata/base-shore.ts';
import type { CoastlineSegment } from '../../src/domain/coastline.ts';
import { type Position, positionsOf } from '../../src/domain/geometry.ts';
import { closeTo } from '../close-to.ts';
import { GEODATA, readContent } from './read-geodata.ts';

/** Which kinds each file may hold: what the base map's style knows. */
const KINDS = {
  land: ['neighbour', 'district', 'island'],
  district: ['district-border', 'neighbour-border'],
  places: ['city', 'district', 'town', 'village', 'island', 'peak'],
  'sea-names': ['bay', 'sea'],
  rivers: ['river'],
  roads: ['expressway', 'urban-expressway', 'bridge', 'tunnel'],
  railways: ['railway'],
} as const;
const FILES = ['land', 'district', 'places', 'sea-names', 'rivers', 'roads', 'railways'] as const;

const features = new Map<string, readonly Feature[]>();
let segments: readonly CoastlineSegment[];

beforeAll(async () => {
  for (const file of FILES) {
    features.set(file, (await readContent(`base/${file}.geojson`, 'base')).features);
  }
  ({ segments } = await readContent('coast/coastline.geojson', 'coastline'));
});

function inFile(file: string): readonly Feature[] {
  return features.get(file) ?? [];
}

function textOf(feature: Feature, name: string): string {
  return String(feature.properties?.[name]);
}

function landOf(kind: string): readonly Feature<Polygon>[] {
  return inFile('land').filter(
    (feature): feature is Feature<Polygon> =>
      feature.geometry.type === 'Polygon' && textOf(feature, 'kind') === kind,
  );
}

function isOn(land: readonly Feature<Polygon>[], { geometry }: Feature): boolean {
  return geometry.type === 'Point' && land.some((ring) => booleanPointInPolygon(geometry, ring));
}

function namesOf(found: readonly Feature[]): readonly string[] {
  return found.map((feature) => textOf(feature, 'name_en'));
}

/** A line of a file, by its id. @throws when the file has none. */
function lineIn(file: string, id: string): Feature<LineString> {
  const line = linesIn(file).find((feature) => textOf(feature, 'id') === id);
  if (line === undefined) throw new Error(`${file} has no line "${id}"`);
  return line;
}

function linesIn(file: string): readonly Feature<LineString>[] {
  return inFile(file).filter(
    (feature): feature is Feature<LineString> => feature.geometry.type === 'LineString',
  );
}

function endsOf({ geometry }: Feature<LineString>): readonly [Position, Position] {
  const positions = [...positionsOf(geometry)];
  const [first, last] = [positions[0], positions.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a line without positions');
  return [first, last];
}

function metresFrom(line: Feature<LineString>, position: Position): number {
  return pointToLineDistance([...position], line, { units: 'meters' });
}

/** Share of a line's vertices that lie on land. */
function shareOnLand(line: Feature<LineString>): number {
  const land = [...landOf('neighbour'), ...landOf('district'), ...landOf('island')];
  const positions = [...positionsOf(line.geometry)];
  const onLand = positions.filter((position) =>
    land.some((ring) => booleanPointInPolygon([...position], ring)),
  );
  return onLand.length / positions.length;
}

/** The mainland coast from south-west to north-east. */
function mainland(): readonly Position[] {
  return segments
    .filter(({ realm }) => realm === 'mainland')
    .flatMap(({ geometry }) => [...positionsOf(geometry)]);
}

describe('every feature of the base map', () => {
  it.each(FILES)('has an id, a kind, a rank and both names: %s', (file) => {
    const found = inFile(file);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((feature) => textOf(feature, 'id'))).size).toBe(found.length);
    for (const feature of found) {
      expect(KINDS[file]).toContain(feature.properties?.['kind']);
      expect([1, 2, 3, 4, 5]).toContain(feature.properties?.['rank']);
      expect(textOf(feature, 'name_zh')).toMatch(/^\p{Script=Han}/u);
      expect(textOf(feature, 'name_en')).toMatch(/^[A-Z]/);
    }
  });

  it.each(FILES)('lies within the frame that the map shows: %s', (file) => {
    const outside = inFile(file).flatMap(({ geometry }) =>
      [...positionsOf(geometry)].filter(([x, y]) => x < 117.2 || x > 122.2 || y < 34.4 || y > 37.5),
    );
    expect(outside).toEqual([]);
  });
});

describe('the land', () => {
  it('is closed rings that run counterclockwise, in no more than 150 kB', async () => {
    const file = new URL('base/land.geojson', GEODATA);
    const { features: raw }: { features: Feature<Polygon>[] } = JSON.parse(
      await readFile(file, 'utf8'),
    );
    for (const { geometry } of raw) {
      for (const ring of geometry.coordinates) {
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(booleanClockwise(ring)).toBe(false);
      }
    }
    expect((await stat(file)).size).toBeLessThan(150_000);
  });

  it('gives the district the area that is published for it', () => {
    const [district] = landOf('district');
    // 2 127 km² (chinadaily.com.cn 2021), islands and newest fill included; a sketched border of
    // 145 km that is 200 m off all along would make 29 km².
    closeTo(district && area(district) / 1e6, 2127, 0.05 * 2127);
  });

  it('ends at the coastline: its ring runs through every vertex of the mainland coast', () => {
    const [district] = landOf('district');
    const ring = new Set(district?.geometry.coordinates[0]?.map((position) => `${position}`));
    const coast = untied(mainland()).map((position) => `${position}`);
    const missed = coast.filter((position) => !ring.has(position));
    // Loops that are cut off end in a new vertex, which is rounded when it is written.
    expect(missed.length).toBeLessThan(0.01 * coast.length);
  });

  it('has an island for every ring of island coast', () => {
    const rings = landOf('island').map(({ geometry }) => geometry.coordinates.flat());
    const island = segments.filter(({ realm }) => realm === 'island');
    for (const { id, geometry } of island) {
      const [first] = positionsOf(geometry);
      const homes = rings.filter((ring) => ring.some((position) => `${position}` === `${first}`));
      expect(homes.length, id).toBe(1);
    }
  });

  it('never lets land around stand out to sea before the district’s coast', () => {
    const around = landOf('neighbour');
    const ends = [mainland()[0], mainland().at(-1)];
    const farFromEnds = mainland().filter(([x, y]) =>
      ends.every((end) => end !== undefined && Math.hypot(x - end[0], y - end[1]) > 0.02),
    );
    expect(farFromEnds.length).toBeGreaterThan(1000);
    const covered = farFromEnds.filter((position) =>
      around.some((land) => booleanPointInPolygon([...position], land)),
    );
    expect(covered).toEqual([]);
  });
});

describe('the district border', () => {
  it('starts and ends where the mainland coast does', () => {
    const [border] = inFile('district');
    const positions = border === undefined ? [] : [...positionsOf(border.geometry)];
    expect(positions[0]).toEqual(mainland()[0]);
    expect(positions.at(-1)).toEqual(mainland().at(-1));
  });
});

describe('borders between neighbours', () => {
  it('leave from the district’s border and lead away from it', () => {
    const stubs = linesIn('district').filter((line) => textOf(line, 'kind') === 'neighbour-border');
    expect(stubs.map((line) => textOf(line, 'id')).toSorted()).toEqual([
      'border-jiaozhou-zhucheng',
      'border-wulian-donggang',
      'border-zhucheng-wulian',
    ]);
    const border = lineIn('district', 'district-border');
    for (const stub of stubs) {
      const [from, to] = endsOf(stub);
      // Both are curves through the same sketch point, drawn every 400 m.
      expect(metresFrom(border, from), textOf(stub, 'id')).toBeLessThan(100);
      expect(metresFrom(border, to), textOf(stub, 'id')).toBeGreaterThan(5000);
    }
  });
});

describe('rivers', () => {
  it('end at the edge of the land or in another river', () => {
    const edges = landOf('district').flatMap((land) => {
      const edge = polygonToLine(land);
      return edge.type === 'Feature' && edge.geometry.type === 'LineString'
        ? [{ ...edge, geometry: edge.geometry }]
        : [];
    });
    expect(edges.length).toBe(1);
    const neighbours = landOf('neighbour').map(
      ({ geometry }): Feature<LineString> => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'LineString', coordinates: geometry.coordinates[0] ?? [] },
      }),
    );
    for (const river of linesIn('rivers')) {
      const others = linesIn('rivers').filter((other) => other !== river);
      const [, mouth] = endsOf(river);
      const nearest = Math.min(
        ...[...edges, ...neighbours, ...others].map((line) => metresFrom(line, mouth)),
      );
      // Mouths are said to be good to 500 m.
      expect(nearest, textOf(river, 'id')).toBeLessThan(500);
    }
  });

  it('run on land', () => {
    for (const river of linesIn('rivers')) {
      expect(shareOnLand(river), textOf(river, 'id')).toBeGreaterThan(0.98);
    }
  });

  it('show the Baima where the plan’s layer shows it', async () => {
    const { projects } = await readContent('projects/water.geojson', 'projects');
    const planned = projects.find(({ id }) => id === 'baima-river');
    expect(lineIn('rivers', 'baimahe').geometry.coordinates).toEqual(
      planned?.geometry?.type === 'LineString' ? planned.geometry.coordinates : undefined,
    );
  });
});

describe('roads and railways', () => {
  // Published lengths: main line of the bridge 26.707 km (m.51tietu.net); tunnel with its approaches
  // 7.797 km (gansulong.com). 8 % as the plan's lines are held to.
  it.each([
    ['jiaozhou-bay-bridge', 26.707],
    ['jiaozhou-bay-tunnel', 7.797],
  ])('draw %s about as long as is published', (id, km) => {
    closeTo(length(lineIn('roads', id)), km, 0.08 * km);
  });

  it('keep railways on land but for bridges over inlets', () => {
    for (const railway of linesIn('railways')) {
      expect(shareOnLand(railway), textOf(railway, 'id')).toBeGreaterThan(0.97);
    }
  });

  // Stations in OpenStreetMap (2025, ODbL), rounded to 0.001°, which is 60 m at most.
  it.each<[string, string, Position]>([
    ['Qingdao West', 'qingyan-railway', [119.95, 35.903]],
    ['Dongjiakou', 'qingyan-railway', [119.708, 35.676]],
    ['Yanghekou', 'qingyan-railway', [120.062, 36.137]],
    ['Hongdao', 'qingyan-railway', [120.187, 36.246]],
    ['Rizhao West', 'qingyan-railway', [119.413, 35.391]],
    ['Hongshiya', 'jiaohuang-railway', [120.116, 36.092]],
    ['Huangdao', 'jiaohuang-railway', [120.167, 36.05]],
    ['Jiaozhou', 'jiaoji-railway', [119.994, 36.298]],
  ])('pass within 300 m of %s station', (_name, id, at) => {
    expect(metresFrom(lineIn('railways', id), at)).toBeLessThan(300);
  });

  it('state how far off they may be, line by line', () => {
    for (const file of ['rivers', 'roads', 'railways']) {
      for (const line of linesIn(file)) {
        expect(line.properties?.['accuracy_m'], textOf(line, 'id')).toBeGreaterThanOrEqual(500);
        expect(textOf(line, 'position_source')).toMatch(/sketch/);
      }
    }
  });
});

describe('names', () => {
  it('of the 22 towns and sub-districts stand on the district’s land', () => {
    const towns = inFile('places').filter((feature) => textOf(feature, 'kind') === 'town');
    expect(towns.length).toBe(22);
    expect(namesOf(towns.filter((town) => !isOn(landOf('district'), town)))).toEqual([]);
  });

  it('of cities around stand on land outside the district', () => {
    const cities = inFile('places').filter((feature) => textOf(feature, 'kind') === 'city');
    expect(cities.length).toBeGreaterThan(10);
    expect(namesOf(cities.filter((city) => !isOn(landOf('neighbour'), city)))).toEqual([]);
    expect(namesOf(cities.filter((city) => isOn(landOf('district'), city)))).toEqual([]);
  });

  it('of seas and bays stand on water', () => {
    const land = [...landOf('neighbour'), ...landOf('district'), ...landOf('island')];
    expect(namesOf(inFile('sea-names').filter((name) => isOn(land, name)))).toEqual([]);
  });
});

describe('a line freed of its loops', () => {
  it('loses the loop where it crosses itself and keeps the crossing', () => {
    const line: Position[] = [
      [0, 0],
      [4, 0],
      [4, 2],
      [2, 2],
      [2, -2],
    ];
    expect(untied(line)).toEqual([
      [0, 0],
      [2, 0],
      [2, -2],
    ]);
  });

  it('stays whole where it only touches itself, as at the foot of a pier', () => {
    const line: Position[] = [
      [0, 0],
      [2, 0],
      [2, 2],
      [3, 2],
      [2, 0],
      [4, 0],
    ];
    expect(untied(line)).toEqual(line);
  });
});
