/** A unit of measurement: its dimension and its size. */
export type Unit = {
  /** Quantities of one dimension can be compared: `m`, `m2`, `W`, `kg/a`; `1` for a pure count. */
  readonly dimension: string;
  /** The size of this unit in the base unit of its dimension. */
  readonly factor: number;
};

/** A number with its unit. */
export type Quantity = {
  /** The number as written, in the unit that follows it. */
  readonly written: number;
  /** Absent for a bare number. */
  readonly unit?: Unit;
};

/** A quantity that was found in a text, with its place there. */
export type QuantityMatch = {
  readonly quantity: Quantity;
  readonly start: number;
  readonly end: number;
};

type UnitRow = readonly [dimension: string, factor: number, ...spellings: string[]];

/**
 * Units as written in plans in Chinese and English, in lower case and simplified characters.
 * Sources: SI brochure, 9th edition; nautical mile: 1 852 m, table 8 of its 8th edition; mu: 1/15 ha,
 * State Council order of 1984 on legal units of measurement.
 */
const UNITS: readonly UnitRow[] = [
  ['m', 1, 'm', '米', 'metre', 'metres', 'meter', 'meters'],
  ['m', 1e3, 'km', '公里', '千米', 'kilometre', 'kilometres', 'kilometer', 'kilometers'],
  ['m', 1852, '海里', 'nautical mile', 'nautical miles', 'nmi', 'nm'],
  ['m2', 1, 'm2', '平方米', '平米', 'sqm', 'sq m', 'square metres', 'square meters'],
  ['m2', 1e6, 'km2', '平方公里', '平方千米', 'sq km', 'square kilometres', 'square kilometers'],
  ['m2', 1e4, 'ha', '公顷', 'hectare', 'hectares'],
  ['m2', 1e4 / 15, 'mu', '亩', '市亩'],
  ['m3', 1, 'm3', '立方米', 'cubic metres', 'cubic meters'],
  ['W', 1, 'w', '瓦'],
  ['W', 1e3, 'kw', '千瓦'],
  ['W', 1e6, 'mw', '兆瓦'],
  ['W', 1e9, 'gw', '吉瓦'],
  ['Wh', 1e3, 'kwh', '千瓦时', '度电'],
  ['Wh', 1e6, 'mwh', '兆瓦时'],
  ['Wh', 1e9, 'gwh', '吉瓦时'],
  ['V', 1, 'v', '伏'],
  ['V', 1e3, 'kv', '千伏'],
  ['kg', 1, 'kg', '公斤', '千克'],
  ['kg', 1e3, 't', '吨', 'tonne', 'tonnes', 'ton', 'tons'],
  ['kg', 1e9, 'mt'],
  ['%', 1, '%', 'percent', 'per cent', '个百分点'],
  ['%', 0.1, '‰'],
  ['CNY', 1, '元', '元人民币', 'cny', 'rmb', 'yuan'],
  ['1', 1, '个', '座', '条', '家', '项', '处', '户', '台', '套', '艘', '人', '棵'],
];

/**
 * The periods to which a quantity may refer. `t/d` is not converted to `t/a`, because the number of days
 * per year differs from plan to plan.
 */
const PERIODS: readonly UnitRow[] = [
  ['/h', 1, 'h', 'hour', '小时', '时'],
  ['/d', 1, 'd', 'day', '日', '天'],
  ['/a', 1, 'a', 'y', 'yr', 'year', '年'],
];

const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['十亿', 1e9],
  ['百亿', 1e10],
  ['千亿', 1e11],
  ['万亿', 1e12],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
]);

const BASES = bySpelling(UNITS);
const TIMES = bySpelling(PERIODS);

function bySpelling(rows: readonly UnitRow[]): ReadonlyMap<string, Unit> {
  return new Map(
    rows.flatMap(([dimension, factor, ...spellings]) =>
      spellings.map((spelling) => [spelling, { dimension, factor }] as const),
    ),
  );
}

/**
 * A pattern for any of the spellings, the longest first; a spelling in letters must end at the end of a
 * word.
 */
function anyOf(spellings: Iterable<string>): string {
  return [...spellings]
    .sort((a, b) => b.length - a.length)
    .map((spelling) => (/[a-z0-9]$/.test(spelling) ? `${spelling}(?![a-z0-9])` : spelling))
    .join('|');
}

