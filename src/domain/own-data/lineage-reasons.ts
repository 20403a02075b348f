import type { Coverage } from '../audit/audit.ts';
import { lengthInWords, type ProvisionalReason } from '../audit/provisional-reason.ts';
import { isShiftedCode, type OwnDataset } from './own-dataset.ts';

/** What a dataset of the user brings along that its text does not say. */
export type LineageQuestion = {
  readonly dataset: Pick<OwnDataset, 'id' | 'name' | 'role' | 'lineage'>;
  /** Features of its text; its reader tells those of them that it sets aside. */
  readonly written: number;
  readonly coverage: Pick<Coverage, 'faults'>;
};

/** Why figures of a dataset of the user are provisional, by the way that it came: of coast and zones alone. */
export function lineageReasons({
  dataset: { id, name, role, lineage },
  written,
  coverage,
}: LineageQuestion): readonly ProvisionalReason[] {
  if (role !== 'coastline' && role !== 'zones') return [];
  return [
    ...shiftReasons(name, lineage.crs?.code),
    ...recordReasons(name, role, lineage.read - written),
    ...(role === 'coastline' ? classReasons(name, id, coverage) : []),
  ];
}

/** What is left of the shift of a system that was corrected; nothing for other systems. */
export function shiftReasons(name: string, code: string | undefined): readonly ProvisionalReason[] {
  if (!isShiftedCode(code)) return [];
  return [
    {
      code: 'coast-shift-corrected',
      message: {
        zh: `“${name}”由 ${code} 偏移坐标纠正而来，残余偏移不明。`,
        en: `“${name}” was corrected from the shifted system ${code}; what is left of the shift is not known.`,
      },
    },
  ];
}

function recordReasons(
  name: string,
  role: 'coastline' | 'zones',
  count: number,
): readonly ProvisionalReason[] {
  if (count <= 0) return [];
  const [zh, en] =
    role === 'coastline' ? ['，长度不明', '; how long they are is not known'] : ['', ''];
  return [
    {
      code: 'own-records-set-aside',
      message: {
        zh: `“${name}”导入时搁置 ${count} 条记录，不在数字之内${zh}。`,
        en: `“${name}”: ${count} ${count === 1 ? 'record was' : 'records were'} set aside at import and not counted${en}.`,
      },
    },
  ];
}

/** Coast that still has no class, by the proof of coverage: what the user has reclassified since has one. */
function classReasons(
  name: string,
  id: string,
  { faults }: Pick<Coverage, 'faults'>,
): readonly ProvisionalReason[] {
  const own = faults.filter(
    ({ kind, segmentIds }) =>
      kind === 'unclassified' && segmentIds.some((each) => each.startsWith(`${id}:`)),
  );
  const count = new Set(own.flatMap(({ segmentIds }) => segmentIds)).size;
  const lengthM = own.reduce((sum, fault) => sum + fault.lengthM, 0);
  if (count === 0 || lengthM === 0) return [];
  return [
    {
      code: 'own-values-unclassified',
      message: {
        zh: `“${name}”有 ${count} 段岸线（${lengthInWords(lengthM, 'zh')}）导入时未分类。`,
        en: `“${name}”: ${count} ${count === 1 ? 'stretch' : 'stretches'} (${lengthInWords(lengthM, 'en')}) had no class at import.`,
      },
    },
  ];
}
