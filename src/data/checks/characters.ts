import type { Bilingual } from '../../domain/bilingual.ts';
import type { Issue } from '../../domain/issue.ts';
import { formatValue } from '../format-value.ts';
import { isRecord } from '../record.ts';
import type { JsonPath } from '../text/json-text.ts';
import { codePoint } from './property-names.ts';
import { featureAt } from './repeated-keys.ts';

/** A kind of unwanted characters: how to find them, and what they mean. */
type Ruin = {
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly pattern: RegExp;
  readonly message: (found: string) => Bilingual;
  readonly cure: (text: string) => Bilingual;
};

const FROM_SOURCE: Bilingual = {
  zh: '从原始数据重新导出为 UTF-8；已丢失的字无法还原。',
  en: 'Export it again from the source as UTF-8; what is lost cannot be brought back.',
};

const REMOVE: Bilingual = { zh: '删去该字符。', en: 'Remove the character.' };

/** UTF-8 read as Latin-1 or Windows-1252: a lead byte and its followers, each as one character. */
const FOLLOWER =
  '[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]';
const MISREAD = new RegExp(
  `(?:[\u00C2\u00C3]${FOLLOWER}|[\u00E2-\u00EF]${FOLLOWER}{2}|\u00F0${FOLLOWER}{3})+`,
  'u',
);

/**
 * GB2312 read as Latin-1 or Windows-1252: two bytes a character, each of them an accented letter or a sign.
 * No language of such letters has four in a row.
 */
const MISREAD_GB = /(?:[\u00B0-\u00F7][\u00A1-\u00FE]){2,}/u;

