/** Whole numbers up to this one are articles of a plan, not a place. */
const LAST_ARTICLE = 85;

/** Whether the numbers of a text are articles, years, dates or road numbers instead of a position. */
export function isOtherNumbers(signs: string): boolean {
  const whole = signs.match(/\d+/g)?.map(Number) ?? [];
  const isPlain = /^[\d\s,;/-]+$/.test(signs);
  if (isPlain && whole.every((value) => value >= 1 && value <= LAST_ARTICLE)) return true;
  if (isPlain && whole.every((value) => value >= 1900 && value <= 2100)) return true;
  if (
    /^(?:19|20)\d\d[-\s;.]\d{1,2}([-\s;.]\d{1,2})?$|^\d{1,2}[-;.]\d{1,2}[-;.](?:19|20)\d\d$/.test(
      signs,
    )
  )
    return true;
  if (/^\d{1,4}-\d{1,4}$/.test(signs)) return true;
  return (
    /^[NSEW]\d{2,4}(?:[\s,;]+[NSEW]\d{2,4})*$/.test(signs) &&
    !/^[NS]\d\d[\s,;]+[EW]\d{2,3}$/.test(signs)
  );
}

/** Matches a Chinese text that names both east or west and north or south. */
export const NAMES_BOTH_ANGLES =
  /[东東西]\s*[经經].*[南北]\s*[纬緯]|[南北]\s*[纬緯].*[东東西]\s*[经經]/;

/**
 * Whether a text that contains words still looks like a position, by its signs or by numbers in the range
 * of China.
 */
export function looksLikePosition(plain: string): boolean {
  if (/\d\s*[°度].*\d/.test(plain) || NAMES_BOTH_ANGLES.test(plain)) return true;
  if (/[东東西]\s*[经經]\s*\d|[南北]\s*[纬緯]\s*\d/.test(plain)) return true;
  const metres = plain.match(/(?<![\d.])\d{6,8}(?=\.\d|(?![\d.]))/g)?.map(Number) ?? [];
  if (metres.some((value) => value >= 1e6 && value < 1e7) && metres.length > 1) return true;
  const decimals = plain.match(/(?<![\d.])\d{1,3}\.\d+(?![\d.])/g)?.map(Number) ?? [];
  return (
    decimals.some((value) => value >= 73 && value <= 136) &&
    decimals.some((value) => value >= 3 && value <= 54)
  );
}

/**
 * Whether a text contains only the signs of a position, even if damaged: numbers without a separator, or
 * a ½.
 */
export function isSignsOnly(signs: string): boolean {
  const digits = signs.match(/\d/g)?.length ?? 0;
  const count = signs.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
  return /^[\d\s.,;+°'"NSEWφλXY→↑\uFFFD-]+$/.test(signs) && count >= 2 && digits >= 4;
}
