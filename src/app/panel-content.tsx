import type { JSX } from 'preact';
import { lazy } from '../ui/lazy.tsx';
import { LayerPanel } from '../ui/legend/layer-panel.tsx';
import type { ProjectLayout } from './projects/projects-container.tsx';
import type { Controller } from './state/controller.ts';

const LoadFailure = lazy(async () => (await import('../ui/shell/load-failure.tsx')).LoadFailure);
const AuditContainer = lazy(
  async () => (await import('./audit/audit-container.tsx')).AuditContainer,
);
const ProjectsContainer = lazy(
  async () => (await import('./projects/projects-container.tsx')).ProjectsContainer,
);
const ScenariosContainer = lazy(
  async () => (await import('./scenarios/scenarios-container.tsx')).ScenariosContainer,
);
const ViewsContainer = lazy(
  async () => (await import('./views/views-container.tsx')).ViewsContainer,
);
const OwnDataContainer = lazy(
  async () => (await import('./own-data/own-data-container.tsx')).OwnDataContainer,
);
const DatasetsPanel = lazy(
  async () => (await import('../ui/shell/datasets-panel.tsx')).DatasetsPanel,
);
const ExportDataContainer = lazy(
  async () => (await import('./own-data/export-data-container.tsx')).ExportDataContainer,
);
const LayerStyleContainer = lazy(
  async () => (await import('./own-data/layer-style-container.tsx')).LayerStyleContainer,
);
const WorkContainer = lazy(
  async () => (await import('./versions/work-container.tsx')).WorkContainer,
);

/** The open panel; in its place, why the catalogue could not be loaded. */
export function PanelContent({
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
          groups={model.plan.groups.value}
          layers={model.filter.matchingLayers.value}
          visibleIds={model.plan.visibleIds.value}
          theme={theme}
          onSwitch={model.plan.switchLayer}
          onShowAll={model.plan.showAllLayers}
          onShowDefault={model.plan.showDefaultLayers}
          lookOf={(member) => <LayerStyleContainer model={model} member={member} />}
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
      return <ScenariosContainer controller={controller} onWiden={() => onSetWidth(true)} />;
    case 'views':
      return <ViewsContainer controller={controller} />;
    case 'data':
      return (
        <>
          {!controller.isEmbedded && <OwnDataContainer controller={controller} />}
          <WorkContainer controller={controller} />
          <ExportDataContainer model={model} />
          <DatasetsPanel
            layers={model.checks.layers.value}
            catalogueIssues={[
              ...(catalogue.kind === 'ready' ? catalogue.issues : []),
              ...model.checks.planIssues.value,
            ]}
            standing={model.plan.standing.value}
            kept={controller.offline.value?.kept.value}
            origins={model.origins.files}
          />
        </>
      );
  }
}