const [MULTIPLIER, BASE, TIME] = [MULTIPLIERS, BASES, TIMES].map((map) => anyOf(map.keys()));
/** `万吨/年`, `t/d`, `CNY billion`, `billion yuan`. */
const UNIT = `(?:(${MULTIPLIER})\\s*)?(${BASE})(?:\\s*(${MULTIPLIER}))?(?:(?:\\s*/\\s*|每|\\s+per\\s+)(${TIME}))?|(${MULTIPLIER})`;
const UNIT_ALONE = new RegExp(`^(?:${UNIT})$`);
/** Space may group digits only where a unit follows: two bare numbers may be two articles. */
const WITH_UNIT = `(?<![a-z\\d.])(\\d{1,3}(?: \\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(?:${UNIT})`;
const BARE = '(?<![\\p{L}\\d.])(\\d+(?:\\.\\d+)?)(?![\\p{L}\\d%‰])(?!\\.\\d)';
const IN_TEXT = new RegExp(`${WITH_UNIT}|${BARE}`, 'gu');

/**
 * Parses a unit that is written alone, such as the unit of a figure; returns undefined when it is
 * unknown.
 */
export function parseUnit(text: string): Unit | undefined {
  const found = UNIT_ALONE.exec(text.trim());
  return found === null ? undefined : unitOf(found.slice(1));
}

/** Finds all quantities in a plain text in lower case, in order. */
export function quantitiesIn(text: string): readonly QuantityMatch[] {
  return [...text.matchAll(IN_TEXT)].map((found) => {
    const [whole, measured, ...parts] = found;
    const unit = unitOf(parts.slice(0, 5));
    const written = Number((measured ?? parts[5] ?? '').replaceAll(' ', ''));
    const quantity = unit === undefined ? { written } : { written, unit };
    return { quantity, start: found.index, end: found.index + whole.length };
  });
}

function unitOf([before, base, after, time, alone]: readonly (string | undefined)[]):
  | Unit
  | undefined {
  if (alone !== undefined) return { dimension: '1', factor: times(alone) };
  const unit = base === undefined ? undefined : BASES.get(base);
  if (unit === undefined) return undefined;
  const period = time === undefined ? '' : (TIMES.get(time)?.dimension ?? '');
  return {
    dimension: `${unit.dimension}${period}`,
    factor: unit.factor * times(before) * times(after),
  };
}

function times(multiplier: string | undefined): number {
  return multiplier === undefined ? 1 : (MULTIPLIERS.get(multiplier) ?? 1);
}

/**
 * Whether the quantity in the user's query equals the quantity of a figure. With a unit, values are
 * compared: 100万千瓦 is 1000 MW, and 808 mu are 53.9 ha within the rounding of what was typed. A bare number is compared with the number as written, whatever its unit. A
 * number with only a multiplier (1.5亿) may also be an amount of money, for which users omit the unit.
 */
export function isSameQuantity(asked: Quantity, stated: Quantity): boolean {
  const { unit } = asked;
  if (unit === undefined)
    return isEqual(asked.written, stated.written) || isEqual(asked.written, countOf(stated));
  const { dimension, factor } = stated.unit ?? COUNT;
  const isComparable =
    dimension === unit.dimension || (unit.dimension === '1' && dimension === 'CNY');
  if (!isComparable) return false;
  const [one, other] = [asked.written * unit.factor, stated.written * factor];
  if (isEqual(one, other)) return true;
  // 808 mu are 53.867 ha: who asks for 53.9 ha has rounded it. Written in its own unit, a figure is asked for as it is.
  return factor !== unit.factor && Math.abs(one - other) <= roundingOf(asked.written) * unit.factor;
}

/** Fewer digits than these may be meant exactly: 1 GW is not 0.6 GW. */
const LEAST_DIGITS = 3;

/** Half a unit of the last digit of a number as written; 0 for a number of few digits. */
function roundingOf(written: number): number {
  const [whole = '', decimals = ''] = `${written}`.split('.');
  const digits = `${whole}${decimals}`.replace(/^0+/, '').length;
  return digits < LEAST_DIGITS ? 0 : 0.5 * 10 ** -decimals.length;
}

const COUNT: Unit = { dimension: '1', factor: 1 };

function countOf({ written, unit = COUNT }: Quantity): number {
  return unit.dimension === '1' ? written * unit.factor : written;
}

/**
 * Whether two numbers are equal except for the rounding of a product of two or three decimals (a few
 * units of 2⁻⁵²).
 */
function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}
