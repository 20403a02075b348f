import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../domain/bilingual.ts';
import type { Position } from '../domain/geometry.ts';
import { type I18n, I18nProvider, loadTexts, useI18n } from '../ui/i18n.tsx';
import { lazy } from '../ui/lazy.tsx';
import { PlanFrameProvider } from '../ui/plan-frame.ts';
import { SEARCH_FIELD_ID, SearchBox } from '../ui/search/search-box.tsx';
import { AppShell, type SheetHeight } from '../ui/shell/app-shell.tsx';
import { PANELS } from '../ui/shell/panels.ts';
import { type LegendOpenState, useLegendOpen } from './main-map/use-legend-open.ts';
import { MapOverlays } from './map-overlays.tsx';
import { Notices, type OpenDialogs } from './notices.tsx';
import { PanelContent } from './panel-content.tsx';
import { editHistory } from './persistence/edit-history.ts';
import type { ProjectLayout } from './projects/projects-container.tsx';
import { InquiryContainer } from './scenarios/inquiry-container.tsx';
import { RulerContainer } from './scenarios/ruler-container.tsx';
import { type AppActions, useShortcuts } from './shortcuts.ts';
import type { Controller } from './state/controller.ts';

const SelectionContainer = lazy(
  async () => (await import('./projects/selection-container.tsx')).SelectionContainer,
);
const NotKeptContainer = lazy(
  async () => (await import('./persistence/work-sheet-container.tsx')).NotKeptContainer,
);
const PresentationContainer = lazy(
  async () => (await import('./presentation/presentation-container.tsx')).PresentationContainer,
);
const EmbedContainer = lazy(
  async () => (await import('./embed/embed-container.tsx')).EmbedContainer,
);

/** Joins the model to the page. `firstWords` are in the language that the page starts in. */
export function App({
  controller,
  firstWords,
}: {
  readonly controller: Controller;
  readonly firstWords: I18n;
}): JSX.Element {
  const { model, isEmbedded } = controller;
  const words = useTexts(model.page.language.value, firstWords);
  const mapElement = useRef<HTMLDivElement>(null);
  const legend = useLegendOpen(model);
  const dialogs: OpenDialogs = {
    areShortcutsShown: useSignal(undefined),
    isLinkShown: useSignal(false),
  };
  const projectLayout: ProjectLayout = {
    table: useSignal(undefined),
    matrix: useSignal(undefined),
    chosen: useSignal(undefined),
  };
  const isPanelWide = useSignal(false);
  const sheetHeight = useSignal<SheetHeight>('half');
  const isComparing = model.comparison.current.value !== undefined;
  useEffect(() => {
    // On a phone, a comparison needs the map more than the panel.
    if (isComparing) sheetHeight.value = 'peek';
  }, [isComparing]);
  useEffect(
    () => (mapElement.current === null ? undefined : controller.openMap(mapElement.current)),
    [controller],
  );
  const isPresenting = model.presentation.isPresenting.value;
  const layout = {
    panel: model.page.panel.value,
    isOpen: model.page.isPanelOpen.value,
    isWide: isPanelWide.value,
    sheetHeight: sheetHeight.value,
  };
  const panelSize = [isPresenting, layout.isOpen, layout.isWide, layout.sheetHeight].join();
  useEffect(controller.refit, [panelSize]);
  useShortcuts(shortcutActions(controller, { legend, dialogs, words }), {
    isPresenting: model.presentation.isPresenting,
    isEmbedded,
    onStopPresenting: () => void controller.openPresenter().then(({ stop }) => stop()),
  });
  return (
    <I18nProvider value={words}>
      <PlanFrameProvider value={model.plan.frame.value}>
        <AppShell
          planTitle={words.pick(model.plan.title.value)}
          setAside={model.plan.setAsideCount.value}
          theme={model.page.theme.value}
          isEmbedded={isEmbedded}
          isPresenting={isPresenting}
          layout={layout}
          map={{ state: model.map.state.value, ref: mapElement }}
          parts={{
            embedBar: isEmbedded && <EmbedContainer controller={controller} />,
            search: <SearchAndSign controller={controller} />,
            panel: (
              <PanelContent
                controller={controller}
                isWide={isPanelWide.value}
                projectLayout={projectLayout}
                onSetWidth={(isWide) => {
                  isPanelWide.value = isWide;
                }}
              />
            ),
            mapOverlays: <MapOverlays controller={controller} legend={legend} />,
            presentation: isPresenting && <PresentationContainer controller={controller} />,
            card: (!isPresenting || model.presentation.isDetour.value) && (
              <Card controller={controller} />
            ),
            notices: <Notices controller={controller} dialogs={dialogs} />,
          }}
          actions={{
            onPresent: () => controller.present(),
            onCopyLink: () => {
              dialogs.isLinkShown.value = true;
            },
            onPrint: () => model.page.openPrint(true),
            onSwitchLanguage: () =>
              model.page.chooseLanguage(model.page.language.peek() === 'zh' ? 'en' : 'zh'),
            onChooseTheme: model.page.chooseTheme,
            onShowShortcuts: () => {
              dialogs.areShortcutsShown.value = true;
            },
            onOpenPanel: model.page.openPanel,
            onTogglePanel: model.page.togglePanel,
            onToggleWidth: () => {
              isPanelWide.value = !isPanelWide.value;
            },
            onMoveSheet: (height) => {
              sheetHeight.value = height;
            },
          }}
        />
      </PlanFrameProvider>
    </I18nProvider>
  );
}

