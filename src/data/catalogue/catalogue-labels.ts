import type * as v from 'valibot';
import type { Bilingual } from '../../domain/bilingual.ts';

/** Descriptions of rules that have no expected value, by the key that they are about. */
const RULES: ReadonlyMap<unknown, Bilingual> = new Map([
  [
    'id',
    {
      zh: '应为小写字母、数字和连字符，以字母或数字开头',
      en: 'expected lower-case letters, digits and hyphens, with a letter or digit first',
    },
  ],
  [
    'url',
    {
      zh: '应为 geodata 中文件的相对路径，如 projects/ports.geojson，不能是网址或瓦片地址',
      en: 'expected the path of a file inside geodata, such as projects/ports.geojson, not an address elsewhere or of tiles',
    },
  ],
  [
    'extent',
    {
      zh: '应为 [西, 南, 东, 北]，西小于东，南小于北',
      en: 'expected [west, south, east, north] with west below east and south below north',
    },
  ],
]);

/** Returns a description of a wrong catalogue value in plain words, in both languages. */
export function describeFault({ type, path, expected, received }: v.BaseIssue<unknown>): Bilingual {
  const rule = type === 'regex' || type === 'check' ? RULES.get(path?.at(-1)?.key) : undefined;
  if (rule !== undefined) {
    // The numbers of an extent are not text; the user finds them in the file.
    const found = type === 'regex' ? received : undefined;
    return {
      zh: `${rule.zh}${found === undefined ? '' : `，实为 ${found}`}。`,
      en: `${rule.en}${found === undefined ? '' : `, found ${found}`}.`,
    };
  }
  if (received === 'undefined') return { zh: '缺少此项。', en: 'it is missing.' };
  return {
    zh: `应为 ${expected ?? '其他值'}，实为 ${received}。`,
    en: `expected ${expected ?? 'another value'}, found ${received}.`,
  };
}
