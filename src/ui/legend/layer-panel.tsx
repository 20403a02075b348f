import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CoastlineClass } from '../../domain/coastline.ts';
import { COASTLINE_CLASSES } from '../../domain/coastline.ts';
import type { Catalogue } from '../../domain/dataset.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { COASTLINE_SYMBOLS, layerSymbol, type Theme } from '../../domain/symbology.ts';
import { Icon } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import { CoastlineSwatch, LayerSwatch, ShownSwatch, ZoneSwatch } from './symbols.tsx';

/** Props of the layers panel. */
export type LayerPanelProps = {
  readonly groups: Catalogue['groups'];
  readonly layers: readonly LayerState[];
  readonly visibleIds: ReadonlySet<string>;
  readonly theme: Theme;
  readonly onSwitch: (id: string, isVisible: boolean) => void;
  readonly onShowAll: () => void;
  readonly onShowDefault: () => void;
  /** How a layer is drawn, shown below it on request. */
  readonly lookOf: (member: LayerState) => JSX.Element;
};

/** The layers by group, each with its switch, its symbol and its contents. */
export function LayerPanel(props: LayerPanelProps): JSX.Element {
  const { t, pick } = useI18n();
  const switchable = props.layers.filter(({ layer }) => layer.role !== 'base');
  return (
    <section>
      <div class="panel-bar">
        <p>{t('layersIntro', { shown: props.visibleIds.size, all: switchable.length })}</p>
        <span class="panel-bar__actions">
          <button type="button" class="text-button" onClick={props.onShowAll}>
            {t('showAll')}
          </button>
          <button type="button" class="text-button" onClick={props.onShowDefault}>
            {t('showDefault')}
          </button>
        </span>
      </div>
      {props.visibleIds.size === 0 && <p class="quiet">{t('noLayers')}</p>}
      {props.groups.map((group) => {
        const members = switchable.filter(({ layer }) => layer.group === group.id);
        return (
          members.length > 0 && (
            <fieldset key={group.id} class="layer-group">
              <legend>{pick(group.title)}</legend>
              {members.map((member) => (
                <LayerRow key={member.layer.id} member={member} {...props} />
              ))}
            </fieldset>
          )
        );
      })}
    </section>
  );
}

function LayerRow({
  member,
  visibleIds,
  theme,
  onSwitch,
  lookOf,
}: Pick<LayerPanelProps, 'visibleIds' | 'theme' | 'onSwitch' | 'lookOf'> & {
  readonly member: LayerState;
}): JSX.Element {
  const { t, pick } = useI18n();
  const isOpen = useSignal(false);
  const { layer, state } = member;
  const isVisible = visibleIds.has(layer.id);
  return (
    <div class="layer-row">
      <button
        type="button"
        class="icon-button layer-row__look"
        aria-label={t('layerLook', { name: pick(layer.title) })}
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name={isOpen.value ? 'chevron-up' : 'chevron-down'} />
      </button>
      <label class="layer-row__switch">
        <input
          type="checkbox"
          checked={isVisible}
          disabled={state.kind === 'failed'}
          onChange={({ currentTarget }) => onSwitch(layer.id, currentTarget.checked)}
        />
        {layer.role === 'projects' && <LayerSwatch symbology={layer.symbology} theme={theme} />}
        {layer.role === 'zones' && <ZoneSwatch theme={theme} />}
        {layer.role === 'shown' && (
          <ShownSwatch
            colour={member.style?.colour ?? layerSymbol(layer.symbology).colour[theme]}
            hasShapes
          />
        )}
        <span class="layer-row__title">{pick(layer.title)}</span>
      </label>
      <LayerStatus member={member} isVisible={isVisible} />
      {isOpen.value && lookOf(member)}
      {layer.role === 'coastline' && isVisible && <ClassKey theme={theme} />}
    </div>
  );
}

function LayerStatus({
  member: { state },
  isVisible,
}: {
  readonly member: LayerState;
  readonly isVisible: boolean;
}): JSX.Element | null {
  const { t, pick } = useI18n();
  switch (state.kind) {
    case 'loading':
      return isVisible ? <small class="layer-row__status">{t('layerLoading')}</small> : null;
    case 'failed':
      return (
        <small class="layer-row__status layer-row__status--failed" role="alert">
          {t('layerFailed', { reason: pick(state.error.message) })} {pick(state.error.cure)}
        </small>
      );
    case 'ready': {
      const setAside = state.read - state.kept;
      const projects = state.content.role === 'projects' ? state.content.projects : undefined;
      if (projects === undefined && setAside === 0) return null;
      const unlocated = projects?.filter(({ geometry }) => geometry === undefined).length ?? 0;
      return (
        <small class="layer-row__status">
          {projects !== undefined && t('located', { count: projects.length - unlocated })}
          {unlocated > 0 && ` · ${t('unlocatedCount', { count: unlocated })}`}
          {setAside > 0 && (
            <span class="layer-row__status--failed"> ! {t('setAside', { count: setAside })}</span>
          )}
        </small>
      );
    }
  }
}

function ClassKey({ theme }: { readonly theme: Theme }): JSX.Element {
  const { pick } = useI18n();
  return (
    <ul class="class-key">
      {COASTLINE_CLASSES.map((name: CoastlineClass) => (
        <li key={name}>
          <CoastlineSwatch of={name} theme={theme} />
          {pick(COASTLINE_SYMBOLS[name].label)}
        </li>
      ))}
    </ul>
  );
}
