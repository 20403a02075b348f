import type { Geometry, Position as GeoPosition } from 'geojson';
import { measureGeometry } from '../../domain/geodesy.ts';
import { type BoundingBox, boundingBox, type Position } from '../../domain/geometry.ts';
import type {
  ClassValue,
  CrsOutline,
  DatasetCard,
  RepairCount,
} from '../../domain/own-data/dataset-card.ts';
import { nearestWithin, type ReferenceLines } from '../datum/reference-lines.ts';
import { areDegrees } from './crs/crs-candidates.ts';
import { type CrsReading, convertGeometry, toDegreesOf } from './crs/to-degrees.ts';
import { decideCrs } from './decide-crs.ts';
import { type ImportChoices, type ImportedDataset, importDataset } from './import-dataset.ts';
import { datasetReport } from './import-report.ts';
import { isLine, partsOf } from './imported-feature.ts';
import { classOfValue } from './mapping/class-words.ts';
import { type FieldValue, fieldOf, type RawDataset } from './raw-dataset.ts';
import { positionsIn } from './readers/raw-geometry.ts';
import { offeredRepairs, type RepairChoices, repair } from './repairs/repair-lines.ts';

/** What the user decides of a dataset before it is accepted. */
export type DatasetChoices = ImportChoices & Partial<RepairChoices>;

/** The reach in metres of the distance to the plan's coast. */
const REACH_M = 20_000;
/** Vertices of an outline, and those whose distance is measured. */
const [OUTLINE_VERTICES, OUTLINE_LINES, MEASURED_VERTICES] = [6000, 1500, 200];
const SAMPLE_ROWS = 5;

/** A dataset as far as it is decided, and the repairs that were made. */
export type DecidedDataset = {
  readonly dataset: ImportedDataset;
  readonly applied: readonly RepairCount[];
};

/** Decides a dataset as far as the choices go, with the repairs that they ask for. */
export function decideDataset(
  raw: RawDataset,
  frame: BoundingBox,
  { repairs = [], snapM, ...choices }: DatasetChoices,
): DecidedDataset {
  const asRead = importDataset(raw, frame, choices);
  if (repairs.length === 0 || asRead.features.length === 0) return { dataset: asRead, applied: [] };
  const { features, applied } = repair(asRead.features, {
    repairs,
    ...(snapM !== undefined && { snapM }),
  });
  if (applied.length === 0) return { dataset: asRead, applied };
  // Measured anew: its coordinates are in degrees now.
  const repaired: RawDataset = {
    ...raw,
    crs: { kind: 'known', code: 'EPSG:4326' },
    features: features.map(({ geometry, properties, row }) => ({
      properties,
      row,
      ...(geometry && { geometry }),
    })),
  };
  const again = importDataset(repaired, frame, { ...choices, crs: 'EPSG:4326' });
  return { dataset: { ...again, raw, crs: asRead.crs, issues: again.issues }, applied };
}

/** The outline of the reading that is taken or comes first, at once; undefined when there is none. */
export function firstOutline(raw: RawDataset, frame: BoundingBox): CrsOutline | undefined {
  const { reading, candidates } = decideCrs(raw, frame);
  const first = reading ?? candidates[0];
  return first && outlineOf(sketchOf(raw), first);
}

/**
 * Makes the card of a dataset. `coast` is the plan's own, against which readings are compared; `decided` is the
 * dataset as these choices decide it, where that is known.
 */
export function inspectDataset(
  raw: RawDataset,
  {
    frame,
    coast,
    choices,
    decided = decideDataset(raw, frame, choices),
  }: {
    readonly frame: BoundingBox;
    readonly coast: ReferenceLines | undefined;
    readonly choices: DatasetChoices;
    readonly decided?: DecidedDataset;
  },
): DatasetCard {
  const { dataset, applied } = decided;
  const { crs, mapping, features, role } = dataset;
  const sketch = sketchOf(raw);
  const measured = coast && sampleOf(raw, MEASURED_VERTICES);
  return {
    report: datasetReport(dataset),
    mapping,
    readings: readingsOf(dataset).map((reading) => {
      const convert = toDegreesOf(reading);
      const medianM = coast && measured && medianDistance(measured.map(convert), coast);
      return { ...outlineOf(sketch, reading), ...(medianM !== undefined && { medianM }) };
    }),
    isSwapped: crs.reading?.isSwapped === true,
    values: role === 'coastline' ? classValues(dataset) : [],
    rows: raw.features
      .slice(0, SAMPLE_ROWS)
      .map(({ properties }) => raw.fields.map(({ name }) => asText(fieldOf(properties, name)))),
    offered: offeredRepairs(features, choices.snapM),
    applied,
    isDecided:
      features.length === raw.features.length &&
      (crs.how === 'declared' || crs.how === 'confirmed'),
  };
}

