import { measureArea } from '../../domain/geodesy.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import type { FieldMapping } from '../../domain/own-data/field-mapping.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { areasInCoast, asDrawnShore, closedShores, mappingIssues } from './coast-issues.ts';
import { type CrsChoices, type CrsDecision, decideCrs } from './decide-crs.ts';
import { areaIssues, lengthIssues } from './declared-measures.ts';
import {
  type ImportedFeature,
  isArea,
  isLine,
  type LengthOf,
  measuredOnce,
  partsOf,
} from './imported-feature.ts';
import { gradeOfValue } from './mapping/class-words.ts';
import { mapFeature, proposeMapping } from './mapping/propose-mapping.ts';
import { crossCheckIssues, placeFeatures } from './place-features.ts';
import { fieldOf, type ImportIssue, issue, type RawDataset } from './raw-dataset.ts';
import { positionsIn } from './readers/raw-geometry.ts';

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
  const isDrawnCoast = role === 'coastline' && raw.format === 'DXF';
  const rows = raw.features.map(({ geometry, properties, row }) => ({
    geometry: isDrawnCoast ? asDrawnShore(geometry) : geometry,
    properties,
    row,
    mapped: mapFeature(properties, mapping),
  }));
  const issues = [
    ...raw.issues,
    ...emptyIssues(raw),
    ...(isDrawnCoast ? closedShores(raw) : []),
    ...crs.issues,
  ];
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
