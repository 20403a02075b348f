import type { JSX } from 'preact';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Fact } from '../controls/fact.tsx';
import { useI18n } from '../i18n.tsx';
import { lineageRows } from './lineage-rows.ts';

/** The accepted datasets with their lineage; each can be looked at, and removed again. */
export function OwnDataList({
  datasets,
  onShow,
  onEdit,
  onRemove,
  onCount,
}: {
  readonly datasets: readonly OwnDataset[];
  readonly onShow: (id: string) => void;
  readonly onEdit: (id: string) => void;
  readonly onRemove: (id: string) => void;
  /** Has the audit count coast or zones, or leave them out. */
  readonly onCount: (id: string, isCounted: boolean) => void;
}): JSX.Element | null {
  const { t } = useI18n();
  if (datasets.length === 0) return null;
  return (
    <section class="own-data" aria-label={t('ownDataTitle')}>
      <h3>{t('ownDataTitle')}</h3>
      {datasets.map((dataset) => {
        const { id, name, role, isCounted = true } = dataset;
        return (
          <details key={id} class="data-sheet">
            <summary>
              <span>{name}</span>
              <span class="count">
                {[t(`importRole_${role}`), ...(isCounted ? [] : [t('ownDataUncounted')])].join(
                  ' · ',
                )}
              </span>
            </summary>
            {(role === 'coastline' || role === 'zones') && (
              <Checkbox
                label={t('ownDataCounts')}
                hint={t(`ownDataCountsHint_${role}`)}
                isChecked={isCounted}
                onChange={(next) => onCount(id, next)}
              />
            )}
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
