/** A change of length as it is read: half a metre or less is 0, which has neither a sign nor a colour. */
export function seenLength(metres: number): number {
  return Math.abs(metres) < 0.5 ? 0 : metres;
}

/** The class of a change: a loss, a gain, or neither. */
export function changeTone(change: number | undefined): string {
  if (change === undefined || change === 0) return '';
  return change < 0 ? 'is-loss' : 'is-gain';
}
