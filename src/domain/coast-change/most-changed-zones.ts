import type { ScopeChange } from './compare-coasts.ts';

/** Metres, square metres and parts of a ratio below these read as no change. */
const LEAST = { metres: 0.05, squareMetres: 1, ratio: 5e-6 } as const;

/**
 * Indices of the zones whose coast has changed, the most changed ratio first; where ratios changed alike, the zone that
 * lost and gained more coast.
 */
export function mostChangedZones(zones: readonly ScopeChange[]): readonly number[] {
  const points = ({ change: { ratio } }: ScopeChange): number => Math.abs(ratio ?? 0);
  const coast = ({ lostM, gainedM }: ScopeChange): number => lostM + gainedM;
  const hasChanged = (of: ScopeChange): boolean =>
    points(of) >= LEAST.ratio ||
    coast(of) >= LEAST.metres ||
    of.reclaimedM2 + of.erodedM2 >= LEAST.squareMetres;
  return zones
    .map((of, index) => ({ of, index }))
    .filter(({ of }) => hasChanged(of))
    .toSorted((a, b) => points(b.of) - points(a.of) || coast(b.of) - coast(a.of))
    .map(({ index }) => index);
}
