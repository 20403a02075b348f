import type { Finding } from '../../data/finding.ts';
import { formatValue } from '../../data/format-value.ts';
import { isArticle } from '../../data/projects/articles.ts';
import { getOwn, givenOf, isRecord, type JsonRecord } from '../../data/record.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { IssueSeverity } from '../../domain/issue.ts';
import type { FileRole } from '../files/file-role.ts';
import { type Expectation, PROPERTY_RULES } from './property-rules.ts';

/** Checks the properties of one feature against its role: wrong types, unknown words, missing values. */
export function checkProperties(
  properties: JsonRecord,
  role: FileRole,
  lastArticle: number,
): readonly Finding[] {
  const found = PROPERTY_RULES[role].flatMap(({ name, expects, missing }): readonly Finding[] => {
    const value = givenOf(properties, name);
    // The reader reports an empty class or realm and sets the segment aside.
    const isEmpty = value === undefined && (getOwn(properties, name) ?? null) !== null;
    if (isEmpty && SET_ASIDE.includes(name)) return [];
    if (value === undefined) return missing === undefined ? [] : [absent(name, expects, missing)];
    return faults(name, value, expects, lastArticle);
  });
  return role === 'coastline' ? [...found, ...useFindings(properties)] : found;
}

/**
 * Properties whose empty value is left to the reader, because the segment might otherwise be counted
 * wrongly.
 */
const SET_ASIDE = ['class', 'realm'];

/** Checks that a project's layer is in the catalogue; accepts any layer when no layers are known. */
export function checkLayer(properties: JsonRecord, layers: readonly string[]): readonly Finding[] {
  const layer = getOwn(properties, 'layer');
  const isUnknown =
    typeof layer === 'string' && layer !== '' && layers.length > 0 && !layers.includes(layer);
  return isUnknown ? [unknown('layer', layer, layers)] : [];
}

function faults(
  name: string,
  value: unknown,
  expects: Expectation,
  lastArticle: number,
): readonly Finding[] {
  const path = ['properties', name];
  switch (expects.kind) {
    case 'text':
      return typeof value === 'string'
        ? []
        : [wrongType(path, value, { zh: '文字', en: 'a text' })];
    case 'id':
      return typeof value === 'string' || typeof value === 'number'
        ? []
        : [wrongType(path, value, { zh: '文字', en: 'a text' })];
    case 'boolean':
      return typeof value === 'boolean'
        ? []
        : [wrongType(path, value, { zh: 'true 或 false', en: 'true or false' })];
    case 'number':
      return numberFaults(path, value, expects);
    case 'word':
      return typeof value === 'string' && expects.allowed.includes(value)
        ? []
        : [unknown(name, value, expects.allowed)];
    case 'articles':
      return articleFaults(path, value, lastArticle);
    case 'figures':
      return figureFaults(path, value);
  }
}

type Path = readonly (string | number)[];

function numberFaults(
  path: Path,
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
): readonly Finding[] {
  if (typeof value !== 'number') return [wrongType(path, value, { zh: '数字', en: 'a number' })];
  if (Number.isFinite(value) && value >= least && value <= most) return [];
  const name = path.at(-1);
  return [
    finding(
      `${name}-out-of-range`,
      path,
      {
        zh: `${name} 为 ${value}，应在 ${least} 到 ${most} 之间。`,
        en: `${name} is ${value}; it must lie between ${least} and ${most}.`,
      },
      CHECK_VALUE,
    ),
  ];
}

function articleFaults(path: Path, value: unknown, last: number): readonly Finding[] {
  if (!Array.isArray(value))
    return [
      wrongType(path, value, { zh: '条号数组，例如 [46]', en: 'a list of numbers such as [46]' }),
    ];
  return value.flatMap((article: unknown, index) =>
    isArticle(article, last)
      ? []
      : [
          finding(
            'article-out-of-range',
            [...path, index],
            {
              zh: `条号 ${formatValue(article)} 不是 1 到 ${last} 的整数。`,
              en: `article ${formatValue(article)} is not a whole number from 1 to ${last}.`,
            },
            {
              zh: '核对条号；规划的条数见 catalogue.json 的 articleCount。',
              en: 'Check the number; articleCount of catalogue.json says how many the plan has.',
            },
          ),
        ],
  );
}

