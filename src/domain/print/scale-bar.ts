/** A scale bar: a round length, how long it is on paper, and in how many equal parts it is cut. */
export type ScaleBar = {
  readonly lengthM: number;
  readonly lengthMm: number;
  readonly parts: number;
};

/** First digits of a bar's length, the longest first, and the parts that give round numbers. */
const STEPS = [
  { digit: 5, parts: 5 },
  { digit: 2, parts: 4 },
  { digit: 1, parts: 5 },
] as const;

/** The longest bar of a round length (1, 2 or 5, and zeros) that is no longer than so many millimetres. */
export function scaleBar(metresPerMm: number, longestMm: number): ScaleBar {
  const longestM = metresPerMm * longestMm;
  const power = 10 ** Math.floor(Math.log10(longestM));
  const { digit, parts } = STEPS.find((step) => step.digit * power <= longestM) ?? STEPS[2];
  return { lengthM: digit * power, lengthMm: (digit * power) / metresPerMm, parts };
}
