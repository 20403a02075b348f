import type {
  CoastlineClass,
  CoastlineUse,
  ProtectionGrade,
  Realm,
} from '../../../domain/coastline.ts';
import type { FieldMapping } from '../../../domain/own-data/field-mapping.ts';
import { type FieldValue, fieldOf, type RawDataset, type ReadField } from '../raw-dataset.ts';
import { classOfValue, gradeOfValue, realmOfValue } from './class-words.ts';

/** Names of fields in comparable form. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_（）()【】[\]·.\uFFFD-]/g, '');
}

const NAMES = {
  class:
    /^(?:class|type|category|岸线类型|海岸线类型|岸线类别|类型|类别|一级类|二级类|三级类|海岸线[一二三]级类|岸线[一二三]级类|haxlx[abc]?|haxlx|axlx|lx|岸线类|岸线性质|coasttype|coastclass|shoretype|layer|folder\d)$/,
  realm: /^(?:realm|岸线归属|所属|岸线属性|大陆海岛|海岛|陆岛)$/,
  grade: /^(?:grade|保护等级|保护类别|管控类型|管控分类|bhlb|bhdj|分级|等级)$/,
  name: /^(?:namezh|name|名称|岸线名称|岸段名称|项目名称|地块名称|haxname|mc|dkmc|xmmc)$/,
  id: /^(?:id|haxid|岸段编号|岸段序号|岸段号|adxh|bsm|编号|地块编号|宗海代码|zhdm|dkbh)$/,
  length:
    /^(?:length|len|长度|岸线长度|岸线长|cd|haxcd|shapelength|shapeleng|岸线长度m|长度m|长度米)$/,
  area: /^(?:area|面积|地块面积|图斑面积|用海面积|宗海面积|项目面积|yhmj|dkmj|mj|shapearea|面积公顷|面积亩|面积平方米)$/,
  target: /^(?:target|目标|保有率目标|自然岸线保有率目标|管控目标|保有率)$/,
  status: /^(?:status|项目状态|建设状态|建设性质|项目性质|现状|实施情况|xmzt)$/,
  use: /^(?:use|利用现状|开发利用现状|kflyxz|用途|利用类型)$/,
} as const;

/** Whether a field or its alias has one of some names; a name that was cut off in its tenth byte counts. */
function isNamed({ name, alias }: ReadField, pattern: RegExp): boolean {
  return [name, alias ?? ''].some((each) => each !== '' && pattern.test(plainName(each)));
}

/** Proposes what fields say, by their names and by their values. */
export function proposeMapping({
  fields,
  features,
}: Pick<RawDataset, 'fields' | 'features'>): FieldMapping {
  const sample = features.slice(0, 2000);
  const valuesOf = ({ name }: ReadField): readonly string[] =>
    sample.flatMap(({ properties }) => {
      const value = fieldOf(properties, name);
      return typeof value === 'string' && value !== '' ? [value] : [];
    });
  const shareOf = (field: ReadField, reads: (value: string) => boolean): number => {
    const values = valuesOf(field);
    return values.length === 0 ? 0 : values.filter(reads).length / values.length;
  };
  const first = (pattern: RegExp): string | undefined =>
    fields.find((field) => isNamed(field, pattern))?.name;
  const isDescribing = (field: ReadField): boolean =>
    isNamed(field, NAMES.name) ||
    isNamed(field, NAMES.use) ||
    /描述|description|备注|remark|^bz$/i.test(field.name);
  const classFields = fields
    .filter((field) => {
      if (isDescribing(field) || isNamed(field, NAMES.grade)) return false;
      const share = shareOf(field, (value) => classOfValue(value) !== undefined);
      // A class column has few values; a column of names has as many as it has rows.
      const distinct = new Set(valuesOf(field)).size;
      return (
        share >= 0.5 &&
        (isNamed(field, NAMES.class) || share === 1 || distinct <= Math.max(3, sample.length / 3))
      );
    })
    .map(({ name }) => name);
  const byValue = (reads: (value: string) => boolean): string | undefined =>
    fields.find((field) => !isDescribing(field) && shareOf(field, reads) >= 0.8)?.name;
  const found = {
    realmField: first(NAMES.realm) ?? byValue((value) => realmOfValue(value) !== undefined),
    gradeField: first(NAMES.grade) ?? byValue((value) => gradeOfValue(value) !== undefined),
    targetField: first(NAMES.target),
    statusField: first(NAMES.status),
    nameField: first(NAMES.name),
    idField: first(NAMES.id),
    lengthField: first(NAMES.length),
    useField: first(NAMES.use),
    areaField: first(NAMES.area),
  };
  return {
    classFields,
    ...Object.fromEntries(Object.entries(found).filter(([, field]) => field !== undefined)),
  };
}

