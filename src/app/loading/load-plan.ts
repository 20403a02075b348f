import { effect } from '@preact/signals';
import { parseCatalogue } from '../../data/catalogue/catalogue.ts';
import { loadText } from '../../data/loading/load.ts';
import { readDataset } from '../../data/loading/read-dataset.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { DatasetState } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import type { Result } from '../../domain/result.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import { RULE_SOURCE, type SourceFile } from '../state/audit-model.ts';
import type { Model } from '../state/model.ts';
import { fetchPlanFile } from './fetch-plan-file.ts';
import { originOf } from './file-origin.ts';
import { PLAN_FOLDER } from './plan-in-tab.ts';

/** Reads a file of the plan as text; the model learns where it came from. */
function loadPlanText(
  model: Pick<Model, 'origins'>,
  file: string,
): Promise<Result<string, LoadError>> {
  return loadText(file, {
    fetch: async (asked) => {
      const response = await fetchPlanFile(asked);
      if (response.ok) model.origins.showOrigin(file.slice(PLAN_FOLDER.length), originOf(response));
      return response;
    },
  });
}

/** Reads the catalogue into the model; the layers follow by `loadLayers`. */
export async function loadCatalogue(model: Pick<Model, 'plan' | 'origins'>): Promise<void> {
  const file = `${PLAN_FOLDER}catalogue.json`;
  const text = await loadPlanText(model, file);
  const parsed = text.ok ? await parseCatalogue(text.value, file) : text;
  model.plan.showCatalogue(
    parsed.ok
      ? { kind: 'ready', catalogue: parsed.value.catalogue, issues: parsed.value.issues }
      : { kind: 'failed', error: parsed.error },
  );
}

/**
 * Reads the text of the counting rule with the rest of the plan, so that all files are of one version; it is
 * parsed with the first figures (`runAudit`).
 */
export async function loadRuleText(
  model: Pick<Model, 'audit' | 'origins'>,
): Promise<Result<SourceFile, LoadError>> {
  const file = `${PLAN_FOLDER}audit.json`;
  const text = await loadPlanText(model, file);
  if (!text.ok) return text;
  const source = { file, text: text.value };
  model.audit.addSource(RULE_SOURCE, source);
  return { ok: true, value: source };
}

/** Reads one layer. A layer that fails is hidden and says why. */
async function loadLayer(
  model: Pick<Model, 'audit' | 'origins' | 'plan'>,
  layer: CatalogueLayer,
): Promise<DatasetState> {
  const file = `${PLAN_FOLDER}${layer.source.url}`;
  const text = await loadPlanText(model, file);
  const isAudited = layer.role === 'coastline' || layer.role === 'zones';
  if (text.ok && isAudited) model.audit.addSource(layer.id, { file, text: text.value });
  const read = text.ok
    ? await readDataset(text.value, {
        file,
        dataset: layer.id,
        role: layer.role,
        lastArticle: model.plan.lastArticle.peek(),
      })
    : text;
  if (!read.ok) return { kind: 'failed', error: read.error };
  const isExported = text.ok && layer.role === 'projects';
  return {
    kind: 'ready',
    ...read.value,
    ...(isExported && { source: { file, text: text.value } }),
  };
}

/** How long a layer that has arrived waits for others, in milliseconds. */
const GATHERING = 50;

/**
 * Reads layers into the model, those that arrive close together at once: thirteen layers one by one
 * would have the page built thirteen times. Once the signal is aborted, what arrives is dropped.
 */
export function layerLoader(
  model: Pick<Model, 'plan' | 'audit' | 'origins'>,
  signal?: AbortSignal,
): (layers: readonly CatalogueLayer[]) => Promise<void> {
  const arrived = new Map<string, DatasetState>();
  let onTheWay = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
  const deliver = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (signal?.aborted === true) return;
    model.plan.showDatasets(arrived);
    arrived.clear();
  };
  const fetchOne = async (layer: CatalogueLayer): Promise<void> => {
    onTheWay += 1;
    const state = await loadLayer(model, layer);
    onTheWay -= 1;
    if (signal?.aborted === true) return;
    arrived.set(layer.id, state);
    if (onTheWay === 0) deliver();
    else timer ??= setTimeout(deliver, GATHERING);
  };
  return async (layers) => {
    await Promise.all(layers.map(fetchOne));
  };
}

/** Loads the base map first, then the visible layers; the rest when a panel or a selection needs them. */
export function startLoading(model: Model): Dispose {
  const disposer = createDisposer();
  const asked = new Set<string>();
  const load = layerLoader(model, disposer.signal);
  void loadCatalogue(model).then(() =>
    disposer.add(
      effect(() => {
        const state = model.plan.catalogue.value;
        if (state.kind !== 'ready') return;
        const wantsAll =
          model.page.panel.value === 'projects' ||
          model.page.panel.value === 'data' ||
          model.page.panel.value === 'scenarios' ||
          model.page.panel.value === 'views' ||
          model.presentation.isPresenting.value ||
          model.comparison.current.value !== undefined ||
          model.selection.id.value !== undefined ||
          model.scenarios.inquiry.value !== undefined ||
          model.filter.needsAllProjects.value;
        const wanted = state.catalogue.layers.filter(
          ({ id, role }) =>
            !asked.has(id) &&
            (role !== 'projects' || model.plan.visibleIds.value.has(id) || wantsAll),
        );
        for (const { id } of wanted) asked.add(id);
        void load(wanted);
      }),
    ),
  );
  return disposer.dispose;
}

/** Reads the deck that comes with the plan's data. */
export async function loadEmbeddedDeck(model: Pick<Model, 'views' | 'origins'>): Promise<void> {
  const file = `${PLAN_FOLDER}views/default.json`;
  model.views.showEmbeddedDeck({ kind: 'loading' });
  const text = await loadPlanText(model, file);
  const { parseDeck } = await import('../../data/views/deck-file.ts');
  const parsed = text.ok ? await parseDeck(text.value, file) : text;
  model.views.showEmbeddedDeck(
    parsed.ok ? { kind: 'ready', deck: parsed.value } : { kind: 'failed', error: parsed.error },
  );
}
