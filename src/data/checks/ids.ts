import type { Issue } from '../../domain/issue.ts';
import { toIssue } from '../finding.ts';
import { formatValue } from '../format-value.ts';
import { idOf } from '../geojson/parse-feature-collection.ts';
import { getOwn, isRecord } from '../record.ts';
import { LONG_ID } from '../text/json-ids.ts';
import { featureAt, pathsTo } from './repeated-keys.ts';

/**
 * Reports ids that are used as written but that other programs may confuse: numbers beyond 2^53, which most
 * programs round, and texts with a blank or an invisible mark at either end.
 */
export function idIssues(text: string, value: unknown, dataset: string): readonly Issue[] {
  return [...longIds(text, value, dataset), ...blankEnds(value, dataset)];
}

function longIds(text: string, value: unknown, dataset: string): readonly Issue[] {
  const found = [...text.matchAll(LONG_ID)].filter(
    ([, , digits]) => !Number.isSafeInteger(Number(digits)),
  );
  if (found.length === 0) return [];
  const paths = pathsTo(text, new Set(found.map(({ index }) => index)));
  return found.map(({ index, 2: digits }): Issue => {
    const path = paths.get(index) ?? [];
    return {
      code: 'id-beyond-2-53',
      kind: 'logical-consistency',
      severity: 'warning',
      dataset,
      ...featureAt(value, path),
      path: [...path, 'id'],
      message: {
        zh: `id ${digits} 是超过 2^53 的数字，许多程序会把它四舍五入；这里按原样逐位读取。`,
        en: `the id ${digits} is a number beyond 2^53, which most programs round; it is read digit by digit here.`,
      },
      cure: { zh: '加引号写成文字。', en: 'Write it in quotes, as a text.' },
    };
  });
}

function blankEnds(value: unknown, dataset: string): readonly Issue[] {
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  return (Array.isArray(features) ? features : []).flatMap((feature: unknown, featureIndex) => {
    const featureId = idOf(feature);
    if (featureId === undefined || !/^[\s\p{Cf}]|[\s\p{Cf}]$/u.test(featureId)) return [];
    const shown = formatValue(featureId);
    return [
      toIssue(
        { dataset, featureIndex, featureId },
        {
          code: 'id-blanks',
          kind: 'logical-consistency',
          severity: 'warning',
          path: ['properties', 'id'],
          message: {
            zh: `id ${shown} 首尾有空格或看不见的字符，按原样使用。`,
            en: `its id ${shown} begins or ends with a blank or an invisible mark; it is used as written.`,
          },
          cure: { zh: '删去首尾的空格。', en: 'Remove the blank.' },
        },
      ),
    ];
  });
}
