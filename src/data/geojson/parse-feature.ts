import type { Bilingual } from '../../domain/bilingual.ts';
import type { IssueSeverity } from '../../domain/issue.ts';
import type { Finding } from '../finding.ts';
import { formatValue } from '../format-value.ts';
import { getOwn, givenOf, type JsonRecord, numberOf, textOf } from '../record.ts';
import type { RawFeature } from './parse-feature-collection.ts';

/** The result of reading one feature: a value, or findings with the error that prevented it. */
export type ParsedFeature<T> = { readonly value?: T; readonly findings: readonly Finding[] };

/**
 * Returns the feature's id; without one a figure could not name its evidence, so the feature is set aside.
 */
export function usableId({ featureId, properties }: Pick<RawFeature, 'featureId' | 'properties'>): {
  readonly id: string | undefined;
  readonly findings: readonly Finding[];
} {
  if (featureId !== undefined) return { id: featureId, findings: [] };
  return {
    id: undefined,
    findings: [
      {
        code: 'id-missing',
        kind: 'completeness',
        severity: 'error',
        path: ['properties'],
        message: withoutId(getOwn(properties, 'id') ?? undefined),
        cure: {
          zh: '在 properties 中补一个唯一的 id。',
          en: 'Give it a unique id in its properties.',
        },
      },
    ],
  };
}

function withoutId(found: unknown): Bilingual {
  if (found === undefined) return { zh: '没有 id。', en: 'it has no id.' };
  const value = formatValue(found);
  return typeof found === 'string'
    ? { zh: `id 为空（${value}）。`, en: `its id is empty (${value}).` }
    : {
        zh: `id 为 ${value}，应为文字或数字。`,
        en: `its id is ${value}, neither text nor number.`,
      };
}

/** Returns both names; a missing one is replaced by the other, and both by the id. */
export function namesOf(
  properties: JsonRecord,
  id: string,
): { readonly zh: string; readonly en: string; readonly findings: readonly Finding[] } {
  const [zh, en] = [textOf(properties, 'name_zh'), textOf(properties, 'name_en')];
  const missing = [zh === undefined ? 'name_zh' : '', en === undefined ? 'name_en' : ''].filter(
    (name) => name !== '',
  );
  return {
    zh: zh ?? en ?? id,
    en: en ?? zh ?? id,
    findings: missing.map((name) => ({
      code: 'name-missing',
      kind: 'completeness',
      severity: 'warning',
      path: ['properties'],
      message: {
        zh: `缺少 ${name}，暂以另一名称代替。`,
        en: `${name} is missing; the other name stands in.`,
      },
      cure: { zh: `补上 ${name}。`, en: `Add ${name}.` },
    })),
  };
}

/** Returns a finding for a word that is not allowed, and the word used instead. */
export function unknownWord(
  name: string,
  found: unknown,
  allowed: readonly string[],
  severity: IssueSeverity,
  taken?: string,
): Finding {
  const isMissing = (found ?? undefined) === undefined;
  const [zh, en] = isMissing
    ? [`缺少 ${name}`, `${name} is missing`]
    : [
        `${name} 的值 ${formatValue(found)} 不可用`,
        `${name} is ${formatValue(found)}, which is not allowed`,
      ];
  const list = allowed.join(', ');
  return {
    code: `${name}-unknown`,
    kind: 'thematic-accuracy',
    severity,
    path: ['properties', name],
    message: {
      zh: `${zh}${taken === undefined ? '' : `，按“${taken}”处理`}。`,
      en: `${en}${taken === undefined ? '' : `; taken as "${taken}"`}.`,
    },
    cure: { zh: `可用的值：${list}。`, en: `Use one of: ${list}.` },
  };
}

/**
 * Returns the source of a value: the text as given, and its Chinese version (`…_zh`) when the data have
 * one. A single text is used for both languages.
 */
export function sourceOf(
  properties: JsonRecord,
  name: 'position_source' | 'class_source',
): readonly [source: string | undefined, inChinese: string | undefined] {
  const [given, chinese] = [textOf(properties, name), textOf(properties, `${name}_zh`)];
  return [given ?? chinese, given === undefined ? undefined : chinese];
}

/** Returns a finding for a property whose word is not allowed and is left out. */
export function droppedWord(
  properties: JsonRecord,
  name: string,
  allowed: readonly string[],
): readonly Finding[] {
  const found = givenOf(properties, name);
  const isKnown = found === undefined || allowed.some((word) => word === found);
  return isKnown ? [] : [unknownWord(name, found, allowed, 'warning', '—')];
}

/** Returns a finding for a property whose number is negative or not a number and is left out. */
export function droppedNumber(properties: JsonRecord, name: string): readonly Finding[] {
  const found = getOwn(properties, name) ?? undefined;
  if (found === undefined || (numberOf(properties, name) ?? -1) >= 0) return [];
  const isNumber = typeof found === 'number';
  return [
    {
      code: isNumber ? `${name}-out-of-range` : 'property-type',
      kind: 'thematic-accuracy',
      severity: 'warning',
      path: ['properties', name],
      message: {
        zh: `${name} 的值 ${formatValue(found)} 不可用，已略去。`,
        en: `${name} is ${formatValue(found)}, which cannot be used; it is left out.`,
      },
      cure: { zh: '写成不小于 0 的数字。', en: 'Write a number that is not negative.' },
    },
  ];
}

/**
 * Returns a text in both languages; a missing one is replaced by the other; undefined when both are
 * missing.
 */
export function bilingual(properties: JsonRecord, name: string): Bilingual | undefined {
  const [zh, en] = [textOf(properties, `${name}_zh`), textOf(properties, `${name}_en`)];
  const known = zh ?? en;
  return known === undefined ? undefined : { zh: zh ?? known, en: en ?? known };
}
