import { readFile } from 'node:fs/promises';
import { booleanPointInPolygon, kinks, lineString, polygon } from '@turf/turf';
import { beforeAll, describe, expect, it } from 'vitest';
import { COAST_FOREWORD, coastFeatures } from '../../scripts/geodata/coast.ts';
import { formatCollection } from '../../scripts/geodata/write-collection.ts';
import type { CoastlineSegment } from '../../src/domain/coastline.ts';
import { linesOf, measureArea, measureGeometry } from '../../src/domain/geodesy.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { closeTo } from '../close-to.ts';
import { GEODATA, readContent } from './read-geodata.ts';

let text: string;
let mainland: readonly CoastlineSegment[];
let islands: readonly CoastlineSegment[];

beforeAll(async () => {
  text = await readFile(new URL('coast/coastline.geojson', GEODATA), 'utf8');
  const { segments } = await readContent('coast/coastline.geojson', 'coastline');
  mainland = segments.filter(({ realm }) => realm === 'mainland');
  islands = segments.filter(({ realm }) => realm === 'island');
});

function positions({ geometry }: CoastlineSegment): readonly Position[] {
  return linesOf(geometry).flat();
}

/** Segments end to end as one line; a shared end is written once. */
function joined(segments: readonly CoastlineSegment[]): readonly Position[] {
  return segments.flatMap((segment, index) => positions(segment).slice(index === 0 ? 0 : 1));
}

function lengthOf(segments: readonly CoastlineSegment[]): number {
  return segments.reduce(
    (sum, { geometry }) => sum + measureGeometry(geometry).lengthM.ellipsoid,
    0,
  );
}

/** Ground within a few steps of each other, for rings and probes: [longitude, latitude] as GeoJSON writes it. */
function plain(line: readonly Position[]): number[][] {
  return line.map(([longitude, latitude]) => [longitude, latitude]);
}

/** The rings that island segments make, end to end, by the id of the first segment. */
function rings(): ReadonlyMap<string, readonly Position[]> {
  const found = new Map<string, readonly Position[]>();
  let open: CoastlineSegment[] = [];
  for (const segment of islands) {
    open.push(segment);
    const ring = joined(open);
    if (`${ring[0]}` !== `${ring.at(-1)}`) continue;
    found.set(open[0]?.id ?? '', ring);
    open = [];
  }
  expect(open).toEqual([]);
  return found;
}

describe('the coastline', () => {
  it('is what its raw inputs build, byte for byte', async () => {
    expect(formatCollection(await coastFeatures(), COAST_FOREWORD)).toBe(text);
  });

  it('has 80 to 200 segments, each with its own id and a name in both languages', () => {
    const all = [...mainland, ...islands];
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(all.length).toBeLessThanOrEqual(200);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { name } of all) {
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(name.en).toMatch(/^[A-Z][\p{L}\d ,()–-]+$/u);
    }
  });

  it('says that it is not surveyed and that its classes are an illustration', () => {
    const collection: unknown = JSON.parse(text);
    expect(collection).toMatchObject({ surveyed: false });
    for (const { classSource, positionSource } of [...mainland, ...islands]) {
      expect(classSource).toMatch(/^illustration judged from maps/);
      expect(positionSource).toMatch(/hand|OpenStreetMap/);
    }
  });

  it('gives a use to every artificial shore and to no other', () => {
    for (const { id, class: shoreClass, use } of [...mainland, ...islands]) {
      expect(shoreClass, id).toBeDefined();
      expect(use !== undefined, id).toBe(shoreClass === 'artificial');
    }
  });
});

