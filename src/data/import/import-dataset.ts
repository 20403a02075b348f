import type { Geometry } from 'geojson';
import type { Bilingual } from '../../domain/bilingual.ts';
import { measureArea, measureGeometry } from '../../domain/geodesy.ts';
import type { ArealGeometry, BoundingBox } from '../../domain/geometry.ts';
import type { FieldMapping } from '../../domain/own-data/field-mapping.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { type CrsChoices, type CrsDecision, decideCrs } from './decide-crs.ts';
import { gradeOfValue } from './mapping/class-words.ts';
import { type MappedFeature, mapFeature, proposeMapping } from './mapping/propose-mapping.ts';
import { crossCheckIssues, placeFeatures } from './place-features.ts';
import {
  type FieldValue,
  fieldOf,
  type ImportIssue,
  issue,
  type RawDataset,
} from './raw-dataset.ts';
import { positionsIn } from './readers/raw-geometry.ts';

/** A feature in degrees, with what its fields say of it. */
export type ImportedFeature = {
  readonly geometry?: Geometry;
  readonly properties: Readonly<Record<string, FieldValue>>;
  readonly mapped: MappedFeature;
  readonly row: number;
};

/** Metres by class, and of coast without one as `unclassified`; only of classes that occur. */
export type LengthsByClass = Readonly<Record<string, number>>;

/** A dataset whose system, role and fields have been decided as far as they can be. */
export type ImportedDataset = {
  readonly raw: RawDataset;
  readonly crs: CrsDecision;
  readonly role: OwnDataRole;
  readonly mapping: FieldMapping;
  /** Empty while the system needs the user's word. */
  readonly features: readonly ImportedFeature[];
  /** Undefined while the system needs the user's word. */
  readonly lengthM: number | undefined;
  readonly areaM2: number | undefined;
  /** Of a coastline alone. */
  readonly byClass: LengthsByClass | undefined;
  readonly bounds: BoundingBox | undefined;
  readonly issues: readonly ImportIssue[];
};

/** What the user decides of a dataset. */
export type ImportChoices = CrsChoices & {
  readonly role?: OwnDataRole;
  readonly mapping?: Partial<FieldMapping>;
};

/** Decides and measures a dataset. Coordinates whose system is in question are neither drawn nor measured. */
export function importDataset(
  raw: RawDataset,
  frame: BoundingBox,
  choices: ImportChoices = {},
): ImportedDataset {
  const crs = decideCrs(raw, frame, choices);
  const mapping = { ...proposeMapping(raw), ...choices.mapping };
  const role = choices.role ?? proposeRole(raw, mapping);
  const isDecided = crs.how === 'declared' || crs.how === 'confirmed';
  const base = { raw, crs, role, mapping };
  const rows = raw.features.map(({ geometry, properties, row }) => ({
    geometry,
    properties,
    row,
    mapped: mapFeature(properties, mapping),
  }));
  const issues = [...raw.issues, ...emptyIssues(raw), ...crs.issues];
  if (
    !isDecided ||
    (crs.reading === undefined && rows.some(({ geometry }) => geometry !== undefined))
  )
    return {
      ...base,
      features: [],
      lengthM: undefined,
      areaM2: undefined,
      byClass: undefined,
      bounds: undefined,
      issues: [...issues, ...(role === 'coastline' ? mappingIssues(rows) : [])],
    };
  const { features, setAside, issues: ofPlaces } = placeFeatures(rows, crs.reading, frame);
  const lengthOf = measuredOnce();
  const measured = measureAll(features, lengthOf);
  return {
    ...base,
    raw: setAside.length === 0 ? raw : withSetAside(raw, setAside),
    features,
    ...measured,
    byClass:
      role === 'coastline' && measured.lengthM !== undefined
        ? lengthsByClass(features, lengthOf)
        : undefined,
    bounds: boundsOf(features),
    issues: [
      ...issues,
      ...ofPlaces,
      ...(raw.crossCheck === undefined ? [] : crossCheckIssues(raw.crossCheck, crs.reading)),
      ...(role === 'coastline' ? mappingIssues(features, lengthOf) : []),
      ...placeIssues(features, role),
      ...(role === 'coastline' ? areasInCoast(features) : []),
      ...lengthIssues(features, mapping, lengthOf),
      ...areaIssues(features, mapping),
    ],
  };
}

/** A dataset without any record, which would otherwise say nothing. */
function emptyIssues({ features, setAside }: RawDataset): readonly ImportIssue[] {
  if (features.length + setAside.length > 0) return [];
  return [
    issue(
      'dataset-empty',
      'warning',
      { zh: '里面没有任何记录。', en: 'it holds no records.' },
      { zh: '核对导出时是否选对了图层。', en: 'Check that the right layer was exported.' },
    ),
  ];
}

