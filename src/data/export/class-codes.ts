import type { Bilingual } from '../../domain/bilingual.ts';
import { COASTLINE_CLASSES, type CoastlineClass } from '../../domain/coastline.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../../domain/symbology.ts';
import { getOwn, isRecord } from '../record.ts';

/** How classes of the coast are written: our own words, Chinese names, or codes of the user's list. */
export type ClassCodes =
  | { readonly kind: 'own' }
  | {
      readonly kind: 'chinese';
      /** Chinese words of the other coded values, by field and value: `use_port`, `grade_strict`. */
      readonly words: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'list'; readonly codes: ReadonlyMap<CodedClass, string> };

/** What a list may give a code: a class, or coast that has none. */
export type CodedClass = CoastlineClass | 'unclassified';

const CODED: readonly CodedClass[] = [...COASTLINE_CLASSES, 'unclassified'];

/** Why a list of codes is refused, and what helps. */
export type CodeListFault = { readonly message: Bilingual; readonly cure: Bilingual };

/** How a class is written; null where coast without a class stays without one. */
export function classCode(name: CoastlineClass | undefined, codes: ClassCodes): string | null {
  switch (codes.kind) {
    case 'own':
      return name ?? null;
    case 'chinese':
      return name === undefined ? null : COASTLINE_SYMBOLS[name].label.zh;
    case 'list':
      return codes.codes.get(name ?? 'unclassified') ?? null;
  }
}

/** How a value of another field is written: in Chinese where classes are. */
export function codedWord(
  field: string,
  value: string | undefined,
  codes: ClassCodes,
): string | undefined {
  if (value === undefined || codes.kind !== 'chinese') return value;
  return codes.words.get(`${field}_${value}`) ?? value;
}

/**
 * Reads a list of codes: a JSON object `{"bedrock": "0101", …}`, or a line `class = code` each. The class may be in
 * our words or in Chinese.
 * @param needed the classes that occur: one without a code would be written as nothing, so the list is refused.
 */
export function parseClassCodes(
  text: string,
  needed: ReadonlySet<CoastlineClass>,
): Result<Extract<ClassCodes, { kind: 'list' }>, CodeListFault> {
  const entries = entriesOf(text);
  if (entries === undefined || entries.length === 0) return failed(NO_LIST);
  const codes = new Map<CodedClass, string>();
  for (const [given, code] of entries) {
    const name = classOf(given);
    if (name === undefined) return failed(unknownClass(given));
    if (code === undefined) return failed(noCode(given));
    if (codes.has(name) && codes.get(name) !== code) return failed(twoCodes(given));
    codes.set(name, code);
  }
  const missing = COASTLINE_CLASSES.filter((name) => needed.has(name) && !codes.has(name));
  return missing.length === 0 ? ok({ kind: 'list', codes }) : failed(withoutCode(missing));
}

function entriesOf(
  text: string,
): readonly (readonly [name: string, code: string | undefined])[] | undefined {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body.startsWith('{')) {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return undefined;
    }
    if (!isRecord(value)) return undefined;
    return Object.keys(value).map((name) => [name, codeOfValue(getOwn(value, name))] as const);
  }
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^\s*(.+?)\s*[=:：,，\t]\s*(.*?)\s*$/.exec(line));
  if (pairs.some((pair) => pair === null)) return undefined;
  return pairs.map((pair) => [pair?.[1] ?? '', codeOfValue(pair?.[2])] as const);
}

function codeOfValue(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function classOf(given: string): CodedClass | undefined {
  const plain = given.trim().toLowerCase();
  return CODED.find(
    (name) => name === plain || labelOf(name).zh === plain || labelOf(name).zh === `${plain}岸线`,
  );
}

function labelOf(name: CodedClass): Bilingual {
  return (name === 'unclassified' ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[name]).label;
}

const NO_LIST: CodeListFault = {
  message: {
    zh: '这不是代码表。',
    en: 'This is no list of codes.',
  },
  cure: {
    zh: '每行写一类，如 bedrock = 0101 或 基岩岸线 = 0101；或写成 JSON 对象。',
    en: 'Write a class a line, such as bedrock = 0101, or a JSON object.',
  },
};

function unknownClass(given: string): CodeListFault {
  return {
    message: {
      zh: `代码表中的“${given}”不是岸线类型。`,
      en: `“${given}” in the list is no class of coast.`,
    },
    cure: {
      zh: `可用：${CODED.map((name) => `${labelOf(name).zh}（${name}）`).join('、')}。`,
      en: `The classes are ${CODED.join(', ')}.`,
    },
  };
}

function noCode(given: string): CodeListFault {
  return {
    message: { zh: `“${given}”后面没有代码。`, en: `There is no code after “${given}”.` },
    cure: { zh: '在等号后写上代码。', en: 'Write its code after the sign.' },
  };
}

function twoCodes(given: string): CodeListFault {
  return {
    message: {
      zh: `代码表给“${given}”写了两个不同的代码。`,
      en: `The list gives “${given}” two codes.`,
    },
    cure: { zh: '只留一个。', en: 'Keep one of them.' },
  };
}

function withoutCode(missing: readonly CoastlineClass[]): CodeListFault {
  return {
    message: {
      zh: `代码表缺少：${missing.map((name) => `${labelOf(name).zh}（${name}）`).join('、')}，这些岸线在数据中存在。`,
      en: `The list has no code for ${missing.join(', ')}, which the coastline has.`,
    },
    cure: { zh: '为每一类补上代码。', en: 'Add a code for each of them.' },
  };
}

/** Says in a README how classes are written, a line each. */
export function codeNotes(codes: ClassCodes): readonly Bilingual[] {
  if (codes.kind === 'chinese')
    return [
      {
        zh: '岸线类型及其他代码：以中文名称写出。',
        en: 'Classes and other codes: by their Chinese names.',
      },
    ];
  const listed = CODED.flatMap((name): readonly (readonly [CodedClass, string])[] => {
    const code = codes.kind === 'own' ? name : codes.codes.get(name);
    return code === undefined || (codes.kind === 'own' && name === 'unclassified')
      ? []
      : [[name, code]];
  });
  const list = (language: keyof Bilingual, separator: string): string =>
    listed.map(([name, code]) => `${code} = ${labelOf(name)[language]}`).join(separator);
  const heading =
    codes.kind === 'own' ? '' : { zh: '（使用者的代码表）', en: ' (list of the user)' };
  return [
    {
      zh: `岸线类型${heading === '' ? '' : heading.zh}：${list('zh', '；')}。`,
      en: `Classes${heading === '' ? '' : heading.en}: ${list('en', '; ')}.`,
    },
  ];
}
