import type { ComponentChildren, JSX, Ref } from 'preact';
import type { Theme } from '../../domain/symbology.ts';
import { Icon, type IconName } from '../controls/icon.tsx';
import { useI18n } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';
import { PANELS, type Panel } from './panels.ts';

/** How high the panel stands on a phone. */
export type SheetHeight = 'peek' | 'half' | 'full';

/** What frames the desk: header, tabs, panel, map and what floats on it. */
export type AppShellProps = {
  readonly planTitle: string;
  readonly panel: Panel;
  readonly isPanelOpen: boolean;
  /** Whether the panel takes 60 % of the width, for tables. */
  readonly isPanelWide: boolean;
  readonly sheetHeight: SheetHeight;
  readonly isEmbedded: boolean;
  /** What stands in place of header and panel in somebody else's page. */
  readonly embedBar: ComponentChildren;
  readonly theme: Theme;
  readonly mapState: string;
  readonly mapRef: Ref<HTMLDivElement>;
  readonly panelContent: ComponentChildren;
  readonly mapOverlays: ComponentChildren;
  readonly search: ComponentChildren;
  readonly card: ComponentChildren;
  readonly notice: ComponentChildren;
  /** What a room sees over the map; the desk's own parts are put away while there is one. */
  readonly presentation: ComponentChildren;
  readonly onPresent: () => void;
  readonly onOpenPanel: (panel: Panel) => void;
  readonly onTogglePanel: () => void;
  readonly onToggleWidth: () => void;
  readonly onCopyLink: () => void;
  readonly onCompose: () => void;
  readonly onSwitchLanguage: () => void;
  readonly onChooseTheme: (theme: Theme) => void;
  readonly onMoveSheet: (height: SheetHeight) => void;
  readonly onShowKeys: () => void;
};

const TAB_ICONS = {
  layers: 'layers',
  projects: 'list',
  coastline: 'waves',
  scenarios: 'scenario',
  views: 'presentation',
  data: 'database',
} as const satisfies Record<Panel, IconName>;
const TAB_WORDS = {
  layers: 'tabLayers',
  projects: 'tabProjects',
  coastline: 'tabCoastline',
  scenarios: 'tabScenarios',
  views: 'tabViews',
  data: 'tabData',
} as const satisfies Record<Panel, TextKey>;

/** The page: the map is all of it, everything else floats at its edge. */
export function AppShell(props: AppShellProps): JSX.Element {
  const { t } = useI18n();
  const isPresentationOpen = props.presentation !== false;
  const isOpen = props.isPanelOpen && !props.isEmbedded;
  return (
    <div
      class={`shell${isPresentationOpen ? ' shell--presentation' : ''}${isOpen ? '' : ' shell--collapsed'}${props.isPanelWide ? ' shell--wide' : ''} shell--${props.sheetHeight}`}
      data-embedded={props.isEmbedded}
    >
      {!isPresentationOpen && (props.isEmbedded ? props.embedBar : <Frame {...props} />)}
      <section id="map-region" class="map-region" aria-label={t('map')} tabIndex={-1}>
        <div ref={props.mapRef} class="map" data-map-state={props.mapState} />
        <span class="map-cross" aria-hidden="true" />
        {!isPresentationOpen && props.mapOverlays}
        {props.presentation}
        <p id="map-keys" class="visually-hidden">
          {t('mapKeys')}
        </p>
      </section>
      {props.card}
      {props.notice}
    </div>
  );
}

/** What stands around the map, but in somebody else's page: links past it, header, tabs and panel. */
function Frame(props: AppShellProps): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <a class="skip-link" href="#map-region">
        {t('skipToMap')}
      </a>
      <a class="skip-link" href="#panel">
        {t('skipToPanel')}
      </a>
      <Header {...props} />
      <div class="side" data-covers="side">
        <Tabs {...props} />
        {props.isPanelOpen && (
          <section
            id="panel"
            class="panel"
            role="tabpanel"
            aria-labelledby={`tab-${props.panel}`}
            tabIndex={-1}
          >
            <SheetHandle height={props.sheetHeight} onMove={props.onMoveSheet} />
            {props.panelContent}
          </section>
        )}
      </div>
    </>
  );
}

