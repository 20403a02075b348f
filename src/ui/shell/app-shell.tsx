import type { ComponentChildren, JSX, Ref } from 'preact';
import type { Theme } from '../../domain/symbology.ts';
import { Icon, type IconName } from '../controls/icon.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useI18n } from '../i18n.tsx';
import type { TextKey } from '../texts/en.ts';
import { PANELS, type Panel } from './panels.ts';

/** How high the panel stands on a phone. */
export type SheetHeight = 'peek' | 'half' | 'full';

/** How the panel stands beside the map. */
export type PanelLayout = {
  readonly panel: Panel;
  readonly isOpen: boolean;
  /** Whether the panel takes 60 % of the width, for tables. */
  readonly isWide: boolean;
  readonly sheetHeight: SheetHeight;
};

/** What the user does with header, tabs and panel. */
export type ShellActions = {
  readonly onPresent: () => void;
  readonly onCopyLink: () => void;
  readonly onPrint: () => void;
  readonly onSwitchLanguage: () => void;
  readonly onChooseTheme: (theme: Theme) => void;
  readonly onShowShortcuts: () => void;
  readonly onOpenPanel: (panel: Panel) => void;
  readonly onTogglePanel: () => void;
  readonly onToggleWidth: () => void;
  readonly onMoveSheet: (height: SheetHeight) => void;
};

/** The parts that the shell places. */
export type ShellParts = {
  /** Takes the place of header and panel in an embedded map. */
  readonly embedBar: ComponentChildren;
  readonly search: ComponentChildren;
  readonly panel: ComponentChildren;
  readonly mapOverlays: ComponentChildren;
  /** Lies over the map during a presentation, when header, panel and overlays are hidden. */
  readonly presentation: ComponentChildren;
  readonly card: ComponentChildren;
  readonly notices: ComponentChildren;
};

/** The page: what it shows, what it places, and what the user does. */
export type AppShellProps = {
  readonly planTitle: string;
  /** How many layers and features were set aside while loading. */
  readonly setAside: number;
  readonly theme: Theme;
  readonly isEmbedded: boolean;
  readonly isPresenting: boolean;
  readonly layout: PanelLayout;
  readonly map: { readonly state: string; readonly ref: Ref<HTMLDivElement> };
  readonly parts: ShellParts;
  readonly actions: ShellActions;
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

/** The page: the map fills it, everything else floats at its edge. */
export function AppShell({
  planTitle,
  setAside,
  theme,
  isEmbedded,
  isPresenting,
  layout,
  map,
  parts,
  actions,
}: AppShellProps): JSX.Element {
  const { t } = useI18n();
  const isOpen = layout.isOpen && !isEmbedded;
  return (
    <div
      class={`shell${isPresenting ? ' shell--presentation' : ''}${isOpen ? '' : ' shell--collapsed'}${layout.isWide ? ' shell--wide' : ''} shell--${layout.sheetHeight}`}
      data-embedded={isEmbedded}
    >
      {!isPresenting && isEmbedded && parts.embedBar}
      {!isPresenting && !isEmbedded && (
        <>
          <SkipLinks />
          <Header {...{ planTitle, setAside, theme, actions }} search={parts.search} />
          <Side layout={layout} actions={actions}>
            {parts.panel}
          </Side>
        </>
      )}
      <section id="map-region" class="map-region" aria-label={t('map')} tabIndex={-1}>
        <div ref={map.ref} class="map" translate={false} data-map-state={map.state} />
        <span class="map-cross" aria-hidden="true" />
        {!isPresenting && parts.mapOverlays}
        {parts.presentation}
        <p id="map-keys" class="visually-hidden">
          {t('mapKeys')}
        </p>
      </section>
      {parts.card}
      {parts.notices}
    </div>
  );
}

function SkipLinks(): JSX.Element {
  const { t } = useI18n();
  return (
    <>
      <a class="skip-link" href="#map-region">
        {t('skipToMap')}
      </a>
      <a class="skip-link" href="#panel">
        {t('skipToPanel')}
      </a>
    </>
  );
}

/** Tabs and the open panel. */
function Side({
  layout,
  actions,
  children,
}: {
  readonly layout: PanelLayout;
  readonly actions: ShellActions;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="side" data-covers="side">
      <Tabs layout={layout} actions={actions} />
      {layout.isOpen && (
        <section
          id="panel"
          class="panel"
          role="tabpanel"
          aria-labelledby={`tab-${layout.panel}`}
          tabIndex={-1}
        >
          <SheetHandle height={layout.sheetHeight} onMove={actions.onMoveSheet} />
          {children}
        </section>
      )}
    </div>
  );
}

function Header({
  planTitle,
  setAside,
  search,
  theme,
  actions,
}: Pick<AppShellProps, 'planTitle' | 'setAside' | 'theme' | 'actions'> &
  Pick<ShellParts, 'search'>): JSX.Element {
  const { t, language } = useI18n();
  const leftOut = t('setAside', { count: setAside });
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
      {setAside > 0 && (
        <button
          type="button"
          class="text-button header__set-aside"
          aria-label={leftOut}
          onClick={() => actions.onOpenPanel('data')}
        >
          ! <span class="header__plan">{leftOut}</span>
        </button>
      )}
      {search}
      <IconButton
        class="header__present"
        icon="play"
        label={t('present')}
        shortcut="F5"
        onPress={actions.onPresent}
      />
      <IconButton icon="link" label={t('copyLink')} onPress={actions.onCopyLink} />
      <IconButton
        class="header__compose"
        icon="picture"
        label={t('printTitle')}
        shortcut="e"
        onPress={actions.onPrint}
      />
      <button
        type="button"
        class="text-button header__language"
        lang={language === 'zh' ? 'en' : 'zh'}
        onClick={actions.onSwitchLanguage}
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
              onChange={() => actions.onChooseTheme(choice.theme)}
            />
            <Icon name={choice.icon} />
            <span class="visually-hidden">{t(choice.words)}</span>
          </label>
        ))}
      </div>
      <IconButton
        class="header__keys"
        icon="help"
        label={t('keys')}
        onPress={actions.onShowShortcuts}
      />
    </header>
  );
}

function Tabs({
  layout: { panel, isOpen, isWide },
  actions,
}: Pick<AppShellProps, 'layout' | 'actions'>): JSX.Element {
  const { t } = useI18n();
  const moveTo = (index: number): void => {
    const next = PANELS[(index + PANELS.length) % PANELS.length];
    if (next === undefined) return;
    actions.onOpenPanel(next);
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
            aria-controls={name === panel && isOpen ? 'panel' : undefined}
            tabIndex={name === panel ? 0 : -1}
            onClick={() => actions.onOpenPanel(name)}
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
      {isOpen && (
        <button
          type="button"
          class="icon-button rail__toggle rail__width"
          aria-label={t('widePanel')}
          title={t('widePanel')}
          aria-pressed={isWide}
          onClick={actions.onToggleWidth}
        >
          <Icon name="widen" />
        </button>
      )}
      <button
        type="button"
        class="icon-button rail__toggle"
        aria-label={t(isOpen ? 'collapsePanel' : 'expandPanel')}
        title={`${t(isOpen ? 'collapsePanel' : 'expandPanel')} [`}
        aria-expanded={isOpen}
        onClick={actions.onTogglePanel}
      >
        <Icon name={isOpen ? 'panel-close' : 'panel-open'} />
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
