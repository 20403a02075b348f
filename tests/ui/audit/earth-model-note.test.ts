import { expect, test } from 'vitest';
import type { Position } from '../../../src/domain/geometry.ts';
import { earthModelNote } from '../../../src/ui/audit/earth-model-note.ts';
import { loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';

const coastAt = (latitude: number): readonly { readonly line: readonly Position[] }[] => [
  {
    line: [
      [118, latitude - 0.1],
      [118.2, latitude + 0.1],
    ],
  },
];

// Radii of curvature of the ellipsoid over Turf's 6371008.8 m, calculated apart: M = a(1 − e²)/(1 − e² sin² φ)^1.5 and N = a/√(1 − e² sin² φ).
test.each([
  [36, '+0.21 %', '-0.23 %'],
  [24.5, '+0.39 %', '-0.17 %'],
  [-45, '+0.06 %', '-0.28 %'],
])(
  'the two earth models differ by what they differ at the latitude of the coast, %s°',
  async (latitude, northSouth, eastWest) => {
    await loadDeferredTexts('en');
    const note = earthModelNote(coastAt(latitude), await loadTexts('en'));
    expect(note.replace(/\s/g, ' ').replaceAll('\u2212', '-')).toBe(
      `Turf measures on a sphere: at the latitude of this coast ${northSouth} on north–south and ${eastWest} on east–west lines.`,
    );
  },
);

test('without coast there is nothing to say', async () => {
  expect(earthModelNote([], await loadTexts('en'))).toBe('');
});
