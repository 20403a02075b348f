import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FeatureCollection, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { auditCommand } from '../../../src/command/audit/audit-command.ts';
import { validateCommand } from '../../../src/command/validate/validate-command.ts';
import {
  bd09ToWgs84,
  gcj02ToWgs84,
  wgs84ToBd09,
  wgs84ToGcj02,
} from '../../../src/data/datum/gcj02.ts';
import { closeTo } from '../../close-to.ts';
import { directoryWith, runCommand } from '../run-command.ts';

type Shift = (position: readonly [number, number]) => readonly [number, number];

function embedded(below: string): FeatureCollection {
  const path = fileURLToPath(new URL(`../../../geodata/${below}`, import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A collection with its features shifted: all of them, or those of an id. */
function shifted(below: string, shift: Shift, only?: unknown): FeatureCollection {
  const collection = embedded(below);
  for (const { geometry, properties } of collection.features) {
    const isMeant = only === undefined || properties?.['id'] === only;
    if (isMeant && geometry !== null && 'coordinates' in geometry) {
      Object.assign(geometry, { coordinates: moved(geometry.coordinates, shift) });
    }
  }
  return collection;
}

function moved(coordinates: Position | readonly unknown[], shift: Shift): unknown {
  const [x, y] = coordinates;
  if (typeof x === 'number' && typeof y === 'number')
    return shift([x, y]).map((degrees) => Math.round(degrees * 1e6) / 1e6);
  return coordinates.map((part) => (Array.isArray(part) ? moved(part, shift) : part));
}

async function suspicions(file: FeatureCollection, name = 'given.geojson') {
  const { out } = await runCommand(validateCommand, [name, '--format', 'json'], {
    directory: directoryWith({ [name]: file }),
  });
  const found: readonly {
    readonly code: string;
    readonly featureId: string | null;
    readonly message: string;
    readonly severity: string;
  }[] = JSON.parse(out);
  return found.filter(({ code }) => code.endsWith('-suspected'));
}

const FILES = [
  'coast/coastline.geojson',
  'coast/zones.geojson',
  'base/district.geojson',
  'projects/rail.geojson',
];
/** As far away as GCJ-02, the other way: no datum has that. */
const ASTRAY: Shift = ([x, y]) => {
  const [east, north] = wgs84ToGcj02([x, y]);
  return [2 * x - east, 2 * y - north];
};

describe('the shifts', () => {
  test('are undone to a millimetre', () => {
    for (const [there, back] of [
      [wgs84ToGcj02, gcj02ToWgs84],
      [wgs84ToBd09, bd09ToWgs84],
    ] as const) {
      const [x, y] = back(there([120.2, 35.95]));
      closeTo(x, 120.2, 1e-8);
      closeTo(y, 35.95, 1e-8);
    }
  });
});

describe.each(FILES)('%s', (below) => {
  test('in GCJ-02 is suspected, once, with the offset as measured', async () => {
    const [found, ...others] = await suspicions(shifted(below, wgs84ToGcj02));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'gcj02-suspected', severity: 'warning', featureId: null });
    // 458 to 489 m east, to some 10 m by how the lines run.
    const east = Number(/(\d+) m east/.exec(found?.message ?? '')?.[1]);
    closeTo(east, 473, 26);
  });

  test('in BD-09 is suspected as that', async () => {
    expect(await suspicions(shifted(below, wgs84ToBd09))).toMatchObject([
      { code: 'bd09-suspected', severity: 'warning' },
    ]);
  });

  test('as it is, and astray by as much the other way, is not', async () => {
    expect(await suspicions(embedded(below))).toEqual([]);
    expect(await suspicions(shifted(below, ASTRAY))).toEqual([]);
  });
});

test('a single segment in GCJ-02 among sound ones is told by its id', async () => {
  const file = shifted('coast/coastline.geojson', wgs84ToGcj02, 'langya-bay-12');
  expect(await suspicions(file)).toMatchObject([
    { code: 'gcj02-suspected', featureId: 'langya-bay-12' },
  ]);
});

describe('the audit', () => {
  const audit = (file: FeatureCollection) =>
    runCommand(auditCommand, ['--coastline', 'mine.geojson', '--format', 'json'], {
      directory: directoryWith({ 'mine.geojson': file }),
    });

  test('of a coastline in GCJ-02 says so beside its figures', async () => {
    const { code, out, err } = await audit(shifted('coast/coastline.geojson', wgs84ToGcj02));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('overall');
    expect(err).toContain('mine.geojson:1:1  gcj02-suspected');
  });

  test('of one in WGS 84 has nothing to say of it', async () => {
    expect((await audit(embedded('coast/coastline.geojson'))).err).not.toContain('suspected');
  });
});
