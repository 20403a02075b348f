import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../domain/bilingual.ts';
import type { Position } from '../domain/geometry.ts';
import type { Work } from '../domain/views/workspace.ts';
import { Toast } from '../ui/controls/toast.tsx';
import { formatPosition } from '../ui/format.ts';
import { loadWords, useWords, type Words, WordsProvider } from '../ui/i18n.tsx';
import { deferred } from '../ui/lazy.tsx';
import { LayerPanel } from '../ui/legend/layer-panel.tsx';
import { SEARCH_FIELD_ID, SearchBox } from '../ui/search/search-box.tsx';
import { AppShell, type SheetHeight } from '../ui/shell/app-shell.tsx';
import { LoadFailure } from '../ui/shell/load-failure.tsx';
import type { Panel } from '../ui/shell/panels.ts';
import type { Desk } from './controller.ts';
import { useLegendFold } from './main-map/use-legend-open.ts';
import { MapOverlays } from './map-overlays.tsx';
import type { ProjectLayout } from './projects/projects-container.tsx';
import { InquiryDesk } from './scenarios/inquiry-container.tsx';
import { MeasureDesk } from './scenarios/ruler-container.tsx';
import { useKeys } from './shortcuts.ts';

const KeysDialog = deferred(
  async () => (await import('../ui/shell/shortcuts-dialog.tsx')).KeysDialog,
);
const SelectionDesk = deferred(
  async () => (await import('./projects/selection-container.tsx')).SelectionDesk,
);
const LinkDesk = deferred(async () => (await import('./share-container.tsx')).LinkDesk);
const CoastDesk = deferred(async () => (await import('./audit/audit-container.tsx')).CoastDesk);
const CoastReport = deferred(async () => (await import('./audit/audit-container.tsx')).CoastReport);
const ProjectDesk = deferred(
  async () => (await import('./projects/projects-container.tsx')).ProjectDesk,
);
const ScenarioDesk = deferred(
  async () => (await import('./scenarios/scenarios-container.tsx')).ScenarioDesk,
);
const RoomDesk = deferred(
  async () => (await import('./presentation/presentation-container.tsx')).RoomDesk,
);
const ViewsDesk = deferred(async () => (await import('./views/views-container.tsx')).ViewsDesk);
const KeptWork = deferred(async () => (await import('../ui/shell/restore-prompt.tsx')).KeptWork);
const EmbedDesk = deferred(async () => (await import('./embed/embed-container.tsx')).EmbedDesk);
const RenewalDesk = deferred(
  async () => (await import('./loading/update-container.tsx')).RenewalDesk,
);
const ComposeDesk = deferred(async () => (await import('./print/print-container.tsx')).ComposeDesk);
const DataPanel = deferred(async () => (await import('../ui/shell/datasets-panel.tsx')).DataPanel);

