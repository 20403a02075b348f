/** The z of 90 % of a normal distribution around its mean. */
export const Z_90 = 1.6448536269514722;
/** The z of 95 % of a normal distribution around its mean. */
export const Z_95 = 1.959963984540054;

/**
 * The standard normal distribution function, to 1e-15.
 * Source: Hart 1968, algorithm 5666, as in West, Better approximations to cumulative normal functions, Wilmott
 * Magazine (May 2005) 70–76.
 */
export function normalCdf(x: number): number {
  const far = Math.abs(x);
  const tail = far > 37 ? 0 : upperTail(far);
  return x > 0 ? 1 - tail : tail;
}

function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2);
  if (x >= 7.07106781186547) {
    const fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
    return density / fraction / 2.506628274631;
  }
  return (density * polynomial(ABOVE, x)) / polynomial(BELOW, x);
}

const ABOVE = [
  ...[0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383],
  ...[112.079291497871, 221.213596169931, 220.206867912376],
];
const BELOW = [
  ...[0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461],
  ...[296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752],
];

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/** The z below which a share of the standard normal distribution lies: ∓8.3 for 0 and 1. */
export function normalQuantile(share: number): number {
  let [low, high] = [-8.3, 8.3];
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
