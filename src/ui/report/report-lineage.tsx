import type { JSX } from 'preact';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { useI18n } from '../i18n.tsx';
import { lineageRows } from '../own-data/lineage-rows.ts';

/** Where the user's data behind the figures came from; nothing when the plan's own are counted. */
export function ReportLineage({
  datasets,
}: {
  readonly datasets: readonly OwnDataset[];
}): JSX.Element | null {
  const words = useI18n();
  const { t } = words;
  if (datasets.length === 0) return null;
  return (
    <>
      <h2>{t('lineageTitle')}</h2>
      {datasets.map((dataset) => (
        <table key={dataset.id} class="report__lineage">
          <caption>
            {dataset.name} · {t(`importRole_${dataset.role}`)}
          </caption>
          <tbody>
            {lineageRows(dataset, words).map(([label, lines]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  {lines.map((line, index) => (
                    <div key={index}>{line}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