/** Joins the desk's state to the page. `firstWords` are in the language that the page starts in. */
export function App({
  desk,
  firstWords,
}: {
  readonly desk: Desk;
  readonly firstWords: Words;
}): JSX.Element {
  const { model } = desk;
  const language = model.language.value;
  const words = useWordsIn(language, firstWords);
  const mapElement = useRef<HTMLDivElement>(null);
  const legend = useLegendFold(model);
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
  const isComparing = model.comparison.value !== undefined;
  useEffect(() => {
    // Two states on a phone need the map more than the panel.
    if (isComparing) sheetHeight.value = 'peek';
  }, [isComparing]);
  useEffect(
    () => (mapElement.current === null ? undefined : desk.openMap(mapElement.current)),
    [desk],
  );
  const panelSize = [
    model.isPresenting.value,
    model.isPanelOpen.value,
    isPanelWide.value,
    sheetHeight.value,
  ].join();
  useEffect(desk.makeRoom, [panelSize]);
  const isInRoom = model.isPresenting.value;
  const keyActions = {
    isEmbedded: desk.isEmbedded,
    onSearch: () => document.getElementById(SEARCH_FIELD_ID)?.focus(),
    onTogglePanel: model.togglePanel,
    onOpenPanel: model.openPanel,
    onUndo: model.undo,
    onRedo: model.redo,
    onToggleLegend: legend.toggle,
    onMeasure: model.toggleRuler,
    onCompose: () => model.compose(true),
    onStartScenario: () => {
      model.openPanel('scenarios');
      void import('./scenarios/start-scenario.ts').then(({ startScenario }) =>
        startScenario(model, words),
      );
    },
    onEscape: () => {
      const isPicked = model.selection.peek() !== undefined || model.inquiry.peek() !== undefined;
      if (model.drawing.peek() !== undefined) model.drawSite(undefined);
      else if (model.comparison.peek() === undefined || isPicked) model.clearSelection();
      else model.endComparison();
    },
    onLeaveRoom: () => void desk.openRoom().then((room) => room.leave()),
    onPresent: (isFromHere: boolean) =>
      desk.present(isFromHere ? model.openedView.peek()?.view.number : undefined),
    onShowKeys: () => {
      areKeysShown.value = true;
    },
  };
  useKeys(keyActions, !isInRoom);
  const catalogue = model.catalogueState.value;
  return (
    <WordsProvider value={words}>
      <AppShell
        planTitle={
          catalogue.kind === 'ready' ? words.pick(catalogue.catalogue.title) : words.t('planArea')
        }
        panel={model.panel.value}
        isPanelOpen={model.isPanelOpen.value}
        isPanelWide={isPanelWide.value}
        sheetHeight={sheetHeight.value}
        embedBar={desk.isEmbedded && <EmbedDesk desk={desk} />}
        isEmbedded={desk.isEmbedded}
        room={isInRoom && <RoomDesk desk={desk} />}
        onPresent={() => desk.present()}
        theme={model.theme.value}
        mapState={model.mapState.value}
        mapRef={mapElement}
        panelContent={
          <PanelContent
            desk={desk}
            isWide={isPanelWide.value}
            projectLayout={projectLayout}
            onSetWidth={(isWide) => {
              isPanelWide.value = isWide;
            }}
          />
        }
        mapOverlays={<MapOverlays desk={desk} legend={legend} />}
        search={<Search desk={desk} />}
        card={(!isInRoom || model.isDetour.value) && <Card desk={desk} />}
        notice={
          <>
            {areKeysShown.value !== undefined && (
              <KeysDialog
                isOpen={areKeysShown.value}
                onClose={() => {
                  areKeysShown.value = false;
                }}
              />
            )}
            {isLinkShown.value && (
              <LinkDesk
                desk={desk}
                onClose={() => {
                  isLinkShown.value = false;
                }}
              />
            )}
            {model.isComposing.value && (
              <ComposeDesk desk={desk} onClose={() => model.compose(false)} />
            )}
            <KeptWorkOffer desk={desk} />
            {/* After an offer of earlier work, never beside it. */}
            {desk.offline.value?.isRenewable.value === true &&
              model.offeredWork.value === undefined && <RenewalDesk desk={desk} />}
            <Toast message={model.message.value} onGone={() => model.showMessage(undefined)} />
            {model.report.value !== undefined && <CoastReport desk={desk} />}
          </>
        }
        onOpenPanel={model.openPanel}
        onTogglePanel={model.togglePanel}
        onToggleWidth={() => {
          isPanelWide.value = !isPanelWide.value;
        }}
        onCopyLink={() => {
          isLinkShown.value = true;
        }}
        onCompose={() => model.compose(true)}
        onSwitchLanguage={() => model.chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        onChooseTheme={model.chooseTheme}
        onMoveSheet={(height) => {
          sheetHeight.value = height;
        }}
        onShowKeys={() => {
          areKeysShown.value = true;
        }}
      />
    </WordsProvider>
  );
}

/** The words of a language; those shown before stay until the new ones are there. */
function useWordsIn(language: Language, firstWords: Words): Words {
  const [words, speak] = useState(firstWords);
  useEffect(() => {
    let isStale = false;
    loadWords(language).then(
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

function Search({ desk }: { readonly desk: Desk }): JSX.Element {
  const { model, search } = desk;
  const { pick, language } = useWords();
  const goTo = (at: Position, name: string): void => {
    desk.goTo(at);
    model.showMessage({ kind: 'done', key: 'wentTo', values: { position: name } });
  };
  return (
    <SearchBox
      text={search.text.value}
      answer={search.answer.value}
      theme={model.theme.value}
      onOpen={search.open}
      onType={search.type}
      onPick={({ record, at }) => {
        if (at === undefined) desk.selectAndShow(record.id);
        else goTo(at, pick(record.name));
      }}
      onGoTo={({ at }) => goTo(at, formatPosition(at, language))}
    />
  );
}

function PanelContent({
  desk,
  isWide,
  projectLayout,
  onSetWidth,
}: {
  readonly desk: Desk;
  readonly isWide: boolean;
  readonly projectLayout: ProjectLayout;
  readonly onSetWidth: (isWide: boolean) => void;
}): JSX.Element {
  const { model } = desk;
  const catalogue = model.catalogueState.value;
  if (catalogue.kind === 'failed') {
    return <LoadFailure error={catalogue.error} onReload={() => location.reload()} />;
  }
  const [layers, theme] = [model.layers.value, model.theme.value];
  switch (model.panel.value) {
    case 'layers':
      return (
        <LayerPanel
          groups={catalogue.kind === 'ready' ? catalogue.catalogue.groups : []}
          layers={model.matchingLayers.value}
          visibleIds={model.visibleIds.value}
          theme={theme}
          onSwitch={model.switchLayer}
          onShowAll={model.showAllLayers}
          onShowDefault={model.showDefaultLayers}
        />
      );
    case 'projects':
      return (
        <ProjectDesk desk={desk} isWide={isWide} layout={projectLayout} onSetWidth={onSetWidth} />
      );
    case 'coastline':
      return <CoastDesk desk={desk} onWiden={() => onSetWidth(true)} />;
    case 'scenarios':
      return <ScenarioDesk desk={desk} />;
    case 'views':
      return <ViewsDesk desk={desk} />;
    case 'data':
      return (
        <DataPanel
          layers={layers}
          catalogueIssues={catalogue.kind === 'ready' ? catalogue.issues : []}
          kept={desk.offline.value?.kept.value}
        />
      );
  }
}

/** Asks about the changes of an earlier visit, while there are any to ask about. */
function KeptWorkOffer({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { model } = desk;
  const offered = model.offeredWork.value;
  if (offered === undefined) return null;
  return (
    <KeptWork
      changes={offered.log.length}
      scenarios={offered.scenarios.length}
      decks={offered.decks.length}
      savedAt={offered.savedAt}
      onTakeUp={() => {
        model.takeUpWork(offered);
        model.openPanel(panelOfWork(offered));
      }}
      onLeave={model.withdrawOffer}
    />
  );
}

/** Where most of what was taken up is seen. */
function panelOfWork({ log, scenarios }: Work): Panel {
  if (log.length > 0) return 'coastline';
  return scenarios.length > 0 ? 'scenarios' : 'views';
}

/** One card at a time: the ruler, what is asked about a place, or what is picked. */
function Card({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { model } = desk;
  if (model.drawing.value?.kind === 'measure') return <MeasureDesk desk={desk} />;
  if (model.inquiry.value !== undefined) return <InquiryDesk desk={desk} />;
  if (model.selection.value === undefined) return null;
  return <SelectionDesk desk={desk} />;
}
