import { describe, expect, test } from 'vitest';
import {
  isSameQuantity,
  parseUnit,
  type Quantity,
  quantitiesIn,
} from '../../../src/domain/search/quantity.ts';

function quantity(text: string): Quantity {
  const [found] = quantitiesIn(text);
  if (found === undefined) throw new Error(`no quantity in "${text}"`);
  return found.quantity;
}

function stated(written: number, unitText: string): Quantity {
  const unit = parseUnit(unitText);
  if (unit === undefined) throw new Error(`no unit "${unitText}"`);
  return { written, unit };
}

describe('what is asked is what a figure states', () => {
  test.each([
    ['808 mu', 808, '亩'],
    ['1公顷', 15, 'mu'],
    ['0.5 km2', 50, 'ha'],
    ['0.5平方公里', 500_000, 'm2'],
    ['100万千瓦', 1000, 'mw'],
    ['1吉瓦', 1000, 'mw'],
    ['500千伏', 500, 'kv'],
    ['100万吨', 1, 'mt'],
    ['1100万吨/年', 11, 'mt/a'],
    ['1.7万吨/日', 17_000, 't/d'],
    ['17000吨每天', 17_000, 't/d'],
    ['120公里/小时', 120, 'km/h'],
    ['120 km per hour', 120, 'km/h'],
    ['5.97海里', 5.97, 'nautical miles'],
    ['15亿元', 1.5, 'cny billion'],
    ['1.5 billion yuan', 1.5, 'cny billion'],
    ['15亿', 1.5, 'cny billion'],
    ['150万人', 1.5, '百万'],
    ['1.5 million', 150, '万'],
    ['35%', 35, '%'],
    ['10 000 mu', 1, '万亩'],
  ])('%s: %d %s', (asked, written, unit) => {
    expect(isSameQuantity(quantity(asked), stated(written, unit))).toBe(true);
  });

  test('a bare number is the number as written, in any unit or none', () => {
    expect(isSameQuantity(quantity('115'), { written: 115 })).toBe(true);
    expect(isSameQuantity(quantity('130.52'), stated(130.52, 'km'))).toBe(true);
    expect(isSameQuantity(quantity('1500000'), stated(1.5, 'million'))).toBe(true);
  });

  test.each([
    ['808 km', 808, 'mu'],
    ['1000 kw', 1000, 'mw'],
    ['130.5 km', 130.52, 'km'],
    ['17000 t', 17_000, 't/d'],
    ['35 m', 35, '%'],
    ['100万', 1, 'mw'],
  ])('%s is not %d %s', (asked, written, unit) => {
    expect(isSameQuantity(quantity(asked), stated(written, unit))).toBe(false);
  });
});

describe('a text holds', () => {
  test.each([
    ['g15', []],
    ['6号线', []],
    ['lng2', []],
    ['1.2.3', []],
    ['24 46', ['24', '46']],
    ['24 115 km', ['24 115 km']],
    ['董家口 2.5万吨级 泊位', ['2.5万吨']],
    ['装机1000mw以上', ['1000mw']],
    ['2 marinas', ['2']],
    ['3千米', ['3千米']],
  ])('in "%s" %j', (text, expected) => {
    expect(quantitiesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

test('a unit that nobody knows is none', () => {
  expect(parseUnit('berths')).toBeUndefined();
  expect(parseUnit('')).toBeUndefined();
});
