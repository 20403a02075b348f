import { measureArea } from '../../domain/geodesy.ts';
import type { FieldMapping } from '../../domain/own-data/field-mapping.ts';
import { type ImportedFeature, isArea, type LengthOf, partsOf } from './imported-feature.ts';
import { fieldOf, type ImportIssue, issue } from './raw-dataset.ts';

/** Declared lengths more than 1 % off the measured ones: in all, or of single records where the sum is right. */
export function lengthIssues(
  features: readonly ImportedFeature[],
  { lengthField }: FieldMapping,
  lengthOf: LengthOf,
): readonly ImportIssue[] {
  if (lengthField === undefined) return [];
  const pairs = features.flatMap(({ geometry, properties, row }) => {
    const [declared, measured] = [fieldOf(properties, lengthField), lengthOf(geometry)];
    return typeof declared === 'number' && declared > 0 && measured > 0
      ? [{ declared, measured, row }]
      : [];
  });
  const declared = pairs.reduce((sum, pair) => sum + pair.declared, 0);
  const measured = pairs.reduce((sum, pair) => sum + pair.measured, 0);
  if (measured === 0) return [];
  // A field in kilometres is no fault of the data.
  const scale = Math.abs(declared * 1000 - measured) < Math.abs(declared - measured) ? 1000 : 1;
  if (Math.abs((declared * scale) / measured - 1) > LEAST_OFF)
    return [lengthsDiffer(lengthField, declared * scale, measured)];
  const off = pairs
    .map((pair) => ({ ...pair, stated: pair.declared * scale }))
    .filter((pair) => {
      const differenceM = Math.abs(pair.stated - pair.measured);
      return (
        differenceM > Math.max(LEAST_OFF * pair.measured, 1, roundingOf(pair.declared) * scale)
      );
    })
    .toSorted((a, b) => Math.abs(b.stated - b.measured) - Math.abs(a.stated - a.measured));
  const [worst] = off;
  return worst === undefined ? [] : [rowsDiffer(lengthField, off.length, worst)];
}

/** The share by which a declared length may be off. */
const LEAST_OFF = 0.01;

/** Half a unit of the last digit of a number as it is written. */
function roundingOf(value: number): number {
  return 0.5 * 10 ** -(String(value).split('.')[1]?.length ?? 0);
}

function lengthsDiffer(field: string, declaredM: number, measuredM: number): ImportIssue {
  const off = declaredM / measuredM - 1;
  const percent = `${off > 0 ? '+' : ''}${(off * 100).toFixed(1)} %`;
  return issue(
    'length-differs',
    'warning',
    {
      zh: `字段 ${field} 合计 ${declaredM.toFixed(1)} 米，量得 ${measuredM.toFixed(1)} 米（${percent}）。`,
      en: `the field ${field} adds up to ${declaredM.toFixed(1)} m, and ${measuredM.toFixed(1)} m were measured (${percent}).`,
    },
    {
      zh: '核对坐标系、是否截断或概化。',
      en: 'Check the system, and whether lines were cut or generalised.',
    },
  );
}

function rowsDiffer(
  field: string,
  count: number,
  {
    stated,
    measured,
    row,
  }: { readonly stated: number; readonly measured: number; readonly row: number },
): ImportIssue {
  return issue(
    'row-length-differs',
    'warning',
    {
      zh: `字段 ${field} 合计相符，但有 ${count} 条各自不符；第 ${row} 条写 ${stated.toFixed(1)} 米，量得 ${measured.toFixed(1)} 米。`,
      en: `the field ${field} is right in all, but ${count} records differ: record ${row} states ${stated.toFixed(1)} m, and ${measured.toFixed(1)} m were measured.`,
    },
    {
      zh: '属性可能错位：核对各条的属性与图形。',
      en: 'Attributes may belong to other shapes: check both record by record.',
    },
    row,
  );
}

/** Units that a field of areas may be in, in square metres: hectares, square metres, square kilometres, mu. */
const AREA_UNITS = [
  { name: { zh: '公顷', en: 'ha' }, m2: 10_000 },
  { name: { zh: '平方米', en: 'm²' }, m2: 1 },
  { name: { zh: '平方公里', en: 'km²' }, m2: 1_000_000 },
  { name: { zh: '亩', en: 'mu' }, m2: 10_000 / 15 },
] as const;

/** Declared areas more than 1 % off the measured ones, in the unit that fits all of them best. */
export function areaIssues(
  features: readonly ImportedFeature[],
  { areaField }: FieldMapping,
): readonly ImportIssue[] {
  if (areaField === undefined) return [];
  const pairs = features.flatMap(({ geometry, properties, row }) => {
    const declared = fieldOf(properties, areaField);
    const measured = partsOf(geometry)
      .filter(isArea)
      .reduce((sum, part) => sum + measureArea(part).ellipsoid, 0);
    return typeof declared === 'number' && declared > 0 && measured > 0
      ? [{ declared, measured, row }]
      : [];
  });
  if (pairs.length === 0) return [];
  const misfit = (m2: number): number =>
    pairs.reduce(
      (sum, { declared, measured }) => sum + Math.abs(Math.log((declared * m2) / measured)),
      0,
    );
  const [unit] = AREA_UNITS.toSorted((a, b) => misfit(a.m2) - misfit(b.m2));
  if (unit === undefined) return [];
  return pairs.flatMap(({ declared, measured, row }): readonly ImportIssue[] => {
    const off = (declared * unit.m2) / measured - 1;
    if (Math.abs(off) <= 0.01) return [];
    const found = (measured / unit.m2).toFixed(4);
    return [
      issue(
        'area-differs',
        'warning',
        {
          zh: `第 ${row} 行：${areaField} 为 ${declared}（按${unit.name.zh}），量得 ${found} ${unit.name.zh}。`,
          en: `row ${row}: ${areaField} is ${declared} (taken as ${unit.name.en}), and ${found} ${unit.name.en} were measured.`,
        },
        {
          zh: '核对单位、坐标和缺点。',
          en: 'Check the unit, the coordinates, and whether points are missing.',
        },
        row,
      ),
    ];
  });
}
