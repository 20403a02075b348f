import { computed, signal } from '@preact/signals';
import type { ViewState } from '../address/url-state.ts';
import { createAuditModel } from './audit-model.ts';
import { createCompareModel } from './compare-model.ts';
import { createConflictModel } from './conflict-model.ts';
import { createCheckModel, createOriginModel } from './file-models.ts';
import { createFilterModel } from './filter-model.ts';
import { createLayerStyleModel } from './layer-style-model.ts';
import { createMapModel } from './map-model.ts';
import { createMinutesModel } from './minutes-model.ts';
import { createOwnDataModel } from './own-data-model.ts';
import { createPageModel, type Preferences } from './page-model.ts';
import { createPlanModel } from './plan-model.ts';
import { createPresentationModel } from './presentation-model.ts';
import { createScenarioModel } from './scenario-model.ts';
import { createSelectionModel } from './selection-model.ts';
import { createShoreModel } from './shore-model.ts';
import { createUrlModel } from './url-model.ts';
import { createViewsModel } from './views-model.ts';
import { createWorkspaceModel } from './workspace-model.ts';

/** The state of the app by family, what follows from it, and the actions of the user. */
export type Model = ReturnType<typeof createModel>;

/** The one model: few signals, everything else computed. Only actions write. */
export function createModel(given: ViewState, preferences: Preferences) {
  const [selectedId, zoneId] = [signal(given.select), signal(given.zone)];
  const currentFilter = signal(given.filter ?? {});
  const page = createPageModel(given, preferences);
  const map = createMapModel(given);
  const audit = createAuditModel(given);
  const workspace = createWorkspaceModel({ isReadOnly: given.isEmbedded === true });
  const scenarios = createScenarioModel(workspace);
  const views = createViewsModel(workspace);
  const presentation = createPresentationModel();
  const comparison = createCompareModel(given, { scenarios: workspace.scenarios, ...views });
  const layerStyles = createLayerStyleModel();
  const plan = createPlanModel(given, {
    ...{ log: workspace.log, selectedId },
    ...{ styles: layerStyles.current, rule: audit.rule },
  });
  const selection = createSelectionModel({
    ...{ id: selectedId, zoneId, plan },
    onSelect: () => {
      map.markPosition(undefined);
      scenarios.askAbout(undefined);
    },
  });
  const shore = createShoreModel(currentFilter);
  const conflicts = createConflictModel(given, currentFilter);
  const filter = createFilterModel({
    ...{ filter: currentFilter, projects: plan.projects, editedLayers: plan.editedLayers },
    ...{ selectedId, shore: shore.state, conflicts: conflicts.state },
  });
  const { url, openedView } = createUrlModel(given, {
    content: [
      plan,
      selection,
      audit,
      filter,
      { ...conflicts, setFromUrl: ({ studyM }) => conflicts.setStudySetback(studyM) },
      comparison,
    ],
    ...{ page, map, views, scenarios, presentation },
  });
  /** Whether the presentation shows something else than the slide, and can go back to it. */
  const isDetour = computed(
    () =>
      presentation.isPresenting.value &&
      (presentation.hasMoved.value || presentation.isExploring.value || !openedView.isAtView.value),
  );
  /**
   * The scenario on the map: a view's, or the one that is tried while its panel is open. It stays when the user goes
   * on to the views, so that a view saves what the map showed.
   */
  const shown = computed(() => {
    const isOpen = page.panel.value === 'scenarios' || page.keepsScenario.value;
    const isTrying = isOpen && !presentation.isPresenting.value;
    return isTrying ? scenarios.tried.value : scenarios.saved.value;
  });
  return {
    ...{ plan, map, selection, page, url, audit, workspace, filter, shore, conflicts, comparison },
    layerStyles,
    checks: createCheckModel(plan.layers),
    minutes: createMinutesModel(),
    ownData: createOwnDataModel(),
    origins: createOriginModel(),
    scenarios: { ...scenarios, shown },
    views: { ...views, ...openedView },
    presentation: { ...presentation, isDetour },
  };
}
