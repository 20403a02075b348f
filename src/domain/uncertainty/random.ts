/** Gives numbers from 0 to below 1, evenly spread and always the same for the same seed. */
export type Random = () => number;

/**
 * A generator of pseudo-random numbers that a text seeds, so that anyone with the same data draws the same.
 * Source: Blackman & Vigna, Scrambled linear pseudorandom number generators, ACM Trans. Math. Softw. 47 (2021) 36:
 * xoshiro128**. Its state is filled from the text's FNV-1a hash (Fowler, Noll, Vo) by SplitMix32.
 */
export function seededRandom(seed: string): Random {
  let mix = fnv1a(seed);
  const word = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let bits = mix ^ (mix >>> 16);
    bits = Math.imul(bits, 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return bits ^ (bits >>> 15);
  };
  return xoshiro128([word(), word(), word(), word()]);
}

/** The generator from its state of four words of 32 bits, not all of them zero. */
export function xoshiro128([a, b, c, d]: readonly [number, number, number, number]): Random {
  let [s0, s1, s2, s3] = [a, b, c, d];
  return () => {
    const scrambled = Math.imul(rotated(Math.imul(s1, 5), 7), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 11);
    return (scrambled >>> 0) / 2 ** 32;
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** The 32-bit FNV-1a hash of a text, over its UTF-16 code units, low byte first. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash;
}

/** A deviate of the standard normal distribution. Source: Box & Muller, Ann. Math. Stat. 29 (1958) 610–611. */
export function normalDeviate(random: Random): number {
  // 1 − u is never 0, whose logarithm is infinite.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
