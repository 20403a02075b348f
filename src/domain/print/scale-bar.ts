/**
 * A scale bar: a round length in metres, its length on paper in millimetres, and the number of its equal
 * parts.
 */
export type ScaleBar = {
  readonly lengthM: number;
  readonly lengthMm: number;
  readonly parts: number;
};

/**
 * The first digits of the length of a bar, the largest first, and the number of parts that gives round
 * numbers.
 */
const STEPS = [
  { digit: 5, parts: 5 },
  { digit: 2, parts: 4 },
  { digit: 1, parts: 5 },
] as const;

/**
 * The longest bar of a round length (1, 2 or 5, and zeros) that is at most `longestMm` millimetres long.
 */
export function scaleBar(metresPerMm: number, longestMm: number): ScaleBar {
  const longestM = metresPerMm * longestMm;
  const power = 10 ** Math.floor(Math.log10(longestM));
  const { digit, parts } = STEPS.find((step) => step.digit * power <= longestM) ?? STEPS[2];
  return { lengthM: digit * power, lengthMm: (digit * power) / metresPerMm, parts };
}
