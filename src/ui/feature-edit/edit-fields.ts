import type { Language } from '../../domain/bilingual.ts';
import {
  COASTLINE_CLASSES,
  COASTLINE_USES,
  CONFIDENCES,
  PROTECTION_GRADES,
  REALMS,
} from '../../domain/coastline.ts';
import { type EditableFeature, featureIdOf } from '../../domain/feature-edit/feature-edit.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { PROJECT_STATUSES } from '../../domain/project.ts';
import { COASTLINE_SYMBOLS, GRADE_SYMBOLS } from '../../domain/symbology.ts';
import type { I18n } from '../i18n.tsx';

/** A property that can be edited, with its type. */
export type EditField = {
  readonly name: string;
  readonly label: string;
} & (
  | { readonly kind: 'text' | 'number' }
  | { readonly kind: 'choice'; readonly options: readonly (readonly [string, string])[] }
);

/** The source of the class in the page's language, where the data have it in both. */
function sourceField(features: readonly EditableFeature[], language: Language): string {
  const isBoth = features.some(({ properties }) => properties?.['class_source_zh'] !== undefined);
  return language === 'zh' && isBoth ? 'class_source_zh' : 'class_source';
}

/** Properties of an own schema that are offered; the others stay as they are. */
const MOST_FIELDS = 40;

/** The properties that can be edited, by what the dataset is; of data that are only shown, whatever they hold. */
export function editFields(
  role: OwnDataRole,
  features: readonly EditableFeature[],
  { t, language }: Pick<I18n, 't' | 'language'>,
): readonly EditField[] {
  const text = (name: string, label: string): EditField => ({ name, label, kind: 'text' });
  const choice = <T extends string>(
    name: string,
    label: string,
    values: readonly T[],
    labelOf: (value: T) => string,
  ): EditField => ({
    ...{ name, label, kind: 'choice' },
    options: values.map((value) => [value, labelOf(value)] as const),
  });
  const names = [text('name_zh', t('editNameZh')), text('name_en', t('editNameEn'))];
  switch (role) {
    case 'coastline':
      return [
        ...names,
        choice(
          'class',
          t('class'),
          COASTLINE_CLASSES,
          (name) => COASTLINE_SYMBOLS[name].label[language],
        ),
        choice('use', t('use'), COASTLINE_USES, (name) => t(`use_${name}`)),
        choice('realm', t('realm'), REALMS, (name) => t(`realm_${name}`)),
        choice('confidence', t('confidence'), CONFIDENCES, (name) => t(`confidence_${name}`)),
        text(sourceField(features, language), t('classSource')),
      ];
    case 'zones':
      return [
        ...names,
        choice(
          'grade',
          t('grade'),
          PROTECTION_GRADES,
          (name) => GRADE_SYMBOLS[name].label[language],
        ),
        { name: 'target', label: t('editTarget'), kind: 'number' },
      ];
    case 'projects':
      return [
        ...names,
        choice('status', t('status'), PROJECT_STATUSES, (name) => t(`status_${name}`)),
        { name: 'accuracy_m', label: t('editAccuracyM'), kind: 'number' },
        text('summary_zh', t('editSummaryZh')),
        text('summary_en', t('editSummaryEn')),
      ];
    case 'shown':
      return shownFields(features);
  }
}

function shownFields(features: readonly EditableFeature[]): readonly EditField[] {
  const kinds = new Map<string, 'text' | 'number'>();
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties ?? {})) {
      // Objects and lists are kept as they are.
      if (name === 'id' || (typeof value === 'object' && value !== null)) continue;
      const kind = typeof value === 'number' ? 'number' : 'text';
      if (value === null) kinds.set(name, kinds.get(name) ?? 'number');
      else kinds.set(name, kinds.get(name) === 'text' ? 'text' : kind);
    }
  return [...kinds].slice(0, MOST_FIELDS).map(([name, kind]) => ({ name, label: name, kind }));
}

/** The value that all of some features have, as text; undefined where they differ. */
export function sharedValue(
  features: readonly EditableFeature[],
  name: string,
): string | undefined {
  const values = new Set(features.map(({ properties }) => valueText(properties?.[name])));
  const [only] = values;
  return values.size === 1 ? only : undefined;
}

/** What a row of the list says of a feature: its name in the page's language, or its id. */
export function editedName(feature: EditableFeature, { language }: Pick<I18n, 'language'>): string {
  const { properties } = feature;
  const [own, other] = [
    properties?.[`name_${language}`],
    properties?.[language === 'zh' ? 'name_en' : 'name_zh'],
  ].map(valueText);
  return own || other || featureIdOf(feature);
}

function valueText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
