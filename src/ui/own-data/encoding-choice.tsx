import type { JSX } from 'preact';
import type { SessionDataset } from '../../domain/own-data/dataset-card.ts';
import { Choice } from '../controls/choice.tsx';
import { useI18n } from '../i18n.tsx';

/** The encodings to choose from, in the words of the Encoding Standard. */
const ENCODINGS = ['UTF-8', 'GB18030', 'UTF-16LE', 'Big5'] as const;

/** How texts are decoded, with sample rows; beside them those of another reading where there is doubt. */
export function EncodingChoice({
  dataset,
  chosen,
  onChoose,
}: {
  readonly dataset: SessionDataset;
  readonly chosen: string | undefined;
  readonly onChoose: (change: { readonly encoding: string }) => void;
}): JSX.Element | null {
  const { t } = useI18n();
  const { encoding, fields } = dataset.report;
  if (fields.length === 0) return null;
  const names = fields.map(({ name }) => name);
  return (
    <>
      {encoding.name !== 'binary' && (
        <Choice
          label={t('importEncoding', {
            name: encoding.name.toUpperCase(),
            how: t(`importHow_${howOf(encoding.how)}`),
          })}
          none={t('importEncodingAsRead')}
          options={ENCODINGS.map((name) => [name, name] as const)}
          value={ENCODINGS.find((name) => name === chosen)}
          onChoose={(name) => onChoose({ encoding: name })}
        />
      )}
      <SampleRows names={names} rows={dataset.rows} caption={t('importSample')} />
      {dataset.previews.map((preview) => (
        <div key={preview.encoding} class="import-preview">
          <SampleRows
            names={names}
            rows={preview.rows}
            caption={t('importSampleAs', { name: preview.encoding })}
          />
          <button
            type="button"
            class="text-button"
            onClick={() => onChoose({ encoding: preview.encoding })}
          >
            {t('importReadAs', { name: preview.encoding })}
          </button>
        </div>
      ))}
    </>
  );
}

function howOf(how: string): 'declared' | 'proposed' | 'confirmed' {
  return how === 'declared' || how === 'confirmed' ? how : 'proposed';
}

/** The most columns of a sample; the table of fields lists them all. */
const MOST_COLUMNS = 6;

function SampleRows({
  names,
  rows,
  caption,
}: {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly caption: string;
}): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <div class="import-sample">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {names.slice(0, MOST_COLUMNS).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.slice(0, MOST_COLUMNS).map((cell, column) => (
                <td key={names[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
