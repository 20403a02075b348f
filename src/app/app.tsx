import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { viewContent } from '../domain/view-content.ts';
import { AppShell, type SheetHeight } from '../ui/app-shell.tsx';
import { Attribution } from '../ui/attribution.tsx';
import { CoastlinePanel } from '../ui/coastline-panel.tsx';
import { DataPanel } from '../ui/data-panel.tsx';
import { DetailCard } from '../ui/detail-card.tsx';
import { KeysDialog } from '../ui/keys-dialog.tsx';
import { LayerPanel } from '../ui/layer-panel.tsx';
import { Legend } from '../ui/legend.tsx';
import { LoadFailure, NoMapNotice } from '../ui/load-failure.tsx';
import { MapControls } from '../ui/map-controls.tsx';
import { ProjectPanel } from '../ui/project-panel.tsx';
import { createWords, WordsProvider } from '../ui/words.tsx';
import type { Desk } from './desk.ts';
import { useKeys } from './keys.ts';

/** Joins the desk's state to the page. */
export function App({ desk }: { readonly desk: Desk }): JSX.Element {
  const { model } = desk;
  const language = model.language.value;
  const words = useMemo(() => createWords(language), [language]);
  const mapElement = useRef<HTMLDivElement>(null);
  const isLegendOpen = useSignal(matchMedia('(min-width: 64rem)').matches);
  const areKeysShown = useSignal(false);
  const sheetHeight = useSignal<SheetHeight>('half');
  useEffect(() => (mapElement.current === null ? undefined : desk.openMap(mapElement.current)), [desk]);
  useKeys({
    onTogglePanel: model.togglePanel,
    onOpenPanel: model.openPanel,
    onToggleLegend: () => {
      isLegendOpen.value = !isLegendOpen.value;
    },
    onEscape: model.clearSelection,
    onShowKeys: () => {
      areKeysShown.value = true;
    },
  });
  const catalogue = model.catalogueState.value;
  return (
    <WordsProvider value={words}>
      <AppShell
        planTitle={catalogue.kind === 'ready' ? words.pick(catalogue.catalogue.title) : words.t('planArea')}
        panel={model.panel.value}
        isPanelOpen={model.isPanelOpen.value}
        sheetHeight={sheetHeight.value}
        isEmbedded={desk.isEmbedded}
        theme={model.theme.value}
        mapState={model.mapState.value}
        mapRef={mapElement}
        panelContent={<PanelContent desk={desk} />}
        mapOverlays={
          <MapOverlays
            desk={desk}
            isLegendOpen={isLegendOpen.value}
            onToggleLegend={(isOpen) => {
              isLegendOpen.value = isOpen;
            }}
          />
        }
        card={<SelectionCard desk={desk} />}
        notice={
          <KeysDialog
            isOpen={areKeysShown.value}
            onClose={() => {
              areKeysShown.value = false;
            }}
          />
        }
        onOpenPanel={model.openPanel}
        onTogglePanel={model.togglePanel}
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

function PanelContent({ desk }: { readonly desk: Desk }): JSX.Element {
  const { model } = desk;
  const catalogue = model.catalogueState.value;
  if (catalogue.kind === 'failed') {
    return <LoadFailure error={catalogue.error} onReload={() => location.reload()} />;
  }
  const [layers, theme] = [model.layers.value, model.theme.value];
  const hoveredId = model.hoveredId.value;
  const selection = model.selection.value;
  const onHover = model.hoverFeature;
  switch (model.panel.value) {
    case 'layers':
      return (
        <LayerPanel
          groups={catalogue.kind === 'ready' ? catalogue.catalogue.groups : []}
          layers={layers}
          visibleIds={model.visibleIds.value}
          theme={theme}
          onSwitch={model.switchLayer}
          onShowAll={model.showAllLayers}
          onShowDefault={model.showDefaultLayers}
        />
      );
    case 'projects':
      return (
        <ProjectPanel
          layers={layers}
          selectedId={selection?.kind === 'project' ? selection.project.id : undefined}
          hoveredId={hoveredId}
          theme={theme}
          onSelect={desk.selectAndShow}
          onHover={onHover}
        />
      );
    case 'coastline':
      return (
        <CoastlinePanel
          figures={model.auditState.value}
          zones={model.zones.value}
          isSurveyed={model.isSurveyed.value}
          selectedZoneId={model.zone.value?.id}
          hoveredId={hoveredId}
          theme={theme}
          onSelectZone={desk.selectAndShow}
          onHover={onHover}
        />
      );
    case 'data':
      return <DataPanel layers={layers} catalogueIssues={catalogue.kind === 'ready' ? catalogue.issues : []} />;
  }
}

function MapOverlays({ desk, isLegendOpen, onToggleLegend }: { readonly desk: Desk; readonly isLegendOpen: boolean; readonly onToggleLegend: (isOpen: boolean) => void }): JSX.Element {
  const { model } = desk;
  const catalogue = model.catalogueState.value;
  const view = model.viewBounds.value;
  if (model.mapState.value === 'failed') return <NoMapNotice />;
  const shown = model.layers.value.filter(({ layer }) => layer.role === 'base' || model.visibleIds.value.has(layer.id));
  const entries = view === undefined ? [] : viewContent(model.layers.value, model.visibleIds.value, view);
  return (
    <>
      <MapControls
        bearing={model.viewState.value.camera?.bearing ?? 0}
        onZoomIn={() => desk.zoomBy(1)}
        onZoomOut={() => desk.zoomBy(-1)}
        onNorthUp={desk.resetNorth}
        onWholeDistrict={desk.showWholeDistrict}
      />
      {catalogue.kind === 'ready' && view !== undefined && (
        <Legend entries={entries} groups={catalogue.catalogue.groups} isOpen={isLegendOpen} theme={model.theme.value} onToggle={onToggleLegend} />
      )}
      <Attribution credits={[...new Set(shown.map(({ layer }) => layer.metadata.attribution))]} />
    </>
  );
}

function SelectionCard({ desk }: { readonly desk: Desk }): JSX.Element | null {
  const { model } = desk;
  const selection = model.selection.value;
  if (selection === undefined) return null;
  const layerId = selection.kind === 'project' ? selection.project.layer : undefined;
  const figures = model.auditState.value;
  const zoneId = selection.kind === 'zone' ? selection.zone.id : undefined;
  return (
    <DetailCard
      selection={selection}
      layer={model.layers.value.find(({ layer }) => layer.id === layerId)?.layer}
      measurement={desk.measurement.value}
      zoneSummary={figures.kind === 'ready' ? figures.mainland.zones.find(({ id }) => id === zoneId) : undefined}
      segments={model.segments.value}
      isSurveyed={model.isSurveyed.value}
      theme={model.theme.value}
      onClose={model.clearSelection}
      onZoomTo={desk.showSelection}
      onSelect={desk.selectAndShow}
      onHover={model.hoverFeature}
    />
  );
}
