import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { creditIn, type MapStanding } from '../../domain/dataset.ts';
import type { FileOrigin } from '../../domain/file-origin.ts';
import type { Issue } from '../../domain/issue.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { Fact } from '../controls/fact.tsx';
import { formatNumber } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { mapNotice } from '../map-notice.ts';
import { FileOrigins } from './file-origins.tsx';
import { licencesUrl } from './licences-url.ts';

/** Props of the data panel. */
export type DatasetsPanelProps = {
  readonly layers: readonly LayerState[];
  /** Findings in the catalogue itself. */
  readonly catalogueIssues: readonly Issue[];
  readonly standing: MapStanding;
  /** How much of app and plan this browser keeps offline; undefined until that is known, and where it does not apply. */
  readonly kept: 'nothing' | 'some' | 'all' | undefined;
  /** Where each file came from that has been read. */
  readonly origins: ReadonlySignal<ReadonlyMap<string, FileOrigin>>;
};

/** Source, licence, date, method, accuracy and findings of each layer. */
export function DatasetsPanel({
  layers,
  catalogueIssues,
  standing,
  kept,
  origins,
}: DatasetsPanelProps): JSX.Element {
  const words = useI18n();
  const { t } = words;
  return (
    <section>
      <p class="panel-bar">{t('dataIntro')}</p>
      <IssueList issues={catalogueIssues} />
      {layers.map((member) => (
        <LayerSheet key={member.layer.id} member={member} />
      ))}
      {kept !== undefined && (
        <>
          <FileOrigins origins={origins} />
          <p class="quiet">{t(`kept_${kept}`)}</p>
        </>
      )}
      <p class="quiet">
        {mapNotice(standing, words)} <a href={licencesUrl()}>{t('dataLicences')}</a>
      </p>
    </section>
  );
}

function LayerSheet({ member: { layer, state } }: { readonly member: LayerState }): JSX.Element {
  const { t, pick, language } = useI18n();
  const { metadata } = layer;
  return (
    <details class="data-sheet">
      <summary>
        <span>{pick(layer.title)}</span>
        <LoadedCount state={state} />
      </summary>
      <p>{pick(metadata.abstract)}</p>
      <dl class="facts">
        <Fact label={t('source')}>{pick(metadata.source)}</Fact>
        <Fact label={t('method')}>{pick(metadata.method)}</Fact>
        <Fact label={t('accuracy')}>{pick(metadata.accuracy)}</Fact>
        <Fact label={t('licence')}>
          {metadata.licence} — {creditIn(metadata.attribution, language)}
        </Fact>
        <Fact label={t('date')}>{metadata.date}</Fact>
        {metadata.equivalentScale !== undefined && (
          <Fact label={t('scale')}>1 : {formatNumber(metadata.equivalentScale, 0, language)}</Fact>
        )}
        {metadata.waterLevel !== undefined && (
          <Fact label={t('waterLevel')}>{pick(metadata.waterLevel)}</Fact>
        )}
        <Fact label={t('loaded')}>
          <Loaded state={state} />
        </Fact>
      </dl>
    </details>
  );
}

function LoadedCount({ state }: { readonly state: LayerState['state'] }): JSX.Element {
  const { t } = useI18n();
  switch (state.kind) {
    case 'loading':
      return <span class="count">{t('layerLoading')}</span>;
    case 'failed':
      return <span class="count count--failed">▲</span>;
    case 'ready':
      return (
        <span class="count">
          {state.kept === state.read ? state.kept : `${state.kept}/${state.read}`}
        </span>
      );
  }
}

function Loaded({ state }: { readonly state: LayerState['state'] }): JSX.Element {
  const { t, pick } = useI18n();
  switch (state.kind) {
    case 'loading':
      return <>{t('layerLoading')}</>;
    case 'failed':
      return (
        <>
          {pick(state.error.message)} {t('whatToDo', { cure: pick(state.error.cure) })}
        </>
      );
    case 'ready': {
      const setAside = state.read - state.kept;
      return (
        <>
          {t('keptOf', { kept: state.kept, read: state.read })}
          {setAside > 0 && ` · ${t('setAside', { count: setAside })}`}
          {state.issues.length === 0 ? ` · ${t('noIssues')}` : <IssueList issues={state.issues} />}
        </>
      );
    }
  }
}

/** The most findings that are listed; the command `validate` lists them all. */
const MOST_ISSUES = 50;

function IssueList({ issues }: { readonly issues: readonly Issue[] }): JSX.Element | null {
  const { pick } = useI18n();
  if (issues.length === 0) return null;
  return (
    <ul class="issues">
      {issues.slice(0, MOST_ISSUES).map((issue, index) => (
        <li key={`${issue.code}-${index}`} class={`issue issue--${issue.severity}`}>
          {issue.place !== undefined && `${issue.place.line}:${issue.place.column} `}
          {pick(issue.message)} {issue.cure !== undefined && pick(issue.cure)}
        </li>
      ))}
      {issues.length > MOST_ISSUES && <li>+ {issues.length - MOST_ISSUES}</li>}
    </ul>
  );
}
