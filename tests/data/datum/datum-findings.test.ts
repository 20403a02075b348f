import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FeatureCollection, Geometry, LineString } from 'geojson';
import { describe, expect, test } from 'vitest';
import { datumIssuesOf } from '../../../src/data/datum/datum-findings.ts';
import { wgs84ToGcj02 } from '../../../src/data/datum/gcj02.ts';

function geometriesOf(below: string): readonly Geometry[] {
  const path = fileURLToPath(new URL(`../../../geodata/${below}`, import.meta.url));
  const { features }: FeatureCollection = JSON.parse(readFileSync(path, 'utf8'));
  return features.map(({ geometry }) => geometry);
}

const LAND = { name: 'base/land.geojson', geometries: geometriesOf('base/land.geojson') };
const COAST = geometriesOf('coast/coastline.geojson').filter(
  (geometry): geometry is LineString => geometry.type === 'LineString',
);

function shifted({ coordinates, ...line }: LineString): LineString {
  return { ...line, coordinates: coordinates.map(([x = 0, y = 0]) => [...wgs84ToGcj02([x, y])]) };
}

const asSegments = (lines: readonly LineString[]) =>
  lines.map((geometry, index) => ({ id: `s${index}`, geometry }));

const ask = (lines: readonly LineString[]) =>
  datumIssuesOf({
    dataset: 'coast',
    geometries: lines,
    segments: asSegments(lines),
    others: [{ ...LAND, isCoast: true }],
  });

describe('a coastline beside the land of its plan', () => {
  test('that was shifted as a whole is told once, with the shift that is known here (458 to 489 m)', () => {
    const [issue, ...others] = ask(COAST.map(shifted));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'gcj02-suspected', dataset: 'coast', severity: 'warning' });
    const [east = 0, north = 0] = (issue?.message.en.match(/\d+ m/g) ?? []).map(Number.parseFloat);
    const shift = Math.hypot(east, north);
    expect(shift).toBeGreaterThan(450);
    expect(shift).toBeLessThan(500);
  });

  test('of which one stretch was shifted has that stretch told, as a note', () => {
    const longest = COAST.indexOf(
      COAST.toSorted((a, b) => b.coordinates.length - a.coordinates.length)[0] ??
        ({ type: 'LineString', coordinates: [] } as LineString),
    );
    const lines = COAST.map((line, index) => (index === longest ? shifted(line) : line));
    expect(ask(lines)).toMatchObject([
      {
        code: 'gcj02-suspected',
        severity: 'note',
        featureId: `s${longest}`,
        featureIndex: longest,
      },
    ]);
  });

  test('that lies where it should, or where there is nothing to compare it with, is not suspected', () => {
    expect(ask(COAST)).toEqual([]);
    expect(
      datumIssuesOf({ dataset: 'coast', geometries: COAST, segments: [], others: [] }),
    ).toEqual([]);
  });
});
