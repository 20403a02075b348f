import type { AuditSettings } from '../../domain/audit/audit-settings.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { VersionChange } from '../../domain/versions/version-change.ts';
import { formatList } from '../format.ts';
import type { I18n } from '../i18n.tsx';
import { SETTING_LABELS } from '../views/activity-words.ts';

/** The attributes of the app's own parts; those of features are named as in the data. */
const ATTRIBUTES = [
  'name',
  'role',
  'lineage',
  'text',
  'class',
  'use',
  'confidence',
  'lock',
  'purpose',
  'project',
  'width',
  'reach',
  'shape',
  'title',
  'advance',
  'order',
  'caption',
  'notes',
  'figures',
  'slide',
  'content',
  'extent',
  'kind',
  'stretch',
] as const;

/** Gives the name of a stretch of the coast by its id; undefined for one that is not there. */
export type NameOfSegment = (id: string) => Bilingual | undefined;

/** What a changed part is called; its id where it has no name. */
export function nameOfChange(
  { part, id, name }: VersionChange,
  nameOfSegment: NameOfSegment,
  { t, pick }: I18n,
): string {
  const known = part === 'stretch' ? nameOfSegment(id) : name;
  const text = known === undefined ? '' : pick(known).trim();
  if (text !== '') return text;
  if (part === 'view') return t('versionViewName', { number: id });
  return id === '' ? t('versionUnnamed') : id;
}

/** How a part differs and in what, and what holds it. */
export function changedWords(
  { part, kind, aspects, attributes, owner }: VersionChange,
  { t, pick, language }: I18n,
): string {
  const named = attributes.map((attribute) => {
    const own = part === 'feature' ? undefined : ATTRIBUTES.find((name) => name === attribute);
    return own === undefined ? attribute : t(`versionAttribute_${own}`);
  });
  // Features may differ in both; of the app's own parts the names of attributes say which.
  const what =
    part === 'feature'
      ? aspects.map((aspect) =>
          aspect === 'attributes' && named.length > 0
            ? `${t('versionAspect_attributes')} (${formatList(named, language)})`
            : t(`versionAspect_${aspect}`),
        )
      : named;
  const holder = pick(owner).trim();
  return [
    t(`versionKind_${kind}`),
    ...(what.length > 0 ? [formatList(what, language)] : []),
    ...(holder === '' ? [] : [t('versionIn', { owner: holder })]),
  ].join(' · ');
}

/** The settings in which two counts differ, by name; empty where they are the same. */
export function differingSettings(
  before: AuditSettings,
  after: AuditSettings,
  { t, language }: I18n,
): string {
  const names = (['realm', 'numerator', 'estuary', 'target', 'toleranceM'] as const).filter(
    (name) => before[name] !== after[name],
  );
  return formatList(
    names.map((name) => t(SETTING_LABELS[name])),
    language,
  );
}