/** What the shortcuts do. */
function shortcutActions(
  { model, present }: Pick<Controller, 'model' | 'present'>,
  {
    legend,
    dialogs,
    words,
  }: {
    readonly legend: LegendOpenState;
    readonly dialogs: OpenDialogs;
    readonly words: I18n;
  },
): AppActions {
  const { page, scenarios, selection, comparison, views } = model;
  const tellShape = (): void => page.showMessage({ kind: 'done', key: 'shapeInHand' });
  /** A stray key does not lose a shape that is being drawn. */
  const unlessDrawing = (act: () => void) => (): void =>
    scenarios.hasShapeInHand() ? tellShape() : act();
  return {
    search: () => document.getElementById(SEARCH_FIELD_ID)?.focus(),
    togglePanel: page.togglePanel,
    openPanel: (key) => {
      const panel = PANELS[Number(key) - 1];
      if (panel !== undefined) page.openPanel(panel);
    },
    toggleLegend: legend.toggle,
    measure: unlessDrawing(scenarios.toggleRuler),
    present: unlessDrawing(() => present()),
    presentOpenView: unlessDrawing(() => present(views.opened.peek()?.view.number)),
    openPrint: () => page.openPrint(true),
    startScenario: unlessDrawing(() => {
      page.openPanel('scenarios');
      void import('./scenarios/start-scenario.ts').then(({ startScenario }) =>
        startScenario(model, words).then(() => document.getElementById('panel')?.focus()),
      );
    }),
    undoEdit: () => editHistory(model).undo(),
    redoEdit: () => editHistory(model).redo(),
    takeBackCorner: () => scenarios.corners.peek()?.takeBack(),
    escape: () => {
      const isPicked =
        selection.current.peek() !== undefined || scenarios.inquiry.peek() !== undefined;
      if (scenarios.drawing.peek() !== undefined) {
        if (!scenarios.giveUp()) tellShape();
      } else if (comparison.current.peek() === undefined || isPicked) selection.clear();
      else comparison.end();
    },
    showShortcuts: () => {
      dialogs.areShortcutsShown.value = true;
    },
  };
}

/** The texts of a language; the last ones stay until the new ones are loaded. */
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

/** The search, and beside it the sign that changes are not kept. */
function SearchAndSign({ controller }: { readonly controller: Controller }): JSX.Element {
  const { model } = controller;
  const keeping = model.workspace.keeping.value;
  return (
    <>
      <Search controller={controller} />
      {(keeping === 'elsewhere' || keeping === 'refused') && <NotKeptContainer model={model} />}
    </>
  );
}

function Search({ controller }: { readonly controller: Controller }): JSX.Element {
  const { model, search } = controller;
  const { pick, language } = useI18n();
  const goTo = async (at: Position, name: string | Promise<string>): Promise<void> => {
    controller.goTo(at);
    model.page.showMessage({ kind: 'done', key: 'wentTo', values: { position: await name } });
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
        else void goTo(at, pick(record.name));
      }}
      onGoTo={({ at }) => void goTo(at, positionText(at, language))}
      onLeave={focusMap}
    />
  );
}

/** A position in words; the list that offered it has fetched what this needs. */
async function positionText(at: Position, language: Language): Promise<string> {
  const { formatPosition } = await import('../ui/format.ts');
  return formatPosition(at, language);
}

/** The keys of the map work at once; without a map, those of the page. */
function focusMap(): void {
  const canvas = document.querySelector<HTMLElement>('#map-region .maplibregl-canvas');
  (canvas ?? document.getElementById('map-region'))?.focus();
}

/** One card at a time: the ruler, the question about a place, or the selection. */
function Card({ controller }: { readonly controller: Controller }): JSX.Element | null {
  const { model } = controller;
  if (model.scenarios.drawing.value?.kind === 'measure')
    return <RulerContainer controller={controller} />;
  if (model.scenarios.inquiry.value !== undefined)
    return <InquiryContainer controller={controller} />;
  if (model.selection.current.value === undefined) return null;
  return <SelectionContainer controller={controller} />;
}