const RUINS: readonly Ruin[] = [
  {
    code: 'characters-lost',
    severity: 'warning',
    pattern: /\uFFFD|锟斤拷|(?:烫烫|屯屯|锘縷)/u,
    message: (found) =>
      found === '\uFFFD'
        ? { zh: '有字符已丢失（U+FFFD）', en: 'characters were lost (U+FFFD)' }
        : {
            zh: `有乱码“${found}”：原来的字已丢失`,
            en: `“${found}” stands where characters were lost`,
          },
    cure: () => FROM_SOURCE,
  },
  {
    code: 'characters-misread',
    severity: 'warning',
    pattern: MISREAD,
    message: (found) => ({
      zh: `有 ${[...found].length} 个字符可能是被当作 Latin-1 读取的 UTF-8`,
      en: `${[...found].length} characters look like UTF-8 that was read as Latin-1`,
    }),
    cure: (text) => {
      const meant = decoded(text, 'utf-8');
      return meant === undefined
        ? FROM_SOURCE
        : {
            zh: `按 UTF-8 重新读取；应为“${meant}”。`,
            en: `Read the source as UTF-8 again; it says “${meant}”.`,
          };
    },
  },
  {
    code: 'characters-misread',
    severity: 'warning',
    pattern: MISREAD_GB,
    message: (found) => ({
      zh: `有 ${[...found].length} 个字符可能是被当作 Latin-1 读取的 GB18030`,
      en: `${[...found].length} characters look like GB18030 that was read as Latin-1`,
    }),
    cure: (text) => {
      const meant = text.replace(
        new RegExp(MISREAD_GB, 'gu'),
        (run) => decoded(run, 'gb18030') ?? run,
      );
      return {
        zh: `按 GB18030 重新读取；应为“${meant}”。`,
        en: `Read the source as GB18030 again; it says “${meant}”.`,
      };
    },
  },
  {
    code: 'characters-halved',
    severity: 'warning',
    pattern: /\p{Cs}/u,
    message: (found) => ({
      zh: `有半个字符 ${codePoint(found)}：字被从中间截断`,
      en: `half of a character (${codePoint(found)}): it was cut in the middle`,
    }),
    cure: () => FROM_SOURCE,
  },
  {
    code: 'characters-private',
    severity: 'warning',
    pattern: /\p{Co}/u,
    message: (found) => ({
      zh: `有自造字 ${codePoint(found)}：只有装了特定字体的电脑才能显示`,
      en: `a private-use character (${codePoint(found)}): only a computer with its font shows it`,
    }),
    cure: () => ({
      zh: '换成 Unicode 中的正字（多在扩展区）。',
      en: 'Put the character that Unicode has for it (often in an extension block).',
    }),
  },
  {
    code: 'characters-control',
    severity: 'warning',
    pattern: /[^\P{Cc}\t\n\r]|[\u2028\u2029]/u,
    message: (found) => ({
      zh: `有控制字符 ${codePoint(found)}`,
      en: `a control character (${codePoint(found)})`,
    }),
    cure: () => REMOVE,
  },
  {
    code: 'characters-none',
    severity: 'warning',
    pattern: /\p{Noncharacter_Code_Point}/u,
    message: (found) => ({
      zh: `${codePoint(found)} 不是字符`,
      en: `${codePoint(found)} is no character`,
    }),
    cure: () => REMOVE,
  },
  {
    code: 'characters-invisible',
    severity: 'note',
    pattern: /[\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/u,
    message: (found) => ({
      zh: `有看不见的字符 ${codePoint(found)}，检索时会找不到`,
      en: `an invisible character (${codePoint(found)}), by which a search may miss the text`,
    }),
    cure: () => REMOVE,
  },
];

/** Finds texts that need a closer check: any of the characters, as such or as an escape sequence. */
const SUSPECT = new RegExp(
  [
    ...['\\\\[ubf]', '[\u0080-\u00AD\u00C2\u00C3\u00E2-\u00F0\u200B\u2028-\u202E\u2060-\u2069]'],
    '(?:[\u00B0-\u00F7][\u00A1-\u00FE]){2}',
    ...['[\uFEFF\uFFFD\uFFFE\uFFFF\uFDD0-\uFDEF]', '锟斤拷|烫烫|屯屯|锘'],
    ...['[^\\P{Cc}\\t\\n\\r]', '\\p{Cs}', '\\p{Co}', '\\p{Noncharacter_Code_Point}'],
  ].join('|'),
  'u',
);

/**
 * Reports texts of a file, including property names, with characters that are lost, misread, halved or
 * useless: each kind once per text. A file without a suspicious character costs only one search.
 */
export function characterIssues(text: string, value: unknown, dataset: string): readonly Issue[] {
  if (!SUSPECT.test(text)) return [];
  const found: Issue[] = [];
  const waiting: { readonly value: unknown; readonly path: JsonPath }[] = [{ value, path: [] }];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === undefined) break;
    const { value: held, path } = next;
    if (typeof held === 'string') found.push(...issuesIn(held, path));
    const members = Array.isArray(held)
      ? held.map((member, index) => [index, member] as const)
      : isRecord(held)
        ? Object.entries(held)
        : [];
    // Positions contain no text: this skips most of a file.
    if (typeof members[0]?.[1] === 'number' && Array.isArray(held)) continue;
    for (const [name, member] of members.toReversed()) {
      if (typeof name === 'string' && SUSPECT.test(name))
        found.push(...issuesIn(name, [...path, name]));
      if (typeof member === 'string' ? SUSPECT.test(member) : typeof member === 'object')
        waiting.push({ value: member, path: [...path, name] });
    }
  }
  return found;

  function issuesIn(of: string, path: JsonPath): readonly Issue[] {
    const feature = featureAt(value, path);
    const isMisread = MISREAD.test(of);
    return RUINS.flatMap(({ code, severity, pattern, message, cure }): readonly Issue[] => {
      const [match] = pattern.exec(of) ?? [];
      // Controls are part of misread text; names with invisible marks are reported as such.
      const isTold =
        (isMisread && (code === 'characters-control' || pattern === MISREAD_GB)) ||
        (path.at(-1) === of && code === 'characters-invisible');
      if (match === undefined || isTold) return [];
      const [said, name] = [message(match), String(path.at(-1) ?? '')];
      const where =
        feature.featureId ??
        (feature.featureIndex === undefined ? undefined : `#${feature.featureIndex + 1}`);
      const prefix =
        where === undefined ? { zh: '', en: '' } : { zh: `“${where}”：`, en: `'${where}': ` };
      const shown = formatValue(of);
      return [
        {
          code,
          kind: 'thematic-accuracy',
          severity,
          dataset,
          ...feature,
          path,
          message: {
            zh: `${prefix.zh}${name} 中${said.zh}：${shown}。`,
            en: `${prefix.en}${name}: ${said.en}: ${shown}.`,
          },
          cure: cure(of),
        },
      ];
    });
  }
}

/** The characters that Windows-1252 has where Latin-1 has controls, in order of their bytes from 0x80. */
const WINDOWS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/**
 * Repairs text that was read as Latin-1 or Windows-1252; returns undefined when it cannot be repaired, as it
 * was cut in the middle or is mixed with other text.
 */
function decoded(text: string, encoding: string): string | undefined {
  const bytes = [...text].map((character) => {
    const at = WINDOWS.indexOf(character);
    return at >= 0 ? 0x80 + at : (character.codePointAt(0) ?? 0);
  });
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}
