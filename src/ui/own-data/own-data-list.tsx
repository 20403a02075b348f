import type { JSX } from 'preact';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { Fact } from '../controls/fact.tsx';
import { useI18n } from '../i18n.tsx';
import { lineageRows } from './lineage-rows.ts';

/** The accepted datasets with their lineage; each can be looked at, and removed again. */
export function OwnDataList({
  datasets,
  onShow,
  onEdit,
  onRemove,
}: {
  readonly datasets: readonly OwnDataset[];
  readonly onShow: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onRemove: (id: string) => void;
}): JSX.Element | null {
  const { t } = useI18n();
  if (datasets.length === 0) return null;
  return (
    <section class="own-data" aria-label={t('ownDataTitle')}>
      <h3>{t('ownDataTitle')}</h3>
      {datasets.map((dataset) => {
        const { id, name, role } = dataset;
        return (
          <details key={id} class="data-sheet">
            <summary>
              <span>{name}</span>
              <span class="count">{t(`importRole_${role}`)}</span>
            </summary>
            <Lineage dataset={dataset} />
            <div class="button-row">
              <button type="button" class="text-button" onClick={() => onShow(id)}>
                {t('importShow')}
              </button>
              <button type="button" class="text-button" onClick={() => onEdit(id)}>
                {t('editStart')}
              </button>
              <button type="button" class="text-button" onClick={() => onRemove(id)}>
                {t('ownDataRemove')}
              </button>
            </div>
          </details>
        );
      })}
    </section>
  );
}

/** Where a dataset came from and what was decided on its way. */
function Lineage({ dataset }: { readonly dataset: OwnDataset }): JSX.Element {
  return (
    <dl class="facts">
      {lineageRows(dataset, useI18n()).map(([label, lines]) => (
        <Fact key={label} label={label}>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Fact>
      ))}
    </dl>
  );
}
