import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ellipsoidDistance } from '../../../src/domain/geodesy.ts';
import { pairNearest } from '../../../src/domain/geometry/pair-nearest.ts';
import { districtPosition } from '../arbitraries.ts';

const ends = fc
  .uniqueArray(districtPosition, { maxLength: 24, selector: String })
  .map((positions) => positions.map((position, number) => ({ position, number })));

test('ends are paired the nearest two first, each once, until at most one is left', () => {
  fc.assert(
    fc.property(ends, (all) => {
      const left = new Set(all);
      for (const { one, other, lengthM } of pairNearest(all, () => true)) {
        expect(lengthM).toBe(ellipsoidDistance(one.position, other.position));
        const shortest = Math.min(
          ...[...left].flatMap((a) =>
            [...left].flatMap((b) => (a === b ? [] : [ellipsoidDistance(a.position, b.position)])),
          ),
        );
        // Which is nearest is told in a plane: good to half a percent over the district.
        expect(lengthM).toBeLessThan(1.01 * shortest + 0.001);
        expect([left.delete(one), left.delete(other)]).toEqual([true, true]);
      }
      expect(left.size).toBe(all.length % 2);
    }),
  );
});

test('only those that may be joined are, as that stands when it is asked', () => {
  fc.assert(
    fc.property(ends, (all) => {
      // Ends of lines, two each: joined to chains until one is left.
      const paired = all.slice(0, 2 * Math.floor(all.length / 2));
      const chain = paired.map(({ number }) => number >> 1);
      const differ = (one: { number: number }, other: { number: number }): boolean =>
        chain[one.number] !== chain[other.number];
      let count = 0;
      for (const { one, other } of pairNearest(paired, differ)) {
        expect(differ(one, other)).toBe(true);
        const [from, to] = [chain[one.number], chain[other.number] ?? -1];
        for (const [number, own] of chain.entries()) if (own === from) chain[number] = to;
        count += 1;
      }
      expect(count).toBe(Math.max(0, paired.length / 2 - 1));
      expect(new Set(chain).size).toBeLessThanOrEqual(1);
    }),
  );
});