describe('the mainland coast', () => {
  it('runs without a gap from the Baima–Jili mouth to the Yanghe', () => {
    for (const [index, segment] of mainland.entries()) {
      const before = mainland[index - 1];
      if (before !== undefined) expect(positions(segment)[0]).toEqual(positions(before).at(-1));
    }
    const line = joined(mainland);
    // The ends as published with the shore table; the river mouths are some 500 m wide.
    closeTo(line[0]?.[0], 119.654, 0.005);
    closeTo(line[0]?.[1], 35.589, 0.005);
    closeTo(line.at(-1)?.[0], 120.103, 0.005);
    closeTo(line.at(-1)?.[1], 36.127, 0.005);
  });

  it('never crosses itself', () => {
    expect(kinks(lineString(plain(joined(mainland)))).features).toEqual([]);
  });

  it('has the land on its left', () => {
    const line = plain(joined(mainland));
    // Closed far inland, over the north-west: to the left of a line that runs north-east.
    const land = polygon([[...line, [119.3, 36.5], ...line.slice(0, 1)]]);
    const twiceArea = line.reduce((sum, [x = 0, y = 0], index) => {
      const [nextX = 0, nextY = 0] = line[index + 1] ?? [119.3, 36.5];
      return sum + x * nextY - nextX * y;
    }, 0);
    const [firstX = 0, firstY = 0] = line[0] ?? [];
    expect(twiceArea + 119.3 * firstY - firstX * 36.5).toBeGreaterThan(0);
    // Qingdao West station, a campus on the shore of Guzhenkou; Lingshan Island, the mouth of Jiaozhou Bay.
    expect(booleanPointInPolygon([119.9512, 35.9015], land)).toBe(true);
    expect(booleanPointInPolygon([120.0251, 35.7749], land)).toBe(true);
    expect(booleanPointInPolygon([120.1678, 35.7634], land)).toBe(false);
    expect(booleanPointInPolygon([120.2667, 36.0333], land)).toBe(false);
  });

  it('is as long as published: 282 km within 8 %', () => {
    closeTo(lengthOf(mainland), 282_000, 0.08 * 282_000);
  });

  it.each([
    ['baima-jili', 0.25],
    ['qizi-bay', 0.45],
    ['dongjiakou', 0],
    ['gongkou-bay', 0.1],
    ['langya-bay', 0.5],
    ['langya-terrace', 0.85],
    ['longwan', 0.8],
    ['wangjiataihou', 0.6],
    ['guzhenkou-head', 0.1],
    ['guzhenkou-east', 0.1],
    ['dazhushan-head', 0.9],
    ['baishatan', 0.85],
    ['lingshan-bay', 0.75],
    ['film-city', 0.35],
    ['lingshanwei', 0.05],
    ['tangdao-bay', 0.15],
    ['yumingzui', 0.85],
    ['yinshatan', 0.9],
    ['shiquetan', 0.85],
    ['jinshatan', 0.9],
    ['xuejiadao-east', 0.85],
    ['haixi-bay', 0.1],
    ['qianwan-south', 0],
    ['qianwan-north', 0],
    ['huangdao-tip', 0],
    ['hongshiya', 0],
  ])('%s is about as natural as the judgement it illustrates: %f', (stretch, judged) => {
    const segments = mainland.filter(({ id }) => id.replace(/-\d+$/, '') === stretch);
    const natural = segments.filter(({ class: shoreClass }) =>
      ['bedrock', 'sandy', 'muddy', 'biogenic', 'restored'].includes(shoreClass ?? ''),
    );
    // Ends at real changes of the shore, not at round shares: five points of leeway.
    closeTo(lengthOf(natural) / lengthOf(segments), judged, 0.05);
  });
});

describe('the islands', () => {
  it('are thirteen closed rings, counterclockwise: land on the left', () => {
    expect(rings().size).toBe(13);
    for (const [id, ring] of rings()) {
      const twiceArea = ring.reduce((sum, [x, y], index) => {
        const [nextX, nextY] = ring[index + 1] ?? [x, y];
        return sum + x * nextY - nextX * y;
      }, 0);
      expect(twiceArea, id).toBeGreaterThan(0);
      expect(kinks(polygon([plain(ring)])).features, id).toEqual([]);
    }
  });

  it.each([
    ['lingshan-island-south', 7.66],
    ['zhucha-island-east', 0.39],
    ['zhaitang-island-east', 0.5],
    ['muguan-island-east', 0.51],
  ])('the ring of %s has its published area of %f km² within 8 %%', (id, squareKilometres) => {
    const ring = plain(rings().get(id) ?? []);
    const { ellipsoid } = measureArea({ type: 'Polygon', coordinates: [ring] });
    closeTo(ellipsoid / 1e6, squareKilometres, 0.08 * squareKilometres);
  });

  it('lie off the mainland, none of them touching it', () => {
    const land = polygon([
      [...plain(joined(mainland)), [119.3, 36.5], ...plain(joined(mainland)).slice(0, 1)],
    ]);
    for (const ring of rings().values()) {
      for (const position of plain(ring)) expect(booleanPointInPolygon(position, land)).toBe(false);
    }
  });
});
