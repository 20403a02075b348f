/**
 * Reads an angle in degrees: decimal degrees, degrees and minutes, or degrees, minutes and seconds, with
 * signs in any width or with letters (`35°52′04.8″`, `35d52m4.8s`, `35:52:04.8`, `N35.87`). Returns undefined for
 * anything else; minutes and seconds below 60.
 */
export function parseAngle(written: string): number | undefined {
  const { side, rest } = withoutSide(
    written
      .normalize('NFKC')
      .replace(/[\u200B-\u200F\uFEFF]/g, '')
      .trim(),
  );
  const text = rest
    // Blanks or hyphens between degrees, minutes and seconds.
    .replace(
      /^(\d{1,3})[\s-]+(\d{1,2}(?:\.\d+)?)(?=$|[\s-])(?:[\s-]+(\d{1,2}(?:\.\d+)?))?$/,
      '$1:$2:$3',
    )
    .replace(/:$/, '')
    .replace(/\s/g, '')
    .replace(/度/g, '°')
    .replace(/[分′’'´ʹ]/g, "'")
    .replace(/秒|″|”|"|''/g, '"')
    .replace(/[º˚]/g, '°');
  const sign = text.startsWith('-') || /[SW南西]/i.test(side) ? -1 : 1;
  const plain = text.replace(/^[+-]/, '');
  const decimal = /^\d+(?:\.\d+)?°?$/.exec(plain);
  if (decimal !== null) return sign * Number.parseFloat(plain);
  const [, degrees, minutes, seconds = '0'] =
    /^(\d{1,3})[°d:](\d{1,2}(?:\.\d+)?)(?:['m:]?(?:(\d{1,2}(?:\.\d+)?)["s]?)?)?$/i.exec(plain) ??
    [];
  if (degrees === undefined || minutes === undefined) return undefined;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
  return sign * (Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600);
}

/** The side of the globe that stands in front or at the end, and what is left. */
function withoutSide(text: string): { readonly side: string; readonly rest: string } {
  const front = /^(?:[NSEW]|[北南]纬?|[东西]经?)[\s:]*/i.exec(text)?.[0];
  if (front !== undefined) return { side: front, rest: text.slice(front.length) };
  // An s behind minutes with an m is that of seconds.
  const isSeconds = /m\s*\d+(?:\.\d+)?\s*s$/i.test(text);
  const back = isSeconds ? undefined : /\s*(?:[NSEW]|[北南]纬?|[东西]经?)$/i.exec(text)?.[0];
  return back === undefined
    ? { side: '', rest: text }
    : { side: back, rest: text.slice(0, text.length - back.length) };
}

/**
 * The unit of the last digit of an angle as written, in degrees: a second for 35°51′00″, a ten-thousandth of a degree
 * for 35.8512.
 */
export function angleUnit(written: string): number {
  const numbers = written.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? [];
  const decimals = numbers.at(-1)?.split('.')[1]?.length ?? 0;
  return 10 ** -decimals / 60 ** Math.max(0, Math.min(2, numbers.length - 1));
}
