import type { Bilingual } from '../../domain/bilingual.ts';
import { measureGeometry } from '../../domain/geodesy.ts';
import type { Issue } from '../../domain/issue.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { readDataset } from '../loading/read-dataset.ts';
import type { ImportedDataset } from './import-dataset.ts';
import { planText } from './plan-text.ts';
import type { ImportIssue } from './raw-dataset.ts';

/**
 * Returns what a dataset's role leaves out of its records: points of a coastline, lines of zones, lines over the
 * antimeridian. An issue for each reason, with the number of records and their length. Such records are read and
 * kept as records, but are set aside where the dataset is taken as its role.
 */
export async function roleIssues(dataset: ImportedDataset): Promise<readonly ImportIssue[]> {
  const { features, role } = dataset;
  if (features.length === 0) return [];
  const id = 'import';
  const read = await readDataset(planText(dataset, { id, role }), { file: id, dataset: id, role });
  if (!read.ok) return [];
  const leftOut = new Set(read.value.setAside.map(({ featureIndex }) => featureIndex));
  const byCode = new Map<string, Issue[]>();
  for (const reason of reasonsOf(read.value.issues, leftOut)) {
    const group = byCode.get(reason.code);
    if (group === undefined) byCode.set(reason.code, [reason]);
    else group.push(reason);
  }
  return [...byCode.values()].flatMap((issues) => {
    const [first] = issues;
    return first === undefined ? [] : [grouped(first, issues, dataset)];
  });
}

/** The errors of features that are left out, the first of each. */
function reasonsOf(issues: readonly Issue[], leftOut: ReadonlySet<number>): readonly Issue[] {
  const told = new Set<number>();
  return issues.filter(({ featureIndex, severity }) => {
    if (featureIndex === undefined || !leftOut.has(featureIndex) || severity !== 'error')
      return false;
    const isFirst = !told.has(featureIndex);
    told.add(featureIndex);
    return isFirst;
  });
}

function grouped(
  first: Issue,
  issues: readonly Issue[],
  { features, role }: ImportedDataset,
): ImportIssue {
  let lengthM = 0;
  for (const { featureIndex } of issues) {
    const geometry = featureIndex === undefined ? undefined : features[featureIndex]?.geometry;
    if (geometry !== undefined) lengthM += measureGeometry(geometry).lengthM.ellipsoid;
  }
  const row = features[first.featureIndex ?? -1]?.row;
  const reason = withoutId(first.message);
  const { zh, en } = ROLES[role];
  const length = lengthM > 0 ? `${lengthM.toFixed(1)} m` : undefined;
  const zhLength = length === undefined ? '' : `，共 ${length}`;
  const enLength = length === undefined ? '' : ` (${length} in all)`;
  return {
    code: first.code,
    severity: 'error',
    message: {
      zh: `${issues.length} 条记录不能作为${zh}（如第 ${row} 条）${zhLength}，取用时将搁置：${reason.zh}`,
      en: `${issues.length === 1 ? '1 record' : `${issues.length} records`} cannot be taken as ${en}, such as record ${row}${enLength}, and would be left out of it: ${reason.en}`,
    },
    cure: first.cure ?? { zh: '改正后重新读取。', en: 'Correct them and read the file again.' },
    ...(row !== undefined && { row }),
  };
}

const ROLES: Readonly<Record<OwnDataRole, Bilingual>> = {
  coastline: { zh: '岸线', en: 'a coastline' },
  zones: { zh: '岸段', en: 'zones' },
  projects: { zh: '项目', en: 'projects' },
  shown: { zh: '只显示的图层', en: 'a layer to show' },
};

/** Findings name the row, and the ids of records are made only when they are accepted. */
export function withoutId({ zh, en }: Bilingual): Bilingual {
  const strip = (text: string): string => text.replace(/^['“][^'”]*['”](?:: |：)/, '');
  return { zh: strip(zh), en: strip(en) };
}
