import type { JSX } from 'preact';
import { COASTLINE_CLASSES } from '../../domain/coastline.ts';
import type { ClassValue, SessionDataset } from '../../domain/own-data/dataset-card.ts';
import type { FieldMapping } from '../../domain/own-data/field-mapping.ts';
import type { OwnDataRole } from '../../domain/own-data/own-dataset.ts';
import { COASTLINE_SYMBOLS } from '../../domain/symbology.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Choice } from '../controls/choice.tsx';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import type { ImportCardActions } from './card-types.ts';

/** The members of a mapping that name one field, by role. */
const FIELDS = {
  coastline: ['nameField', 'idField', 'realmField', 'gradeField', 'useField', 'lengthField'],
  zones: ['nameField', 'idField', 'gradeField', 'targetField', 'areaField'],
  projects: ['nameField', 'idField', 'statusField', 'areaField', 'lengthField'],
  shown: ['nameField', 'idField'],
} as const satisfies Readonly<Record<OwnDataRole, readonly (keyof FieldMapping)[]>>;

/** Which field says what, and what each value of the class fields is taken as, the longest coast first. */
export function FieldTable({
  dataset,
  role,
  actions,
}: {
  readonly dataset: SessionDataset;
  readonly role: OwnDataRole;
  readonly actions: Pick<ImportCardActions, 'decide' | 'saveMapping' | 'openMapping'>;
}): JSX.Element | null {
  const { t } = useI18n();
  const { mapping, report, values } = dataset;
  if (report.fields.length === 0) return null;
  const names = report.fields.map(({ name }) => name);
  const change = (part: Partial<FieldMapping>): void =>
    actions.decide({ mapping: { ...mapping, ...part } });
  return (
    <>
      {role === 'coastline' && (
        <ValueTable
          values={values}
          onDecide={({ field, value }, means) =>
            change({ values: { ...mapping.values, [`${field}=${value}`]: means } })
          }
        />
      )}
      <details class="import-fields">
        <summary>{t('importFieldsAll')}</summary>
        {role === 'coastline' && (
          <fieldset>
            <legend>{t('importClassFields')}</legend>
            {names.map((name) => (
              <Checkbox
                key={name}
                label={name}
                isChecked={mapping.classFields.includes(name)}
                onChange={(isChecked) =>
                  change({
                    classFields: isChecked
                      ? names.filter((each) => each === name || mapping.classFields.includes(each))
                      : mapping.classFields.filter((each) => each !== name),
                  })
                }
              />
            ))}
          </fieldset>
        )}
        {FIELDS[role].map((field) => (
          <Choice
            key={field}
            layout="row"
            label={t(`importField_${field}`)}
            none={t('importField_none')}
            options={names.map((name) => [name, name] as const)}
            value={mapping[field] ?? ''}
            onChoose={(name) => change({ [field]: name })}
            onNone={() => {
              const { [field]: _, ...rest } = mapping;
              actions.decide({ mapping: { ...rest, classFields: mapping.classFields } });
            }}
          />
        ))}
        <div class="button-row">
          <button type="button" class="text-button" onClick={actions.saveMapping}>
            {t('importSaveMapping')}
          </button>
          <label class="text-button file-button">
            {t('importOpenMapping')}
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file !== undefined) actions.openMapping(file);
                currentTarget.value = '';
              }}
            />
          </label>
        </div>
      </details>
    </>
  );
}

/** What a value may be taken as. */
const MEANINGS = [...COASTLINE_CLASSES, 'unclassified'] as const;

function ValueTable({
  values,
  onDecide,
}: {
  readonly values: readonly ClassValue[];
  readonly onDecide: (value: ClassValue, means: (typeof MEANINGS)[number]) => void;
}): JSX.Element {
  const { t, pick, language } = useI18n();
  if (values.length === 0) return <p class="notice">{t('importNoClassField')}</p>;
  const options = MEANINGS.map(
    (name) =>
      [
        name,
        name === 'unclassified' ? t('unclassified') : pick(COASTLINE_SYMBOLS[name].label),
      ] as const,
  );
  return (
    <table class="import-values">
      <caption class="visually-hidden">{t('importValues')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importValue')}</th>
          <th scope="col">{t('importLength')}</th>
          <th scope="col">{t('importMeans')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <tr
            key={`${value.field}=${value.value}`}
            class={value.means === undefined ? 'is-open' : ''}
          >
            <th scope="row">
              {value.value}
              <small class="quiet"> {value.field}</small>
            </th>
            <td>
              {value.lengthM === undefined
                ? t('importCount', { count: value.count })
                : formatLength(value.lengthM, language, 2)}
            </td>
            <td>
              <Choice
                layout="bare"
                label={t('importMeansOf', { value: value.value })}
                none={t('importMeans_none')}
                options={options}
                value={value.means}
                onChoose={(means) => onDecide(value, means)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