/** What the fields of one feature say of it. */
export type MappedFeature = {
  readonly class?: CoastlineClass;
  readonly use?: CoastlineUse;
  readonly realm?: Realm;
  readonly grade?: ProtectionGrade;
  /** Levels that contradict each other, so that the class stays open. */
  readonly contradiction?: readonly string[];
  /** Values of class fields that nobody knows. */
  readonly unknown: readonly string[];
};

/** Reads a feature by a mapping: the most specific level decides, and levels that disagree leave the class open. */
export function mapFeature(
  properties: Readonly<Record<string, FieldValue>>,
  { classFields, realmField, gradeField, values = {} }: FieldMapping,
): MappedFeature {
  const texts = classFields.flatMap((field) => {
    const value = fieldOf(properties, field);
    return value === null || value === '' ? [] : [{ field, value: String(value) }];
  });
  const unknown: string[] = [];
  const read = texts.flatMap(({ field, value }) => {
    const decided = fieldOf(values, `${field}=${value}`) ?? fieldOf(values, value);
    const means = classOfValue(decided ?? value);
    if (means === undefined) unknown.push(value);
    return means === undefined ? [] : [{ ...means, value }];
  });
  const classes = read.filter((means) => means.class !== undefined);
  const decisive = classes.toSorted((a, b) => b.specific - a.specific)[0];
  const contradiction = contradictionIn(
    classes.map((means) => ({ name: means.class ?? 'artificial', value: means.value })),
  );
  const [realm, grade] = [textOf(properties, realmField), textOf(properties, gradeField)];
  const [isRealm, isGrade] = [
    realm === undefined ? undefined : realmOfValue(realm),
    grade === undefined ? undefined : gradeOfValue(grade),
  ];
  return {
    unknown,
    ...(contradiction !== undefined && { contradiction }),
    ...(contradiction === undefined && decisive?.class !== undefined && { class: decisive.class }),
    ...(contradiction === undefined && decisive?.use !== undefined && { use: decisive.use }),
    ...(isRealm !== undefined && { realm: isRealm }),
    ...(isGrade !== undefined && { grade: isGrade }),
  };
}

/** Natural on one level and artificial on another; restored and estuary stand beside both. */
function contradictionIn(
  classes: readonly { readonly name: CoastlineClass; readonly value: string }[],
): readonly string[] | undefined {
  const kinds = new Set(
    classes.flatMap(({ name }) => {
      if (name === 'artificial') return ['artificial'];
      return ['bedrock', 'sandy', 'muddy', 'biogenic', 'natural'].includes(name) ? ['natural'] : [];
    }),
  );
  const isTwo =
    kinds.size > 1 ||
    new Set(
      classes.map(({ name }) => name).filter((name) => name !== 'natural' && name !== 'artificial'),
    ).size > 1;
  return isTwo ? classes.map(({ value }) => value) : undefined;
}

function textOf(
  properties: Readonly<Record<string, FieldValue>>,
  field: string | undefined,
): string | undefined {
  const value = field === undefined ? undefined : fieldOf(properties, field);
  return typeof value === 'string' ? value : undefined;
}
