import { describe, expect, test } from 'vitest';
import {
  ACCURACY_DRAWINGS,
  ACCURACY_SYMBOLS,
  accuracySymbol,
  circleRadius,
  DASH_RULES,
  gradesDrawn,
} from '../../../src/domain/legend/accuracy-symbols.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../../../src/domain/project.ts';

const POINT = { type: 'Point' as const, coordinates: [120, 35] };
const LINE = {
  type: 'LineString' as const,
  coordinates: [
    [120, 35],
    [121, 35],
  ],
};

function known(accuracyM: number, geometry: typeof POINT | typeof LINE, status: ProjectStatus) {
  return { accuracyM, geometry, status };
}

describe('how certain a drawing is', () => {
  test('is told of a position worse than 2 km by a ring, worse than 5 km by its circle too', () => {
    expect(gradesDrawn('isHollow')).toEqual(['coarse', 'area-only']);
    expect(gradesDrawn('hasCircle')).toEqual(['area-only']);
    expect([2000, 2001].map((m) => accuracySymbol(known(m, POINT, 'build'), 'plain'))).toEqual([
      undefined,
      'hollow',
    ]);
    expect([5000, 5001].map((m) => circleRadius(known(m, POINT, 'build')))).toEqual([
      undefined,
      5001,
    ]);
    expect(circleRadius(known(9000, LINE, 'build'))).toBeUndefined();
  });

  test.each([
    ['plain', ['propose', 'study'], 'dashed', 'dashed'],
    ['rail', ['propose', 'study'], 'dashed', undefined],
    ['road', ['build', 'propose', 'study'], 'new-road', undefined],
  ] as const)('is told of a %s line by dashes', (line, statuses, symbol, coarse) => {
    const dashed = PROJECT_STATUSES.filter(
      (status) => accuracySymbol(known(100, LINE, status), line) === symbol,
    );
    expect(dashed).toEqual(statuses);
    expect(accuracySymbol(known(3000, LINE, 'existing'), line)).toBe(coarse);
  });

  test('is told of a road that is widened, which the map draws hollow, and of no other line', () => {
    const symbols = (['plain', 'rail', 'road'] as const).map((line) =>
      accuracySymbol(known(100, LINE, 'expand'), line),
    );
    expect(symbols).toEqual([undefined, undefined, 'wider-road']);
    expect(accuracySymbol(known(100, POINT, 'expand'), 'road')).toBeUndefined();
  });

  test('is told of any line stated to be known to no better than 5 km by a soft band', () => {
    for (const line of ['plain', 'rail', 'road'] as const)
      for (const status of ['existing', 'expand', 'study'] as const)
        expect(accuracySymbol(known(5001, LINE, status), line)).toBe('soft');
    expect(accuracySymbol(known(5000, LINE, 'existing'), 'plain')).toBe('dashed');
    // Nothing stated is no statement of a width.
    expect(accuracySymbol({ geometry: LINE, status: 'existing' }, 'plain')).toBe('dashed');
    const area = { type: 'Polygon' as const, coordinates: [LINE.coordinates] };
    expect(accuracySymbol({ accuracyM: 9000, geometry: area, status: 'build' }, 'plain')).toBe(
      'dashed',
    );
  });

  test('says nothing of what has no position', () => {
    expect(accuracySymbol({ status: 'propose' }, 'plain')).toBeUndefined();
    expect(circleRadius({ accuracyM: 9000 })).toBeUndefined();
  });

  test('uses every symbol, and dashes whatever a ring is drawn for', () => {
    const used = new Set([
      ...(gradesDrawn('isHollow').length > 0 ? ['hollow'] : []),
      ...(gradesDrawn('hasCircle').length > 0 ? ['circle'] : []),
      ...Object.values(DASH_RULES).map(({ symbol }) => symbol),
      'wider-road',
      'soft',
    ]);
    expect(used).toEqual(new Set(ACCURACY_SYMBOLS));
    for (const { isHollow, isDashed } of Object.values(ACCURACY_DRAWINGS))
      expect(isDashed).toBe(isHollow);
  });
});
