import { checkText } from '../../data/checks/check-text.ts';
import type { ImportedDataset } from '../../data/import/import-dataset.ts';
import { planText } from '../../data/import/plan-text.ts';
import { RowPlaces } from '../../data/import/row-places.ts';
import { readDataset } from '../../data/loading/read-dataset.ts';
import { parseExactly } from '../../data/text/json-ids.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import type { FileRole } from '../files/file-role.ts';
import { givenFile } from '../files/geodata-files.ts';
import type { PlanContext, PlanOf } from '../files/plan-context.ts';
import type { OwnDataChoices } from '../import/import-choices.ts';
import { planFrame } from '../import/plan-frame.ts';
import { readOwnData } from '../import/read-own-data.ts';
import type { CheckedFile } from '../issues/checked-file.ts';
import { importIssues, refusedIssue } from '../issues/import-issues.ts';
import { type LocatedIssue, locateIssues } from '../issues/located-issue.ts';
import { checkFeatures } from './check-features.ts';

/** People's own files as checked: a result for each dataset, and findings about what holds none. */
export type CheckedOwnData = {
  readonly checked: readonly CheckedFile[];
  readonly issues: readonly LocatedIssue[];
  /** Files of which nothing could be read. */
  readonly unreadable: readonly string[];
};

/**
 * Checks people's own files: what their import finds, then what the plan's readers and checks find in the features.
 * A row of the file stands for a line. Coordinates whose system has to be confirmed are an error. The files of a call
 * are put together, so that all belong to the plan of the first.
 */
export async function validateOwn(
  names: readonly string[],
  choices: OwnDataChoices,
  { directory, planOf }: { readonly directory: string; readonly planOf: PlanOf },
): Promise<CheckedOwnData> {
  const [first] = names;
  if (first === undefined) return { checked: [], issues: [], unreadable: [] };
  const plan = await planOf(givenFile(first, directory));
  const place = { directory, frame: planFrame(plan) };
  const { datasets, refused, names: known } = await readOwnData(names, choices, place);
  const checked: CheckedFile[] = [];
  for (const dataset of datasets) checked.push(await checkDataset(dataset, directory, plan));
  const { dataset: wanted } = choices;
  return {
    checked,
    issues: [
      ...refused.map(refusedIssue),
      ...(wanted !== undefined && datasets.length === 0 && known.length > 0
        ? [noSuchDataset(first, wanted, known)]
        : []),
    ],
    unreadable: datasets.length === 0 ? names : refused.map(({ file }) => file),
  };
}

async function checkDataset(
  dataset: ImportedDataset,
  directory: string,
  plan: PlanContext,
): Promise<CheckedFile> {
  const { raw, role: ownRole } = dataset;
  const role = fileRole(ownRole);
  const places = new RowPlaces(dataset);
  const found = importIssues(dataset);
  const base = { named: givenFile(raw.file, directory), role, places, read: raw.features.length };
  const { crs } = dataset;
  if (crs.how !== 'declared' && crs.how !== 'confirmed')
    return {
      ...{ ...base, indexOf: new Map(), geometries: [] },
      issues: [...found, crsToConfirm(dataset)],
    };
  const text = planText(dataset, { id: raw.name, role: ownRole });
  const value: unknown = parseExactly(text);
  const reading = await readDataset(text, {
    ...{ file: raw.file, dataset: raw.file },
    role: role === 'geojson' ? 'base' : role,
    lastArticle: plan.catalogue?.articleCount,
  });
  // How well positions are known is no field of other schemas.
  const ofReader =
    reading.ok && role !== 'geojson'
      ? reading.value.issues.filter(({ code }) => code !== 'accuracy-missing')
      : [];
  const { issues, indexOf, geometries } = checkFeatures({
    ...{ value, role, plan, dataset: raw.file, issues: ofReader },
    isGeometryOnly: true,
  });
  const ofText = checkText({
    ...{ text, value, dataset: raw.file, role },
    extent: plan.catalogue?.extent,
  });
  return {
    ...{ ...base, indexOf, geometries },
    issues: [...found, ...locateIssues([...ofText, ...issues], raw.file, places)],
    ...(reading.ok && { content: reading.value.content }),
  };
}

function fileRole(
  role: OwnDataRole,
): Extract<FileRole, 'coastline' | 'zones' | 'projects' | 'geojson'> {
  return role === 'shown' ? 'geojson' : role;
}

function crsToConfirm({ raw, crs }: ImportedDataset): LocatedIssue {
  const codes = crs.candidates.map(({ code, isSwapped }) => (isSwapped ? `${code} (y, x)` : code));
  const [code = 'EPSG:4549'] = crs.candidates.map(({ code: own }) => own);
  return {
    issue: {
      ...{ code: 'crs-to-confirm', kind: 'positional-accuracy', severity: 'error' },
      ...{ dataset: raw.file, path: [] },
      message: {
        zh: `坐标系须先确认，要素未检查${codes.length > 0 ? `；可能是：${codes.join('、')}` : ''}。`,
        en: `its coordinate reference system has to be confirmed before its features are checked${codes.length > 0 ? `; candidates: ${codes.join(', ')}` : ''}.`,
      },
      cure: {
        zh: `用 --crs 指明，例如 --crs ${code}。`,
        en: `Name it with --crs, for example --crs ${code}.`,
      },
    },
    ...{ file: raw.file, line: 1, column: 1 },
  };
}

function noSuchDataset(file: string, name: string, known: readonly string[]): LocatedIssue {
  return {
    issue: {
      ...{ code: 'dataset-unknown', kind: 'completeness', severity: 'error' },
      ...{ dataset: file, path: [] },
      message: {
        zh: `没有名为“${name}”的数据集。`,
        en: `there is no dataset "${name}".`,
      },
      cure: { zh: `有：${known.join('、')}。`, en: `There are: ${known.join(', ')}.` },
    },
    ...{ file, line: 1, column: 1 },
  };
}
