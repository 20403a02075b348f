import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { Theme } from '../../domain/symbology.ts';
import { Choice } from '../controls/choice.tsx';
import type { HighlightActions } from '../controls/highlight.ts';
import { Progress } from '../controls/progress.tsx';
import { useI18n } from '../i18n.tsx';
import { AreaStatisticsNotes, type CountedAreas } from './area-statistics-notes.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ZoneTable } from './zone-table.tsx';

/** A coast counted by areas, or how far that is. */
export type AreaStatisticsState =
  | { readonly kind: 'waiting'; readonly share: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly reason: string }
  | ({ readonly kind: 'ready' } & CountedAreas);

/** Props of the statistics by areas. */
export type AreaStatisticsProps = {
  /** The layers whose areas can be chosen, with their names. */
  readonly layers: readonly (readonly [id: string, name: string])[];
  readonly chosen: string | undefined;
  readonly state: AreaStatisticsState;
  readonly segments: readonly CoastlineSegment[];
  readonly theme: Theme;
  /** The stretch that the user rests on, by its id. */
  readonly hoveredId: string | undefined;
  /** Of stretches. */
  readonly stretchActions: HighlightActions;
  readonly actions: {
    readonly choose: (layer: string) => void;
    readonly start: () => void;
    readonly stop: () => void;
    /** Shows an area on the map. */
    readonly show: (id: string) => void;
    readonly save: () => void;
    readonly widen: () => void;
  };
};

/** Ratio, lengths and area of the coast in the areas of a layer, and the stretches behind each. */
export function AreaStatistics(props: AreaStatisticsProps): JSX.Element {
  const { t } = useI18n();
  const { layers, chosen, state, actions } = props;
  if (chosen === undefined) return <p class="quiet">{t('areaStatisticsNone')}</p>;
  const layer = layers.find(([id]) => id === chosen)?.[1] ?? chosen;
  return (
    <>
      <Choice
        label={t('areaStatisticsLayer')}
        options={layers}
        value={chosen}
        onChoose={actions.choose}
      />
      {state.kind === 'waiting' && (
        <Progress
          label={t('areaStatisticsRunning', { layer })}
          share={state.share}
          onCancel={actions.stop}
        />
      )}
      {state.kind === 'failed' && (
        <p role="alert">{t('areaStatisticsFailed', { layer, reason: state.reason })}</p>
      )}
      {state.kind === 'stopped' && <p role="status">{t('areaStatisticsStopped')}</p>}
      {(state.kind === 'stopped' || state.kind === 'failed') && (
        <button type="button" class="button" onClick={actions.start}>
          {t('areaStatisticsAgain')}
        </button>
      )}
      {state.kind === 'ready' && <AreaTable {...props} counted={state} key={chosen} />}
    </>
  );
}

function AreaTable({
  counted: { areas, audit, areIslands },
  segments,
  theme,
  hoveredId,
  stretchActions,
  actions,
}: AreaStatisticsProps & {
  readonly counted: Extract<AreaStatisticsState, { readonly kind: 'ready' }>;
}): JSX.Element {
  const { t, pick } = useI18n();
  const selected = useSignal<string | undefined>(undefined);
  const hovered = useSignal<string | undefined>(undefined);
  const area = areas.find(({ id }) => id === selected.value);
  const pieces = audit.zones.find(({ id }) => id === selected.value)?.pieces ?? [];
  return (
    <>
      <ZoneTable
        rowWords={{
          title: t('areaStatisticsTitle'),
          caption: t(areIslands ? 'islandsCaption' : 'areaStatisticsCaption'),
          row: t(areIslands ? 'islandsRow' : 'areaStatisticsRow'),
          all: t(areIslands ? 'islandsAll' : 'areaStatisticsAll', { count: areas.length }),
        }}
        zones={areas}
        summaries={audit.zones}
        overall={audit.overall}
        realm={audit.realm}
        highlight={{ selectedId: selected.value, hoveredId: hovered.value }}
        theme={theme}
        actions={{
          select: (id) => {
            selected.value = id;
            actions.show(id);
          },
          hover: (id) => {
            hovered.value = id;
          },
        }}
        onWiden={actions.widen}
      />
      <AreaStatisticsNotes areas={areas} audit={audit} areIslands={areIslands} />
      {area !== undefined && (
        <section aria-label={t('areaStatisticsBehind', { name: pick(area.name) })}>
          <h4>{t('areaStatisticsBehind', { name: pick(area.name) })}</h4>
          <EvidenceList
            key={area.id}
            pieces={pieces}
            segments={segments}
            highlight={{ selectedId: undefined, hoveredId }}
            theme={theme}
            actions={stretchActions}
          />
        </section>
      )}
      <button type="button" class="button" onClick={actions.save}>
        {t('areaStatisticsSave')}
      </button>
    </>
  );
}
