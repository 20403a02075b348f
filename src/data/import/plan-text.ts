import type { Feature, Geometry, Position as GeoPosition } from 'geojson';
import { CONFIDENCES, type Confidence } from '../../domain/coastline.ts';
import { shiftReasons } from '../../domain/own-data/lineage-reasons.ts';
import type { OwnDataRole, SurveyStatement } from '../../domain/own-data/own-dataset.ts';
import { PROJECT_STATUSES } from '../../domain/project.ts';
import { reasonsMember } from '../coast/carried-reasons.ts';
import type { ImportedDataset } from './import-dataset.ts';
import type { ImportedFeature } from './imported-feature.ts';
import { statusOfValue, targetOfValue } from './mapping/project-words.ts';
import { type FieldValue, fieldOf } from './raw-dataset.ts';

/** What the importer states of a whole dataset. */
export type PlanTextOptions = {
  /** The id of the dataset; ids of features begin with it, so that they are like no other of the plan. */
  readonly id: string;
  readonly role: OwnDataRole;
  /** How sure the classes are; where neither a field nor the importer says, they count as low. */
  readonly confidence?: Confidence;
  /** The radius in metres within which positions are known. */
  readonly accuracyM?: number;
  readonly statement?: SurveyStatement;
};

type Properties = Readonly<Record<string, FieldValue>>;

/**
 * Writes a dataset as a GeoJSON text in the schema of the plan's own files, in longitude and latitude. Records
 * that do not fit their role are written too: the plan's reader sets them aside with place and reason.
 */
export function planText(dataset: ImportedDataset, options: PlanTextOptions): string {
  const ids = uniqueIds(dataset, options.id);
  const features = dataset.features.map((feature, index): Feature | object => ({
    type: 'Feature',
    properties: propertiesOf(feature, { dataset, options, id: ids[index] ?? `${options.id}:` }),
    geometry: feature.geometry === undefined ? null : planGeometry(feature.geometry, options.role),
  }));
  const { statement, role } = options;
  const counts = role === 'coastline' || role === 'zones';
  const members = {
    type: 'FeatureCollection',
    ...(statement !== undefined && { statement }),
    ...(statement !== undefined && role === 'coastline' && { surveyed: true }),
    ...(counts && reasonsMember(shiftReasons(dataset.raw.name, dataset.crs.reading?.code))),
  };
  // A feature a line, so that findings can name a place.
  const lines = features.map((feature) => JSON.stringify(feature));
  return `${JSON.stringify(members).slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`;
}

function propertiesOf(
  { properties, mapped, row }: ImportedFeature,
  {
    dataset: { mapping, raw },
    options: { role, confidence, accuracyM },
    id,
  }: {
    readonly dataset: ImportedDataset;
    readonly options: PlanTextOptions;
    readonly id: string;
  },
): object {
  const name = textIn(properties, mapping.nameField) ?? textIn(properties, mapping.idField);
  const [zh, en] = [textIn(properties, 'name_zh'), textIn(properties, 'name_en')];
  const common = {
    id,
    name_zh: zh ?? name ?? en ?? `${raw.name} ${row}`,
    name_en: en ?? name ?? zh ?? `${raw.name} ${row}`,
  };
  const source = textIn(properties, 'position_source') ?? raw.file;
  switch (role) {
    case 'coastline':
      return {
        ...common,
        ...(mapped.class !== undefined && { class: mapped.class }),
        ...(mapped.use !== undefined && { use: mapped.use }),
        ...(mapped.grade !== undefined && { grade: mapped.grade }),
        realm: mapped.realm ?? 'mainland',
        confidence: confidenceIn(properties) ?? confidence ?? 'low',
        position_source: source,
        class_source: textIn(properties, 'class_source') ?? raw.file,
      };
    case 'zones': {
      const given =
        mapping.targetField === undefined ? null : fieldOf(properties, mapping.targetField);
      const target =
        typeof given === 'number' || typeof given === 'string' ? targetOfValue(given) : undefined;
      return {
        ...common,
        ...(mapped.grade !== undefined && { grade: mapped.grade }),
        // A target that cannot be read is passed on, so that the zone is marked.
        ...(given !== null && given !== '' && { target: target ?? given }),
        position_source: source,
      };
    }
    case 'projects':
      return {
        ...common,
        ...ownWords(properties),
        status: statusIn(properties, mapping.statusField) ?? 'study',
        ...(accuracyM !== undefined && { accuracy_m: accuracyM }),
        position_source: source,
      };
    case 'shown':
      return { ...properties, ...common };
  }
}

