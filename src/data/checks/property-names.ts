import type { LayerRole } from '../../domain/dataset.ts';
import type { Issue } from '../../domain/issue.ts';
import { toIssue } from '../finding.ts';
import { idOf } from '../geojson/parse-feature-collection.ts';
import { getOwn, isRecord } from '../record.ts';

/** The properties that the app reads, by role. */
const KNOWN: Readonly<Record<LayerRole, readonly string[]>> = {
  coastline: [
    ...['id', 'class', 'use', 'realm', 'confidence', 'grade', 'name_zh', 'name_en'],
    ...['position_source', 'position_source_zh', 'class_source', 'class_source_zh'],
  ],
  zones: [
    ...['id', 'target', 'grade', 'articles', 'name_zh', 'name_en'],
    ...['position_source', 'position_source_zh'],
  ],
  projects: [
    ...['id', 'layer', 'status', 'articles', 'name_zh', 'name_en', 'summary_zh', 'summary_en'],
    ...['year', 'figures', 'published_length_km', 'published_length_source', 'published_area_km2'],
    ...['published_area_source', 'accuracy_m', 'position_source', 'position_source_zh'],
    ...['site_named_in_plan', 'notes_zh', 'notes_en'],
  ],
  base: ['id', 'kind', 'rank', 'name_zh', 'name_en'],
  shown: ['id', 'name_zh', 'name_en'],
};

/** Names whose loss changes figures of the coast. */
const DECIDING = ['id', 'class', 'realm', 'use', 'confidence', 'target'];

/** Cyrillic and Greek letters that look like Latin letters in typed names. */
const LOOKALIKES = new Map(
  [...'аеорсхуіѕтмнкАЕОРСХТМНКοαρνιΑΕΟΡΤΙ'].map((letter, index) => [
    letter,
    'aeopcxyistmhkaeopcxtmhkoapviaeopti'.charAt(index),
  ]),
);

/**
 * Returns a name as the user sees it: without invisible marks, blanks, case, separators and look-alike
 * letters.
 */
export function plainName(name: string): string {
  const visible = name.normalize('NFKC').replace(/[\p{Cf}\p{Cc}\p{Z}\p{Mn}_-]/gu, '');
  return [...visible]
    .map((letter) => LOOKALIKES.get(letter) ?? letter)
    .join('')
    .toLowerCase();
}

/**
 * Reports properties that the app ignores although their name looks like a known one: with an invisible
 * mark, in another case, or with a blank. What many features share is reported once, at the first.
 */
export function propertyNameIssues(
  value: unknown,
  { role, dataset }: { readonly role: LayerRole; readonly dataset: string },
): readonly Issue[] {
  const features = isRecord(value) ? getOwn(value, 'features') : undefined;
  if (!Array.isArray(features)) return [];
  const known = new Map(KNOWN[role].map((name) => [plainName(name), name]));
  /** The known name that each property name resembles, computed once per name. */
  const meanings = new Map<string, string | undefined>(
    KNOWN[role].map((name) => [name, undefined]),
  );
  const told = new Map<string, { readonly index: number; readonly meant: string; count: number }>();
  for (const [index, feature] of features.entries()) {
    const properties = isRecord(feature) ? getOwn(feature, 'properties') : undefined;
    if (!isRecord(properties)) continue;
    for (const name of Object.keys(properties)) {
      if (!meanings.has(name)) meanings.set(name, known.get(plainName(name)));
      const meant = meanings.get(name);
      if (meant === undefined) continue;
      const before = told.get(name);
      if (before === undefined) told.set(name, { index, meant, count: 1 });
      else before.count += 1;
    }
  }
  return [...told].map(([name, { index, meant, count }]) => {
    const how = differenceOf(name, meant);
    const more =
      count > 1
        ? { zh: `（共 ${count} 个要素）`, en: ` (in ${count} features)` }
        : { zh: '', en: '' };
    return toIssue(
      { dataset, featureIndex: index, featureId: idOf(features[index]) },
      {
        code: DECIDING.includes(meant) ? 'property-name' : 'property-name-minor',
        kind: 'logical-consistency',
        severity: 'warning',
        path: ['properties', name],
        message: {
          zh: `有一个属性名看似 \`${meant}\`，${how.zh}，未被读取${more.zh}。`,
          en: `a property is called \`${meant}\` ${how.en}; it is not read${more.en}.`,
        },
        cure: { zh: `把该属性改名为 ${meant}。`, en: `Rename the property to ${meant}.` },
      },
    );
  });
}

function differenceOf(name: string, meant: string): { readonly zh: string; readonly en: string } {
  const mark = [...name].find((letter) => /[\p{Cf}\p{Cc}\p{Mn}]/u.test(letter));
  const blank = [...name].find((letter) => /\p{Z}/u.test(letter));
  const code = codePoint(mark ?? blank ?? '');
  if (mark !== undefined)
    return { zh: `但带有看不见的字符 ${code}`, en: `${besides(name, mark)} an invisible ${code}` };
  if (blank !== undefined && blank !== ' ')
    return { zh: `但带有特殊空格 ${code}`, en: `${besides(name, blank)} a blank ${code}` };
  if (blank !== undefined) return { zh: '但带有空格', en: `${besides(name, blank)} a blank` };
  const shown = JSON.stringify(name);
  return name.toLowerCase() === meant
    ? { zh: `但大小写不同（${shown}）`, en: `in another case (${shown})` }
    : { zh: `但写法不同（${shown}）`, en: `in another spelling (${shown})` };
}

function besides(name: string, mark: string): string {
  if (name.startsWith(mark)) return 'behind';
  return name.endsWith(mark) ? 'before' : 'around';
}

/** Formats a character as `U+FEFF`. */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
