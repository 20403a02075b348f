import { effect, type Signal, signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { CoastSummary } from '../../domain/audit/audit.ts';
import { type BoundingBox, boundingBox, positionsOf } from '../../domain/geometry.ts';
import { geometriesOf } from '../../domain/layer-geometries.ts';
import { classChanges } from '../../domain/own-data/class-changes.ts';
import {
  countDataset,
  isCountedDataset,
  type OwnDataset,
} from '../../domain/own-data/own-dataset.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { AddData } from '../../ui/own-data/add-data.tsx';
import type { ImportCardActions } from '../../ui/own-data/card-types.ts';
import { ClassChangesChart } from '../../ui/own-data/class-changes-chart.tsx';
import { ImportCard } from '../../ui/own-data/import-card.tsx';
import { OwnDataList } from '../../ui/own-data/own-data-list.tsx';
import { PlanInTabNote, PlanPackageCard } from '../../ui/own-data/plan-package.tsx';
import { BEGUN_ROLES, beginDataset } from '../feature-edit/begin-dataset.ts';
import { copyableLayers, copyPlanLayer } from '../feature-edit/copy-plan-layer.ts';
import { FeatureEditContainer } from '../feature-edit/feature-edit-container.tsx';
import { PhotosContainer } from '../field-photo/photos-container.tsx';
import { planInTab } from '../loading/plan-in-tab.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import type { ImportController, ImportItem } from '../state/own-data-model.ts';
import { attempt } from '../workers/use-task.ts';
import { acceptBarrier } from './import-controller.ts';
import { openMapping, saveMapping } from './mapping-files.ts';

/**
 * The id of the dataset that is edited, by model: the panel is taken down with its tab, and editing goes on when the user
 * comes back from the figures. Not in the model, all of which is in the first load.
 */
const EDITED = new WeakMap<Model, Signal<string | undefined>>();

function editedIn(model: Model): Signal<string | undefined> {
  const known = EDITED.get(model) ?? signal<string | undefined>(undefined);
  EDITED.set(model, known);
  return known;
}

/** A coast that has just been accepted, and the figures before it. */
type Acceptance = { readonly dataset: OwnDataset; readonly before: CoastSummary | undefined };

/** Switches a new layer on as soon as it is listed: where layers have been chosen, it would stay off. */
function revealOnceThere({ plan }: Model, id: string): void {
  const stop = effect(() => {
    if (!plan.layers.value.some(({ layer }) => layer.id === id)) return;
    queueMicrotask(() => {
      stop();
      plan.revealLayer(id);
    });
  });
}

/** The user's own data: those that were accepted, and those on their way. */
export function OwnDataContainer({ controller }: { readonly controller: Controller }): JSX.Element {
  const { model } = controller;
  const { t } = useI18n();
  const acceptance = useSignal<Acceptance | undefined>(undefined);
  const editedId = editedIn(model);
  const running = model.ownData.current.value;
  const datasets = model.workspace.datasets.value;
  const accept = async (item: ImportItem): Promise<void> => {
    const before = overallOf(model);
    const dataset = await running?.accept(item.dataset.key);
    if (dataset === undefined) return;
    revealOnceThere(model, dataset.id);
    if (dataset.role === 'coastline') acceptance.value = { dataset, before };
    model.page.showMessage({ kind: 'done', key: 'importAccepted', values: { name: dataset.name } });
    controller.showBox(boundsOf(item));
  };
  const edited = datasets.find(({ id }) => id === editedId.value);
  if (edited !== undefined)
    return (
      <FeatureEditContainer
        key={edited.id}
        controller={controller}
        dataset={edited}
        onClose={() => {
          editedId.value = undefined;
        }}
      />
    );
  return (
    <>
      {planInTab() !== undefined && (
        <PlanInTabNote
          onLeave={() =>
            void import('../loading/packaged-plan.ts').then(({ leavePackagedPlan }) =>
              leavePackagedPlan(),
            )
          }
        />
      )}
      {!model.ownData.isAdding.value && (
        <button type="button" class="button button--primary" onClick={() => model.ownData.add()}>
          {t('importAdd')}
        </button>
      )}
      {model.ownData.isAdding.value && running !== undefined && (
        <Running {...{ controller, running }} onAccept={(item) => void accept(item)} />
      )}
      {acceptance.value !== undefined && (
        <AcceptedCoast
          controller={controller}
          acceptance={acceptance.value}
          onClose={() => {
            acceptance.value = undefined;
          }}
        />
      )}
      <PhotosContainer controller={controller} />
      <OwnDataList
        datasets={datasets}
        onShow={(id) => controller.showBox(boxOfDataset(controller, id))}
        onEdit={(id) => {
          editedId.value = id;
        }}
        onCount={(id, isCounted) =>
          model.workspace.changeDatasets(
            datasets.map((dataset) =>
              dataset.id === id ? countDataset(dataset, isCounted) : dataset,
            ),
          )
        }
        onRemove={(id) => {
          const name = datasets.find((dataset) => dataset.id === id)?.name ?? '';
          model.workspace.changeDatasets(datasets.filter((dataset) => dataset.id !== id));
          model.page.showMessage({ kind: 'done', key: 'ownDataRemoved', values: { name } });
        }}
      />
      <CopyPlanLayers
        model={model}
        onCopied={(id) => {
          editedId.value = id;
        }}
      />
      <BeginDataset
        model={model}
        onBegun={(id) => {
          revealOnceThere(model, id);
          editedId.value = id;
        }}
      />
    </>
  );
}

/** Offers a layer of the user's own without a file. */
function BeginDataset({
  model,
  onBegun,
}: {
  readonly model: Model;
  readonly onBegun: (id: string) => void;
}): JSX.Element {
  const { t } = useI18n();
  const begun = model.workspace.datasets.value.filter(({ lineage }) => lineage.files.length === 0);
  return (
    <div class="own-data__copies">
      {BEGUN_ROLES.map((role) => (
        <button
          key={role}
          type="button"
          class="text-button"
          onClick={() =>
            void attempt(model.page.showMessage, async () => {
              const name = t(`editBegun_${role}`, { number: begun.length + 1 });
              onBegun((await beginDataset(model, role, name)).id);
              return undefined;
            })
          }
        >
          {t(`editBegin_${role}`)}
        </button>
      ))}
      <p class="quiet">{t('editBeginHint')}</p>
    </div>
  );
}

/** Offers an edited copy of the plan's coast and zones, as long as no data of the user take their place. */
function CopyPlanLayers({
  model,
  onCopied,
}: {
  readonly model: Model;
  readonly onCopied: (id: string) => void;
}): JSX.Element | null {
  const { t, pick } = useI18n();
  const roles = new Set(
    model.workspace.datasets.value.filter(isCountedDataset).map(({ role }) => role),
  );
  const layers = copyableLayers(model.plan.layers.value, model.audit.sources.value).filter(
    ({ role }) => !roles.has(role),
  );
  if (layers.length === 0) return null;
  return (
    <div class="own-data__copies">
      {layers.map((layer) => {
        const title = pick(layer.title);
        return (
          <button
            key={layer.id}
            type="button"
            class="text-button"
            onClick={() =>
              void attempt(model.page.showMessage, async () => {
                const name = t('editCopyName', { layer: title });
                onCopied((await copyPlanLayer(model, layer, name)).id);
                return undefined;
              })
            }
          >
            {t('editCopy', { layer: title })}
          </button>
        );
      })}
      <p class="quiet">{t('editCopyHint')}</p>
    </div>
  );
}

/** The import that is under way: its files, and a card for each dataset. */
function Running({
  controller,
  running,
  onAccept,
}: {
  readonly controller: Controller;
  readonly running: ImportController;
  readonly onAccept: (item: ImportItem) => void;
}): JSX.Element {
  const { model } = controller;
  const { t } = useI18n();
  const items = running.items.value;
  const accepted = model.workspace.datasets.value;
  // The outline leaves the map with the panel.
  useEffect(() => () => model.ownData.showPreview(undefined), []);
  return (
    <AddData
      progress={running.progress.value}
      refused={running.refused.value}
      failure={running.failure.value}
      hasDatasets={items.length > 0}
      onFiles={(files) =>
        model.ownData.add(
          files.map((file) => ({ name: file.webkitRelativePath || file.name, blob: file })),
        )
      }
      onPaste={(text) =>
        model.ownData.add([{ name: `${t('importPasted')}.txt`, blob: new Blob([text]) }])
      }
      onCancel={running.cancel}
      onClose={model.ownData.close}
    >
      {running.packages.value.map(({ file, plan, project }) => (
        <PlanPackageCard
          key={file}
          title={plan.title}
          file={file}
          count={Object.keys(plan.files).length}
          work={project?.work}
          onOpen={() =>
            void attempt(model.page.showMessage, async () => {
              if (project === undefined)
                await (await import('../loading/packaged-plan.ts')).openPackagedPlan(plan);
              else
                await (await import('../persistence/project-files.ts')).openProjectWithPlan(
                  plan,
                  project,
                );
              return undefined;
            })
          }
        />
      ))}
      {items.map((item) => (
        <ImportCard
          key={item.dataset.key}
          dataset={item.dataset}
          decisions={item.decisions}
          checked={item.checked}
          state={item.state}
          failure={item.failure}
          barrier={acceptBarrier(item)}
          hasOthers={items.length > 1}
          replaceable={accepted
            .filter(({ role }) => role === item.decisions.role)
            .map(({ id, name }) => [id, name] as const)}
          actions={cardActions({ controller, running, item, onAccept })}
        />
      ))}
    </AddData>
  );
}

function cardActions({
  controller: { model, showBox },
  running,
  item,
  onAccept,
}: {
  readonly controller: Controller;
  readonly running: ImportController;
  readonly item: ImportItem;
  readonly onAccept: (item: ImportItem) => void;
}): ImportCardActions {
  const { key } = item.dataset;
  return {
    decide: (change) => running.decide(key, change),
    preview: (reading) => running.preview(key, reading),
    goTo: showBox,
    applyToAll: () => running.applyToAll(key),
    saveMapping: () => saveMapping(model, item),
    openMapping: (file) =>
      void openMapping(model, file).then((mapping) => {
        if (mapping !== undefined)
          running.decide(key, { mapping: { ...item.dataset.mapping, ...mapping } });
      }),
    accept: () => onAccept(item),
    dismiss: () => running.dismiss(key),
  };
}

/** What the accepted coast did to the ratio, once it has been measured. */
function AcceptedCoast({
  controller: { model },
  acceptance: { dataset, before },
  onClose,
}: {
  readonly controller: Controller;
  readonly acceptance: Acceptance;
  readonly onClose: () => void;
}): JSX.Element | null {
  const { t } = useI18n();
  const after = overallOf(model);
  const isThere = model.workspace.datasets.value.some(({ id }) => id === dataset.id);
  if (!isThere || before === undefined) return null;
  if (after === undefined || after === before)
    return (
      <p class="quiet" role="status">
        {t('importChecking')}
      </p>
    );
  return (
    <ClassChangesChart
      name={dataset.name}
      before={before.ratio}
      after={after.ratio}
      changes={classChanges(before, after)}
      theme={model.page.theme.value}
      onUndo={() => {
        model.workspace.undo();
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** The box of an accepted dataset; undefined while it is being read, and without any place. */
function boxOfDataset({ model }: Controller, id: string): BoundingBox | undefined {
  const state = model.plan.layers.peek().find(({ layer }) => layer.id === id)?.state;
  if (state?.kind !== 'ready') return undefined;
  const geometries = geometriesOf(state.content);
  return boundingBox(geometries.flatMap((geometry) => [...positionsOf(geometry)]));
}

/** The figures of the whole coast; undefined until it has been measured. */
function overallOf({ audit }: Controller['model']): CoastSummary | undefined {
  const state = audit.state.value;
  return state.kind === 'ready' ? state.answer.audit.overall : undefined;
}

function boundsOf({ dataset }: ImportItem): Parameters<Controller['showBox']>[0] {
  const [west, south, east, north] = dataset.report.bounds ?? [];
  return west === undefined || south === undefined || east === undefined || north === undefined
    ? undefined
    : [west, south, east, north];
}
