import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../domain/bilingual.ts';
import type { Position } from '../domain/geometry.ts';
import type { Workspace } from '../domain/views/workspace.ts';
import { Toast } from '../ui/controls/toast.tsx';
import { formatPosition } from '../ui/format.ts';
import { type I18n, I18nProvider, loadTexts, useI18n } from '../ui/i18n.tsx';
import { lazy } from '../ui/lazy.tsx';
import { LayerPanel } from '../ui/legend/layer-panel.tsx';
import { SEARCH_FIELD_ID, SearchBox } from '../ui/search/search-box.tsx';
import { AppShell, type SheetHeight } from '../ui/shell/app-shell.tsx';
import { LoadFailure } from '../ui/shell/load-failure.tsx';
import type { Panel } from '../ui/shell/panels.ts';
import type { Controller } from './controller.ts';
import { useLegendOpen } from './main-map/use-legend-open.ts';
import { MapOverlays } from './map-overlays.tsx';
import type { ProjectLayout } from './projects/projects-container.tsx';
import { InquiryContainer } from './scenarios/inquiry-container.tsx';
import { RulerContainer } from './scenarios/ruler-container.tsx';
import { useKeys } from './shortcuts.ts';

const ShortcutsDialog = lazy(
  async () => (await import('../ui/shell/shortcuts-dialog.tsx')).ShortcutsDialog,
);
const SelectionContainer = lazy(
  async () => (await import('./projects/selection-container.tsx')).SelectionContainer,
);
const ShareContainer = lazy(async () => (await import('./share-container.tsx')).ShareContainer);
const AuditContainer = lazy(
  async () => (await import('./audit/audit-container.tsx')).AuditContainer,
);
const CoastReport = lazy(async () => (await import('./audit/audit-container.tsx')).CoastReport);
const ProjectsContainer = lazy(
  async () => (await import('./projects/projects-container.tsx')).ProjectsContainer,
);
const ScenarioDesk = lazy(
  async () => (await import('./scenarios/scenarios-container.tsx')).ScenariosContainer,
);
const PresentationContainer = lazy(
  async () => (await import('./presentation/presentation-container.tsx')).PresentationContainer,
);
const ViewsContainer = lazy(
  async () => (await import('./views/views-container.tsx')).ViewsContainer,
);
const RestorePrompt = lazy(
  async () => (await import('../ui/shell/restore-prompt.tsx')).RestorePrompt,
);
const EmbedContainer = lazy(
  async () => (await import('./embed/embed-container.tsx')).EmbedContainer,
);
const UpdateContainer = lazy(
  async () => (await import('./loading/update-container.tsx')).UpdateContainer,
);
const PrintContainer = lazy(
  async () => (await import('./print/print-container.tsx')).PrintContainer,
);
const DatasetsPanel = lazy(
  async () => (await import('../ui/shell/datasets-panel.tsx')).DatasetsPanel,
);

