import type { Geometry } from 'geojson';
import { measureGeometry } from '../../domain/geodesy.ts';
import { type BoundingBox, boundingBox, type Position } from '../../domain/geometry.ts';
import type { Issue, IssueSeverity } from '../../domain/issue.ts';
import type { CheckedDataset, DatasetFinding } from '../../domain/own-data/dataset-card.ts';
import { checkFiles } from '../checks/check-files.ts';
import type { PlaceFinder } from '../checks/json-places.ts';
import { readDataset } from '../loading/read-dataset.ts';
import type { ImportedDataset } from './import-dataset.ts';
import { type PlanTextOptions, planText } from './plan-text.ts';
import type { ImportIssue } from './raw-dataset.ts';
import { positionsIn } from './readers/raw-geometry.ts';
import { withoutId } from './role-issues.ts';

/**
 * Writes a dataset in the plan's schema and checks it as `validate` checks the plan's own files. Findings come
 * sorted by the length of coast that they concern, then by severity.
 * @param extent the plan's extent in degrees
 */
export async function checkDataset(
  dataset: ImportedDataset,
  options: PlanTextOptions,
  extent: BoundingBox,
): Promise<CheckedDataset & { readonly text: string }> {
  const text = planText(dataset, options);
  const file = `${options.id}.geojson`;
  const byRow = new Map(dataset.features.toReversed().map((each) => [each.row, each.geometry]));
  const own = [...dataset.issues, ...dataset.raw.setAside].map((issue) => fromImport(issue, byRow));
  const { role } = options;
  const read = await readDataset(text, { file, dataset: options.id, role });
  if (!read.ok)
    return {
      text,
      read: dataset.features.length,
      kept: 0,
      findings: [
        ...own,
        {
          code: 'not-read',
          severity: 'error',
          message: read.error.message,
          cure: read.error.cure,
          lengthM: 0,
        },
      ],
    };
  const { issues, setAside } = read.value;
  const [checked] = checkFiles([
    { file, dataset: options.id, role, text, issues, setAside, extent, places: NOWHERE },
  ]);
  const ofPlan = [...issues, ...(checked?.issues ?? [])].map((issue) => fromPlan(issue, dataset));
  return {
    text,
    read: read.value.read,
    kept: read.value.kept,
    findings: [...own, ...ofPlan].sort(byEffect),
  };
}

/** Findings name rows; places in a text that nobody sees are not looked for, which takes long in a large one. */
const NOWHERE: PlaceFinder = { placeOf: () => ({ line: 1, column: 1 }) };

const RANKS: Readonly<Record<IssueSeverity, number>> = { error: 0, warning: 1, note: 2 };

function byEffect(one: DatasetFinding, other: DatasetFinding): number {
  return weight(other) - weight(one) || RANKS[one.severity] - RANKS[other.severity];
}

/** A note changes no figure, whatever it is about. */
function weight({ severity, lengthM }: DatasetFinding): number {
  return severity === 'note' ? -1 : lengthM;
}

function fromImport(
  { code, severity, message, cure, row }: ImportIssue,
  byRow: ReadonlyMap<number, Geometry | undefined>,
): DatasetFinding {
  const geometry = row === undefined ? undefined : byRow.get(row);
  return {
    code,
    severity,
    message,
    cure,
    ...(row !== undefined && { row }),
    ...placeOf(geometry),
  };
}

function fromPlan(issue: Issue, { features }: ImportedDataset): DatasetFinding {
  const { code, severity, message, cure, featureIndex } = issue;
  const feature = featureIndex === undefined ? undefined : features[featureIndex];
  return {
    code,
    severity,
    message: feature === undefined ? message : withoutId(message),
    ...(cure !== undefined && { cure }),
    ...(feature !== undefined && { row: feature.row }),
    ...placeOf(feature?.geometry),
  };
}

type Place = Pick<DatasetFinding, 'box' | 'lengthM'>;

const PLACES = new WeakMap<Geometry, Place>();

/** Measured once a geometry: a long line may have thousands of findings. */
function placeOf(geometry: Geometry | undefined): Place {
  if (geometry === undefined) return { lengthM: 0 };
  const known = PLACES.get(geometry) ?? measuredPlace(geometry);
  PLACES.set(geometry, known);
  return known;
}

function measuredPlace(geometry: Geometry): Place {
  const box = boundingBox([...positionsIn(geometry)].map(([x = 0, y = 0]): Position => [x, y]));
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString';
  return {
    lengthM: isLine ? measureGeometry(geometry).lengthM.ellipsoid : 0,
    ...(box !== undefined && { box }),
  };
}