/** Properties of the plan's own schema that a file of ours carries, as they are. */
const OWN_WORDS = ['summary_zh', 'summary_en', 'accuracy_m', 'notes_zh', 'notes_en'] as const;

function ownWords(properties: Properties): Properties {
  return Object.fromEntries(
    OWN_WORDS.flatMap((name) => {
      const value = fieldOf(properties, name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
}

function statusIn(properties: Properties, field: string | undefined): string | undefined {
  const value = textIn(properties, field ?? 'status');
  if (value === undefined) return undefined;
  return PROJECT_STATUSES.find((status) => status === value) ?? statusOfValue(value);
}

function confidenceIn(properties: Properties): Confidence | undefined {
  const value = textIn(properties, 'confidence');
  return CONFIDENCES.find((each) => each === value);
}

function textIn(properties: Properties, field: string | undefined): string | undefined {
  const value = field === undefined ? null : fieldOf(properties, field);
  if (value === null || typeof value === 'boolean') return undefined;
  const text = String(value).trim();
  return text === '' ? undefined : text;
}

/** One id a feature: the file's own where they are unique, else the rows. */
function uniqueIds({ features, mapping }: ImportedDataset, prefix: string): readonly string[] {
  const own = features.map(({ properties }) => textIn(properties, mapping.idField));
  const given = own.filter((id) => id !== undefined);
  const isUnique = given.length === features.length && new Set(given).size === features.length;
  const rows = features.map(({ row }) => row);
  const areRows = new Set(rows).size === rows.length;
  return features.map(({ row }, index) =>
    isUnique
      ? `${prefix}:${(own[index] ?? '').replace(new RegExp(`^${prefix}:`), '')}`
      : `${prefix}:${areRows ? row : index + 1}`,
  );
}

/** Digits after the point of degrees: a hundredth of a millimetre. */
const ROUND = 1e10;

/** A geometry with rounded positions; lines of a collection are put together where the role wants lines. */
function planGeometry(geometry: Geometry, role: OwnDataRole): Geometry {
  const [only] = geometry.type === 'GeometryCollection' ? joined(geometry.geometries, role) : [];
  return rounded(only ?? geometry);
}

function joined(parts: readonly Geometry[], role: OwnDataRole): readonly Geometry[] {
  if (role === 'coastline') {
    const lines = parts.flatMap((part) =>
      part.type === 'LineString'
        ? [part.coordinates]
        : part.type === 'MultiLineString'
          ? part.coordinates
          : [],
    );
    return isAll(parts, 'LineString') ? [{ type: 'MultiLineString', coordinates: lines }] : [];
  }
  if (role === 'zones') {
    const areas = parts.flatMap((part) =>
      part.type === 'Polygon'
        ? [part.coordinates]
        : part.type === 'MultiPolygon'
          ? part.coordinates
          : [],
    );
    return isAll(parts, 'Polygon') ? [{ type: 'MultiPolygon', coordinates: areas }] : [];
  }
  return [];
}

/** A collection of mixed parts stays one: the reader sets it aside and says how long it is. */
function isAll(parts: readonly Geometry[], kind: 'LineString' | 'Polygon'): boolean {
  return parts.length > 0 && parts.every(({ type }) => type === kind || type === `Multi${kind}`);
}

function rounded(geometry: Geometry): Geometry {
  const at = ([x = 0, y = 0]: GeoPosition): GeoPosition => [
    Math.round(x * ROUND) / ROUND,
    Math.round(y * ROUND) / ROUND,
  ];
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: at(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(at) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(at)) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((rings) => rings.map((line) => line.map(at))),
      };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(rounded) };
  }
}