function figureFaults(path: Path, value: unknown): readonly Finding[] {
  if (!Array.isArray(value))
    return [wrongType(path, value, { zh: '指标数组', en: 'a list of figures' })];
  return value.flatMap((figure: unknown, index) => {
    const at = [...path, index];
    if (!isRecord(figure))
      return [wrongType(at, figure, { zh: '指标对象', en: 'a figure with label and value' })];
    const [label, amount] = [
      getOwn(figure, 'label_zh') ?? getOwn(figure, 'label_en'),
      getOwn(figure, 'value'),
    ];
    const hasValue =
      (typeof amount === 'number' && Number.isFinite(amount)) ||
      (typeof amount === 'string' && amount !== '');
    if (typeof label === 'string' && hasValue) return [];
    return [
      finding(
        'figure-incomplete',
        at,
        {
          zh: '指标缺少名称（label_zh、label_en）或数值（value）。',
          en: 'a figure lacks its label (label_zh, label_en) or its value.',
        },
        { zh: '补全，否则该指标不会显示。', en: 'Add it; the figure is not shown otherwise.' },
      ),
    ];
  });
}

/** Artificial coastline requires a use; other coastline must not have one. */
function useFindings(properties: JsonRecord): readonly Finding[] {
  const [shoreClass, use] = [givenOf(properties, 'class'), givenOf(properties, 'use')];
  if (shoreClass === 'artificial' && use === undefined)
    return [absent('use', { kind: 'text' }, 'note')];
  if (use === undefined || shoreClass === 'artificial' || typeof shoreClass !== 'string') return [];
  return [
    {
      ...finding(
        'use-not-artificial',
        ['properties', 'use'],
        {
          zh: `岸线类型为 ${formatValue(shoreClass)}，却写有用途 ${formatValue(use)}。`,
          en: `the class is ${formatValue(shoreClass)}, but a use ${formatValue(use)} is given.`,
        },
        {
          zh: '用途只用于人工岸线：改类型或删去用途。',
          en: 'Only artificial coastline has a use: change the class or leave the use out.',
        },
      ),
      severity: 'warning',
    },
  ];
}

const CHECK_VALUE: Bilingual = { zh: '核对数值和单位。', en: 'Check the value and its unit.' };

function absent(name: string, expects: Expectation, severity: IssueSeverity): Finding {
  const list = expects.kind === 'word' ? expects.allowed.join(', ') : '';
  return {
    code: `${name}-missing`,
    kind: 'completeness',
    severity,
    path: ['properties'],
    message: { zh: `缺少 ${name}。`, en: `${name} is missing.` },
    cure: {
      zh: list === '' ? `补上 ${name}。` : `补上 ${name}，可用的值：${list}。`,
      en: list === '' ? `Add ${name}.` : `Add ${name}, one of: ${list}.`,
    },
  };
}

function unknown(name: string, value: unknown, allowed: readonly string[]): Finding {
  const list = allowed.join(', ');
  return finding(
    `${name}-unknown`,
    ['properties', name],
    {
      zh: `${name} 的值 ${formatValue(value)} 不可用。`,
      en: `${name} is ${formatValue(value)}, which is not allowed.`,
    },
    { zh: `可用的值：${list}。`, en: `Use one of: ${list}.` },
  );
}

function wrongType(path: Path, value: unknown, expected: Bilingual): Finding {
  const name = path.slice(1).join('.');
  return finding(
    'property-type',
    path,
    {
      zh: `${name} 应为${expected.zh}，实为 ${formatValue(value)}。`,
      en: `${name} must be ${expected.en}, not ${formatValue(value)}.`,
    },
    { zh: `改写 ${name} 的值。`, en: `Write ${name} as ${expected.en}.` },
  );
}

function finding(code: string, path: Path, message: Bilingual, cure: Bilingual): Finding {
  return { code, kind: 'thematic-accuracy', severity: 'error', path, message, cure };
}