function Header({
  planTitle,
  search,
  theme,
  onCopyLink,
  onCompose,
  onSwitchLanguage,
  onChooseTheme,
  onShowKeys,
  onPresent,
}: AppShellProps): JSX.Element {
  const { t, language } = useI18n();
  const themes: readonly {
    readonly theme: Theme;
    readonly icon: IconName;
    readonly words: TextKey;
  }[] = [
    { theme: 'light', icon: 'sun', words: 'themeLight' },
    { theme: 'dark', icon: 'moon', words: 'themeDark' },
    { theme: 'projector', icon: 'presentation', words: 'themeProjector' },
  ];
  return (
    <header class="header">
      <h1 class="header__title">
        {t('appName')}
        <span class="header__plan">{planTitle}</span>
      </h1>
      {search}
      <button
        type="button"
        class="icon-button header__present"
        aria-label={t('present')}
        title={`${t('present')} F5`}
        onClick={onPresent}
      >
        <Icon name="play" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('copyLink')}
        title={t('copyLink')}
        onClick={onCopyLink}
      >
        <Icon name="link" />
      </button>
      <button
        type="button"
        class="icon-button header__compose"
        aria-label={t('printTitle')}
        title={`${t('printTitle')} (e)`}
        onClick={onCompose}
      >
        <Icon name="picture" />
      </button>
      <button
        type="button"
        class="text-button header__language"
        lang={language === 'zh' ? 'en' : 'zh'}
        onClick={onSwitchLanguage}
      >
        {t('switchLanguage')}
      </button>
      <div class="segmented" role="radiogroup" aria-label={t('theme')}>
        {themes.map((choice) => (
          <label
            key={choice.theme}
            class={`segmented__choice segmented__choice--${choice.theme}`}
            title={t(choice.words)}
          >
            <input
              type="radio"
              name="theme"
              checked={choice.theme === theme}
              onChange={() => onChooseTheme(choice.theme)}
            />
            <Icon name={choice.icon} />
            <span class="visually-hidden">{t(choice.words)}</span>
          </label>
        ))}
      </div>
      <button
        type="button"
        class="icon-button header__keys"
        aria-label={t('keys')}
        title={t('keys')}
        onClick={onShowKeys}
      >
        <Icon name="help" />
      </button>
    </header>
  );
}

function Tabs({
  panel,
  isPanelOpen,
  isPanelWide,
  onOpenPanel,
  onTogglePanel,
  onToggleWidth,
}: AppShellProps): JSX.Element {
  const { t } = useI18n();
  const moveTo = (index: number): void => {
    const next = PANELS[(index + PANELS.length) % PANELS.length];
    if (next === undefined) return;
    onOpenPanel(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="rail">
      <div class="tabs" role="tablist" aria-label={t('panels')}>
        {PANELS.map((name, index) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={name === panel}
            aria-controls={name === panel && isPanelOpen ? 'panel' : undefined}
            tabIndex={name === panel ? 0 : -1}
            onClick={() => onOpenPanel(name)}
            onKeyDown={({ key }) => {
              if (key === 'ArrowDown' || key === 'ArrowRight') moveTo(index + 1);
              if (key === 'ArrowUp' || key === 'ArrowLeft') moveTo(index - 1);
            }}
          >
            <Icon name={TAB_ICONS[name]} />
            <span>{t(TAB_WORDS[name])}</span>
          </button>
        ))}
      </div>
      {isPanelOpen && (
        <button
          type="button"
          class="icon-button rail__toggle rail__width"
          aria-label={t('widePanel')}
          title={t('widePanel')}
          aria-pressed={isPanelWide}
          onClick={onToggleWidth}
        >
          <Icon name="widen" />
        </button>
      )}
      <button
        type="button"
        class="icon-button rail__toggle"
        aria-label={t(isPanelOpen ? 'collapsePanel' : 'expandPanel')}
        title={`${t(isPanelOpen ? 'collapsePanel' : 'expandPanel')} [`}
        aria-expanded={isPanelOpen}
        onClick={onTogglePanel}
      >
        <Icon name={isPanelOpen ? 'panel-close' : 'panel-open'} />
      </button>
    </div>
  );
}

const HIGHER: Readonly<Record<SheetHeight, SheetHeight>> = {
  peek: 'half',
  half: 'full',
  full: 'full',
};
const LOWER: Readonly<Record<SheetHeight, SheetHeight>> = {
  full: 'half',
  half: 'peek',
  peek: 'peek',
};

function SheetHandle({
  height,
  onMove,
}: {
  readonly height: SheetHeight;
  readonly onMove: (height: SheetHeight) => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <div class="sheet-handle">
      <button
        type="button"
        class="icon-button"
        aria-label={t('sheetHigher')}
        disabled={height === 'full'}
        onClick={() => onMove(HIGHER[height])}
      >
        <Icon name="chevron-up" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('sheetLower')}
        disabled={height === 'peek'}
        onClick={() => onMove(LOWER[height])}
      >
        <Icon name="chevron-down" />
      </button>
    </div>
  );
}