/** A dataset without the records that could not be placed. */
function withSetAside(raw: RawDataset, setAside: readonly ImportIssue[]): RawDataset {
  const rows = new Set(setAside.map(({ row }) => row));
  return {
    ...raw,
    features: raw.features.filter(({ row }) => !rows.has(row)),
    setAside: [...raw.setAside, ...setAside],
  };
}

function boundsOf(features: readonly ImportedFeature[]): BoundingBox | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features) {
    if (geometry === undefined) continue;
    for (const [x = Number.NaN, y = Number.NaN] of positionsIn(geometry)) {
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  return west <= east && south <= north ? [west, south, east, north] : undefined;
}

/** Lengths of lines and areas of polygons on the ellipsoid; undefined for what the dataset has none of. */
function measureAll(
  features: readonly ImportedFeature[],
  lengthOf: LengthOf,
): {
  readonly lengthM: number | undefined;
  readonly areaM2: number | undefined;
} {
  let [lengthM, areaM2]: [number | undefined, number | undefined] = [undefined, undefined];
  for (const { geometry } of features) {
    const parts = partsOf(geometry);
    if (parts.some(isLine)) lengthM = (lengthM ?? 0) + lengthOf(geometry);
    for (const part of parts) {
      if (isArea(part)) areaM2 = (areaM2 ?? 0) + measureArea(part).ellipsoid;
    }
  }
  return { lengthM, areaM2 };
}

/** A geometry, or the parts of a collection. */
export function partsOf(geometry: Geometry | undefined): readonly Geometry[] {
  if (geometry === undefined) return [];
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(partsOf) : [geometry];
}

/** Whether a geometry is a line or several. */
export function isLine({ type }: Geometry): boolean {
  return type === 'LineString' || type === 'MultiLineString';
}

function isArea(geometry: Geometry): geometry is ArealGeometry {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}

/** Metres of the lines of a geometry in degrees, on the ellipsoid. */
export function lineLength(geometry: Geometry | undefined): number {
  return partsOf(geometry)
    .filter(isLine)
    .reduce((sum, part) => sum + measureGeometry(part).lengthM.ellipsoid, 0);
}

/** Metres of the lines of a geometry. */
type LengthOf = (geometry: Geometry | undefined) => number;

/** Measures each geometry once, however often it is asked for. */
function measuredOnce(): LengthOf {
  const known = new WeakMap<Geometry, number>();
  return (geometry) => {
    if (geometry === undefined) return 0;
    const found = known.get(geometry) ?? lineLength(geometry);
    known.set(geometry, found);
    return found;
  };
}

function lengthsByClass(features: readonly ImportedFeature[], lengthOf: LengthOf): LengthsByClass {
  const lengths: Record<string, number> = {};
  for (const { geometry, mapped } of features) {
    const lengthM = lengthOf(geometry);
    if (lengthM === 0) continue;
    const name = mapped.class ?? 'unclassified';
    lengths[name] = (lengths[name] ?? 0) + lengthM;
  }
  return lengths;
}

/** What a dataset is, by its geometry, the names of its layer and fields, and its values. */
function proposeRole(
  { name, file, fields, features, format }: RawDataset,
  mapping: FieldMapping,
): OwnDataRole {
  const counts = { line: 0, area: 0, point: 0 };
  for (const { geometry } of features) {
    const [first] = partsOf(geometry);
    if (first === undefined) continue;
    if (isLine(first)) counts.line += 1;
    else if (isArea(first)) counts.area += 1;
    else counts.point += 1;
  }
  const words = [name, file, ...fields.flatMap((field) => [field.name, field.alias ?? ''])].join(
    ' ',
  );
  const classed = features.filter(
    ({ properties }) => mapFeature(properties, mapping).class !== undefined,
  ).length;
  if (counts.line >= counts.area && counts.line >= counts.point && counts.line > 0) {
    if (classed >= features.length / 2 || /岸线|岸段|海岸|coast|shore|hax/i.test(words))
      return 'coastline';
    return 'shown';
  }
  const isZoned =
    mapping.gradeField !== undefined &&
    features.some(
      ({ properties }) =>
        gradeOfValue(String(fieldOf(properties, mapping.gradeField ?? '') ?? '')) !== undefined,
    );
  if (counts.area > 0 && counts.area >= counts.point) {
    if (isZoned || /保护区段|岸段|功能区|保护区|zone|生态红线/i.test(words)) return 'zones';
    return 'projects';
  }
  if (counts.point === 0) return /岸段|岸线/.test(words) ? 'coastline' : 'shown';
  return format === 'CASS' ? 'shown' : 'projects';
}

type Row = Pick<ImportedFeature, 'mapped' | 'row'> & { readonly geometry?: Geometry | undefined };

/**
 * Values that nobody knows, the longest coast first, and levels that disagree.
 * @param lengthOf metres of a geometry; absent while coordinates are not in degrees
 */
function mappingIssues(rows: readonly Row[], lengthOf?: LengthOf): readonly ImportIssue[] {
  const unknown = new Map<string, { count: number; lengthM: number }>();
  const contradictions: ImportIssue[] = [];
  for (const { mapped, row, geometry } of rows) {
    const lengthM = lengthOf?.(geometry) ?? 0;
    // A label or a point has no coast to be classified.
    if (mapped.class === undefined && !(lengthOf && lengthM === 0))
      for (const value of new Set(mapped.unknown)) {
        const known = unknown.get(value) ?? { count: 0, lengthM: 0 };
        unknown.set(value, { count: known.count + 1, lengthM: known.lengthM + lengthM });
      }
    if (mapped.contradiction !== undefined)
      contradictions.push(levelsDisagree(row, mapped.contradiction));
  }
  const listed = [...unknown]
    .sort(([, a], [, b]) => b.lengthM - a.lengthM || b.count - a.count)
    .map(([value, { count, lengthM }]) => ({
      zh: `${value}（${count} 条${lengthOf ? `，${lengthM.toFixed(1)} 米` : ''}）`,
      en: `${value} (${count}${lengthOf ? `, ${lengthM.toFixed(1)} m` : ''})`,
    }));
  return [...(listed.length === 0 ? [] : [valuesUnmapped(listed)]), ...contradictions];
}

/** How many unknown values are named. */
const NAMED = 10;

function valuesUnmapped(listed: readonly Bilingual[]): ImportIssue {
  const more = listed.length - NAMED;
  const names = (language: keyof Bilingual, separator: string): string =>
    listed
      .slice(0, NAMED)
      .map((value) => value[language])
      .join(separator);
  return issue(
    'value-unmapped',
    'warning',
    {
      zh: `这些取值不认识，所在岸线未分类：${names('zh', '、')}${more > 0 ? `，另有 ${more} 种` : ''}。`,
      en: `these values are not known, and their coast is not classified: ${names('en', ', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    },
    {
      zh: '在映射表中逐个指定类型；代码须注明所用的分类表。',
      en: 'Give each a class in the mapping; codes need the list that they are of.',
    },
  );
}

function levelsDisagree(row: number, values: readonly string[]): ImportIssue {
  return issue(
    'levels-disagree',
    'warning',
    {
      zh: `第 ${row} 条的分类互相矛盾（${values.join('、')}），类型留空。`,
      en: `the levels of row ${row} contradict each other (${values.join(', ')}); its class is left open.`,
    },
    { zh: '核对该岸段的类型。', en: 'Check the class of this stretch.' },
    row,
  );
}

/** Areas among the lines of a coast, such as islands: their shores are in no length. */
function areasInCoast(features: readonly ImportedFeature[]): readonly ImportIssue[] {
  const areas = features.filter(({ geometry }) => partsOf(geometry).some(isArea));
  const [first] = areas;
  if (first === undefined || !features.some(({ geometry }) => partsOf(geometry).some(isLine)))
    return [];
  const shoreM = areas
    .flatMap(({ geometry }) => partsOf(geometry).filter(isArea))
    .reduce((sum, area) => sum + lineLength(ringsOf(area)), 0)
    .toFixed(1);
  return [
    issue(
      'area-in-coastline',
      'warning',
      {
        zh: `岸线中有 ${areas.length} 条是面（如第 ${first.row} 条，多为海岛），周长 ${shoreM} 米，不计入长度。`,
        en: `${areas.length} records of the coast are areas, as islands may be (such as record ${first.row}); their ${shoreM} m of border are in no length.`,
      },
      { zh: '把这些面转成线再选入。', en: 'Turn them into lines and add the file again.' },
      first.row,
    ),
  ];
}

function ringsOf(area: ArealGeometry): Geometry {
  return {
    type: 'MultiLineString',
    coordinates: area.type === 'Polygon' ? area.coordinates : area.coordinates.flat(),
  };
}

function placeIssues(
  features: readonly ImportedFeature[],
  role: OwnDataRole,
): readonly ImportIssue[] {
  const without = features.filter(({ geometry }) => geometry === undefined).length;
  if (without === 0 || features.length === 0) return [];
  return [
    issue(
      'without-place',
      // Coast without a line is missing from every length.
      role === 'coastline' ? 'warning' : 'note',
      {
        zh: `${without} 条记录没有位置，保留在表中。`,
        en: `${without} records have no place; they are kept in the table.`,
      },
      { zh: '需要上图就补上坐标。', en: 'Add coordinates to draw them.' },
    ),
  ];
}

/** Declared lengths more than 1 % off the measured ones: in all, or of single records where the sum is right. */
function lengthIssues(
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
function areaIssues(
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
