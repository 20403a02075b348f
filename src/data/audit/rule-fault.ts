import type { BaseIssue } from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { structureError } from '../geojson/structure-error.ts';

/**
 * Returns why a file is not a counting rule: the first error of its schema, or that it is a file of another
 * kind.
 */
export function ruleFault(
  fault: BaseIssue<unknown> | undefined,
  given: { readonly text: string; readonly file: string },
): Promise<LoadError> {
  if (fault === undefined) {
    return structureError({
      ...given,
      path: [],
      message: {
        zh: '这不是计算规则：target、counting、sensitivity 一个也没有。',
        en: 'this is no counting rule: none of target, counting and sensitivity is in it.',
      },
      cure: {
        zh: '改用 audit.json 那样的文件，例如 {"target": 0.35}。',
        en: 'Give a file such as audit.json, for example {"target": 0.35}.',
      },
    });
  }
  return structureError({
    ...given,
    path: (fault.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
    message: describe(fault),
    cure: cureOf(fault),
  });
}

function cureOf({ path }: BaseIssue<unknown>): Bilingual {
  switch (path?.[0]?.key) {
    case 'setback':
      return {
        zh: '写成 {"distanceM": 30, "articles": [46], "source": "…"}；distanceM 为 1 到 10000 米。',
        en: 'Write {"distanceM": 30, "articles": [46], "source": "…"}, with distanceM from 1 to 10000 metres.',
      };
    case 'targetArticles':
      return {
        zh: '写成条号数组，例如 [46]。',
        en: 'Write a list of article numbers, such as [46].',
      };
    case 'errorRate':
    case 'correlation':
    case 'position':
      return {
        zh: '写成 "errorRate": {"low": 0.3, "medium": 0.1, "high": 0.02, "sampled": false}（0 到 1）、"correlation": 0.3（0 到 0.99）、"position": {"within90M": 85, "correlationM": 500}（米）。',
        en: 'Write "errorRate": {"low": 0.3, "medium": 0.1, "high": 0.02, "sampled": false} (0 to 1), "correlation": 0.3 (0 to 0.99), "position": {"within90M": 85, "correlationM": 500} (metres).',
      };
    default:
      return {
        zh: 'target 取 0 到 1；每种岸线类型计为 natural、restored、total-only 或 excluded。',
        en: 'Give target between 0 and 1; count each class as natural, restored, total-only or excluded.',
      };
  }
}

function describe({ expected, received }: BaseIssue<unknown>): Bilingual {
  // A key that is not in the strict table of classes.
  if (expected === 'never') {
    return { zh: `没有名为 ${received} 的岸线类型。`, en: `there is no class ${received}.` };
  }
  // A custom check has no expected value; ours requires an object.
  return {
    zh: `应为 ${expected ?? '对象'}，实为 ${received}。`,
    en: `expected ${expected ?? 'an object'}, found ${received}.`,
  };
}