/** Joins the desk's state to the page. `firstWords` are in the language that the page starts in. */
export function App({
  controller,
  firstWords,
}: {
  readonly controller: Controller;
  readonly firstWords: I18n;
}): JSX.Element {
  const { model } = controller;
  const language = model.page.language.value;
  const words = useTexts(language, firstWords);
  const mapElement = useRef<HTMLDivElement>(null);
  const legend = useLegendOpen(model);
  /** Absent until somebody first asks for them. */
  const areKeysShown = useSignal<boolean | undefined>(undefined);
  const isLinkShown = useSignal(false);
  const isPanelWide = useSignal(false);
  const projectLayout: ProjectLayout = {
    table: useSignal(undefined),
    matrix: useSignal(undefined),
    isMatrixShown: useSignal(false),
  };
  const sheetHeight = useSignal<SheetHeight>('half');
  const isComparing = model.comparison.current.value !== undefined;
  useEffect(() => {
    // Two states on a phone need the map more than the panel.
    if (isComparing) sheetHeight.value = 'peek';
  }, [isComparing]);
  useEffect(
    () => (mapElement.current === null ? undefined : controller.openMap(mapElement.current)),
    [controller],
  );
  const panelSize = [
    model.presentation.isPresenting.value,
    model.page.isPanelOpen.value,
    isPanelWide.value,
    sheetHeight.value,
  ].join();
  useEffect(controller.refit, [panelSize]);
  const isPresentationOpen = model.presentation.isPresenting.value;
  const keyActions = {
    isEmbedded: controller.isEmbedded,
    onSearch: () => document.getElementById(SEARCH_FIELD_ID)?.focus(),
    onTogglePanel: model.page.togglePanel,
    onOpenPanel: model.page.openPanel,
    onUndo: model.workspace.undo,
    onRedo: model.workspace.redo,
    onToggleLegend: legend.toggle,
    onMeasure: model.scenarios.toggleRuler,
    onCompose: () => model.page.openPrint(true),
    onStartScenario: () => {
      model.page.openPanel('scenarios');
      void import('./scenarios/start-scenario.ts').then(({ startScenario }) =>
        startScenario(model, words),
      );
    },
    onEscape: () => {
      const isPicked =
        model.selection.current.peek() !== undefined ||
        model.scenarios.inquiry.peek() !== undefined;
      if (model.scenarios.drawing.peek() !== undefined) model.scenarios.draw(undefined);
      else if (model.comparison.current.peek() === undefined || isPicked) model.selection.clear();
      else model.comparison.end();
    },
    onLeaveRoom: () => void controller.openPresenter().then((presenter) => presenter.stop()),
    onPresent: (isFromHere: boolean) =>
      controller.present(isFromHere ? model.views.opened.peek()?.view.number : undefined),
    onShowKeys: () => {
      areKeysShown.value = true;
    },
  };
  useKeys(keyActions, !isPresentationOpen);
  const catalogue = model.plan.catalogue.value;
  return (
    <I18nProvider value={words}>
      <AppShell
        planTitle={
          catalogue.kind === 'ready' ? words.pick(catalogue.catalogue.title) : words.t('planArea')
        }
        panel={model.page.panel.value}
        isPanelOpen={model.page.isPanelOpen.value}
        isPanelWide={isPanelWide.value}
        sheetHeight={sheetHeight.value}
        embedBar={controller.isEmbedded && <EmbedContainer controller={controller} />}
        isEmbedded={controller.isEmbedded}
        presentation={isPresentationOpen && <PresentationContainer controller={controller} />}
        onPresent={() => controller.present()}
        theme={model.page.theme.value}
        mapState={model.map.state.value}
        mapRef={mapElement}
        panelContent={
          <PanelContent
            controller={controller}
            isWide={isPanelWide.value}
            projectLayout={projectLayout}
            onSetWidth={(isWide) => {
              isPanelWide.value = isWide;
            }}
          />
        }
        mapOverlays={<MapOverlays controller={controller} legend={legend} />}
        search={<Search controller={controller} />}
        card={
          (!isPresentationOpen || model.presentation.isDetour.value) && (
            <Card controller={controller} />
          )
        }
        notice={
          <>
            {areKeysShown.value !== undefined && (
              <ShortcutsDialog
                isOpen={areKeysShown.value}
                onClose={() => {
                  areKeysShown.value = false;
                }}
              />
            )}
            {isLinkShown.value && (
              <ShareContainer
                controller={controller}
                onClose={() => {
                  isLinkShown.value = false;
                }}
              />
            )}
            {model.page.isPrintOpen.value && (
              <PrintContainer controller={controller} onClose={() => model.page.openPrint(false)} />
            )}
            <RecoveryOffer controller={controller} />
            {/* After an offer of earlier work, never beside it. */}
            {controller.offline.value?.isUpdateReady.value === true &&
              model.workspace.recovered.value === undefined && (
                <UpdateContainer controller={controller} />
              )}
            <Toast
              message={model.page.message.value}
              onGone={() => model.page.showMessage(undefined)}
            />
            {model.audit.report.value !== undefined && <CoastReport controller={controller} />}
          </>
        }
        onOpenPanel={model.page.openPanel}
        onTogglePanel={model.page.togglePanel}
        onToggleWidth={() => {
          isPanelWide.value = !isPanelWide.value;
        }}
        onCopyLink={() => {
          isLinkShown.value = true;
        }}
        onCompose={() => model.page.openPrint(true)}
        onSwitchLanguage={() => model.page.chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        onChooseTheme={model.page.chooseTheme}
        onMoveSheet={(height) => {
          sheetHeight.value = height;
        }}
        onShowKeys={() => {
          areKeysShown.value = true;
        }}
      />
    </I18nProvider>
  );
}

/** The words of a language; those shown before stay until the new ones are there. */
function useTexts(language: Language, firstWords: I18n): I18n {
  const [words, speak] = useState(firstWords);
  useEffect(() => {
    let isStale = false;
    loadTexts(language).then(
      (loaded) => {
        if (!isStale) speak(loaded);
      },
      (cause: unknown) => console.error(`no words in "${language}":`, cause),
    );
    return () => {
      isStale = true;
    };
  }, [language]);
  return words;
}

function Search({ controller }: { readonly controller: Controller }): JSX.Element {
  const { model, search } = controller;
  const { pick, language } = useI18n();
  const goTo = (at: Position, name: string): void => {
    controller.goTo(at);
    model.page.showMessage({ kind: 'done', key: 'wentTo', values: { position: name } });
  };
  return (
    <SearchBox
      text={search.text.value}
      answer={search.answer.value}
      theme={model.page.theme.value}
      onOpen={search.open}
      onType={search.type}
      onPick={({ record, at }) => {
        if (at === undefined) controller.selectAndShow(record.id);
        else goTo(at, pick(record.name));
      }}
      onGoTo={({ at }) => goTo(at, formatPosition(at, language))}
    />
  );
}

function PanelContent({
  controller,
  isWide,
  projectLayout,
  onSetWidth,
}: {
  readonly controller: Controller;
  readonly isWide: boolean;
  readonly projectLayout: ProjectLayout;
  readonly onSetWidth: (isWide: boolean) => void;
}): JSX.Element {
  const { model } = controller;
  const catalogue = model.plan.catalogue.value;
  if (catalogue.kind === 'failed') {
    return <LoadFailure error={catalogue.error} onReload={() => location.reload()} />;
  }
  const theme = model.page.theme.value;
  switch (model.page.panel.value) {
    case 'layers':
      return (
        <LayerPanel
          groups={catalogue.kind === 'ready' ? catalogue.catalogue.groups : []}
          layers={model.filter.matchingLayers.value}
          visibleIds={model.plan.visibleIds.value}
          theme={theme}
          onSwitch={model.plan.switchLayer}
          onShowAll={model.plan.showAllLayers}
          onShowDefault={model.plan.showDefaultLayers}
        />
      );
    case 'projects':
      return (
        <ProjectsContainer
          controller={controller}
          isWide={isWide}
          layout={projectLayout}
          onSetWidth={onSetWidth}
        />
      );
    case 'coastline':
      return <AuditContainer controller={controller} onWiden={() => onSetWidth(true)} />;
    case 'scenarios':
      return <ScenarioDesk controller={controller} />;
    case 'views':
      return <ViewsContainer controller={controller} />;
    case 'data':
      return (
        <DatasetsPanel
          layers={model.checks.layers.value}
          catalogueIssues={catalogue.kind === 'ready' ? catalogue.issues : []}
          kept={controller.offline.value?.kept.value}
        />
      );
  }
}

/** Asks about the changes of an earlier visit, while there are any to ask about. */
function RecoveryOffer({ controller }: { readonly controller: Controller }): JSX.Element | null {
  const { model } = controller;
  const offered = model.workspace.recovered.value;
  if (offered === undefined) return null;
  return (
    <RestorePrompt
      changes={offered.log.length}
      scenarios={offered.scenarios.length}
      decks={offered.decks.length}
      savedAt={offered.savedAt}
      onTakeUp={() => {
        model.workspace.restore(offered);
        model.page.openPanel(panelOfWork(offered));
      }}
      onLeave={model.workspace.dismissRecovery}
    />
  );
}

/** Where most of what was taken up is seen. */
function panelOfWork({ log, scenarios }: Workspace): Panel {
  if (log.length > 0) return 'coastline';
  return scenarios.length > 0 ? 'scenarios' : 'views';
}

/** One card at a time: the ruler, what is asked about a place, or what is picked. */
function Card({ controller }: { readonly controller: Controller }): JSX.Element | null {
  const { model } = controller;
  if (model.scenarios.drawing.value?.kind === 'measure')
    return <RulerContainer controller={controller} />;
  if (model.scenarios.inquiry.value !== undefined)
    return <InquiryContainer controller={controller} />;
  if (model.selection.current.value === undefined) return null;
  return <SelectionContainer controller={controller} />;
}
