import type { JSX } from 'preact';
import type { DatasetLineage, OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { isShiftedCode } from '../../domain/own-data/own-dataset.ts';
import { Fact } from '../controls/fact.tsx';
import { formatMoment } from '../format-date.ts';
import { useI18n } from '../i18n.tsx';
import { systemName } from './crs-choice.tsx';

/** The accepted datasets with their lineage; each can be looked at, and removed again. */
export function OwnDataList({
  datasets,
  onShow,
  onRemove,
}: {
  readonly datasets: readonly OwnDataset[];
  readonly onShow: (id: string) => void;
  readonly onRemove: (id: string) => void;
}): JSX.Element | null {
  const { t } = useI18n();
  if (datasets.length === 0) return null;
  return (
    <section class="own-data" aria-label={t('ownDataTitle')}>
      <h3>{t('ownDataTitle')}</h3>
      {datasets.map(({ id, name, role, lineage }) => (
        <details key={id} class="data-sheet">
          <summary>
            <span>{name}</span>
            <span class="count">{t(`importRole_${role}`)}</span>
          </summary>
          <Lineage lineage={lineage} />
          <div class="button-row">
            <button type="button" class="text-button" onClick={() => onShow(id)}>
              {t('importShow')}
            </button>
            <button type="button" class="text-button" onClick={() => onRemove(id)}>
              {t('ownDataRemove')}
            </button>
          </div>
        </details>
      ))}
    </section>
  );
}

/** Where a dataset came from and what was decided on its way. */
function Lineage({ lineage }: { readonly lineage: DatasetLineage }): JSX.Element {
  const words = useI18n();
  const { t, language, pick } = words;
  const { crs, encoding, statement, repairs, issues } = lineage;
  return (
    <dl class="facts">
      <Fact label={t('ownDataFiles')}>
        {lineage.files.map(({ name, sha256 }) => (
          <div key={sha256}>
            {name} <small class="quiet own-data__hash">SHA-256 {sha256}</small>
          </div>
        ))}
      </Fact>
      <Fact label={t('ownDataFormat')}>
        {lineage.format} · {lineage.layer}
      </Fact>
      {encoding.name !== 'binary' && (
        <Fact label={t('ownDataEncoding')}>
          {encoding.name.toUpperCase()} ({t(`importHow_${encoding.how}`)})
        </Fact>
      )}
      {crs !== undefined && (
        <Fact label={t('importCrsTitle')}>
          {systemName({ code: crs.code, isSwapped: crs.isSwapped === true }, words)} (
          {t(`importHow_${crs.how}`)})
          {isShiftedCode(crs.code) && <p class="is-loss">{t('ownDataShifted')}</p>}
        </Fact>
      )}
      <Fact label={t('ownDataRecords')}>
        {t('importKept', {
          read: lineage.read,
          kept: lineage.kept,
          setAside: lineage.setAside,
        })}
      </Fact>
      <Fact label={t('ownDataMapping')}>{mappingInWords(lineage.mapping)}</Fact>
      {repairs.length > 0 && (
        <Fact label={t('importRepairs')}>
          {repairs.map(({ code, count }) => `${code} (${count})`).join(', ')}
        </Fact>
      )}
      {issues.length > 0 && (
        <Fact label={t('ownDataIssues')}>
          <ul>
            {issues.slice(0, 10).map((issue, index) => (
              <li key={index}>{pick(issue.message)}</li>
            ))}
            {issues.length > 10 && <li>{t('importMore', { count: issues.length - 10 })}</li>}
          </ul>
        </Fact>
      )}
      {statement !== undefined && (
        <Fact label={t('importStatement')}>
          {[statement.survey, statement.date, statement.unit, statement.waterLevel].join(' · ')}{' '}
          <small class="quiet">{t('ownDataStated')}</small>
        </Fact>
      )}
      <Fact label={t('ownDataAccepted')}>{formatMoment(lineage.acceptedAt, language)}</Fact>
    </dl>
  );
}

/** Fields and decided values, as the mapping file names them. */
function mappingInWords({ classFields, values, ...fields }: DatasetLineage['mapping']): string {
  return [
    ...(classFields.length > 0 ? [`class ← ${classFields.join(', ')}`] : []),
    ...Object.entries(fields).map(([name, field]) => `${name.replace(/Field$/, '')} ← ${field}`),
    ...Object.entries(values ?? {}).map(([value, means]) => `${value} → ${means}`),
  ].join('; ');
}