/** The readings of the file; without a declaration of degrees also as the two shifted systems. */
function readingsOf({ raw, crs }: ImportedDataset): readonly CrsReading[] {
  const own = crs.candidates;
  if (raw.crs.kind === 'known') return own;
  const isShiftPossible = own.some(
    ({ code }) => code === 'EPSG:4490' || code === 'EPSG:4326' || code === 'GCJ-02',
  );
  if (!isShiftPossible || !areDegrees([...sampleOf(raw, MEASURED_VERTICES)])) return own;
  const shifted: readonly CrsReading[] = [{ code: 'GCJ-02' }, { code: 'BD-09' }];
  return [...own, ...shifted.filter(({ code }) => own.every((each) => each.code !== code))];
}

function outlineOf(sketch: Geometry, reading: CrsReading): CrsOutline {
  const outline = convertGeometry(sketch, toDegreesOf(reading));
  const bounds = boundingBox([...positionsIn(outline)].map(([x = 0, y = 0]): Position => [x, y]));
  return { ...reading, outline, bounds: bounds ?? [0, 0, 0, 0] };
}

function medianDistance(positions: readonly Position[], coast: ReferenceLines): number | undefined {
  const distances = positions
    .map((position) => nearestWithin(coast, position, REACH_M)?.distanceM ?? Infinity)
    .sort((a, b) => a - b);
  const median = distances[Math.floor(distances.length / 2)];
  return median === undefined || median === Infinity ? undefined : median;
}

/** A sample of the longest lines, or of the points where there is none, in the coordinates of the file. */
function sketchOf({ features }: Pick<RawDataset, 'features'>): Geometry {
  const runs = features.flatMap(({ geometry }) => runsOf(geometry));
  if (runs.length === 0)
    return { type: 'MultiPoint', coordinates: [...sampleOf({ features }, OUTLINE_VERTICES)] };
  const longest = runs.toSorted((a, b) => b.length - a.length).slice(0, OUTLINE_LINES);
  const vertices = longest.reduce((sum, run) => sum + run.length, 0);
  const step = Math.max(1, Math.ceil(vertices / OUTLINE_VERTICES));
  const lines = longest.map((run) =>
    run.filter((_, index) => index % step === 0 || index === run.length - 1),
  );
  return { type: 'MultiLineString', coordinates: lines.filter((line) => line.length > 1) };
}

function runsOf(geometry: Geometry | undefined): readonly GeoPosition[][] {
  return partsOf(geometry).flatMap((part): readonly GeoPosition[][] => {
    switch (part.type) {
      case 'LineString':
        return [part.coordinates];
      case 'MultiLineString':
      case 'Polygon':
        return part.coordinates;
      case 'MultiPolygon':
        return part.coordinates.flat();
      default:
        return [];
    }
  });
}

/** Positions spread over all of a dataset. */
function sampleOf({ features }: Pick<RawDataset, 'features'>, most: number): GeoPosition[] {
  let count = 0;
  for (const { geometry } of features)
    if (geometry !== undefined) for (const _ of positionsIn(geometry)) count += 1;
  const step = Math.max(1, Math.floor(count / most));
  const sample: GeoPosition[] = [];
  let index = 0;
  for (const { geometry } of features) {
    if (geometry === undefined) continue;
    for (const position of positionsIn(geometry)) {
      if (index % step === 0 && sample.length < most) sample.push(position);
      index += 1;
    }
  }
  return sample;
}

/** The values of class fields with count and length, and what each is taken as. */
function classValues({ raw, features, mapping }: ImportedDataset): readonly ClassValue[] {
  const found = new Map<string, { field: string; value: string; count: number; lengthM: number }>();
  for (const [index, { properties }] of raw.features.entries()) {
    const lengthM = lengthOf(features[index]?.geometry);
    for (const field of mapping.classFields) {
      const value = asText(fieldOf(properties, field));
      if (value === '') continue;
      const key = JSON.stringify([field, value]);
      const known = found.get(key) ?? { field, value, count: 0, lengthM: 0 };
      found.set(key, { ...known, count: known.count + 1, lengthM: known.lengthM + lengthM });
    }
  }
  const isMeasured = features.length > 0;
  return [...found.values()]
    .sort((a, b) => b.lengthM - a.lengthM || b.count - a.count)
    .map(({ field, value, count, lengthM }) => {
      const decided = mapping.values?.[`${field}=${value}`] ?? mapping.values?.[value];
      const means = classOfValue(decided ?? value);
      const name = means?.class ?? (means?.isOpen === true ? 'unclassified' : undefined);
      return {
        field,
        value,
        count,
        ...(isMeasured && { lengthM }),
        ...(name !== undefined && { means: name }),
        isDecided: decided !== undefined,
      };
    });
}

function lengthOf(geometry: Geometry | undefined): number {
  return partsOf(geometry)
    .filter(isLine)
    .reduce((sum, part) => sum + measureGeometry(part).lengthM.ellipsoid, 0);
}

function asText(value: FieldValue): string {
  return value === null ? '' : String(value);
}
