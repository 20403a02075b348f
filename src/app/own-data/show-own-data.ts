import { effect, untracked } from '@preact/signals';
import { type ReadAs, type ReadDataset, readDataset } from '../../data/loading/read-dataset.ts';
import type { CatalogueLayer } from '../../domain/dataset.ts';
import type { DatasetState, LayerState } from '../../domain/layer-state.ts';
import type { LoadError } from '../../domain/load-error.ts';
import type { OwnDataset } from '../../domain/own-data/own-dataset.ts';
import { OWN_GROUP, ownLayer } from '../../domain/own-data/own-layer.ts';
import { type Result, reasonOf } from '../../domain/result.ts';
import { onTilesFailed } from '../../map/large/tile-client.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';

/** A dataset as read; kept for undo, which may bring it back at any time. */
type Shown = { readonly dataset: OwnDataset; readonly layer: CatalogueLayer; state: DatasetState };

/**
 * Reads the user's datasets as the plan's own files are read, and shows them as layers. A dataset that was read
 * before is shown at once, whichever way undo and redo go.
 */
export function showOwnData(model: Pick<Model, 'workspace' | 'plan' | 'audit' | 'page'>): Dispose {
  const disposer = createDisposer();
  const known = new Map<string, Shown>();
  const deliver = (): void => {
    const layers = model.workspace.datasets.peek().flatMap((dataset): readonly LayerState[] => {
      const shown = known.get(keyOf(dataset));
      return shown === undefined ? [] : [{ layer: shown.layer, state: shown.state }];
    });
    for (const { layer, state } of layers)
      if (state.kind === 'ready' && state.source !== undefined)
        model.audit.addSource(layer.id, state.source);
    model.plan.showOwnLayers(layers, OWN_GROUP);
  };
  const read = async (shown: Shown): Promise<void> => {
    const { dataset, layer } = shown;
    const file = layer.source.url;
    const result = await readText(
      dataset.text,
      {
        file,
        dataset: dataset.id,
        role: layer.role,
        lastArticle: model.plan.lastArticle.peek(),
      },
      disposer.signal,
    );
    shown.state = result.ok
      ? {
          kind: 'ready',
          ...result.value,
          isLarge: dataset.text.length > LARGE,
          source: { file, text: dataset.text },
        }
      : { kind: 'failed', error: result.error };
    if (!disposer.signal.aborted) deliver();
  };
  disposer.add(
    onTilesFailed((cause) => {
      console.error('large data are not drawn:', cause);
      model.page.showMessage({ kind: 'failure', key: 'largeDataNotDrawn' });
    }),
    effect(() => {
      for (const dataset of model.workspace.datasets.value) {
        if (known.has(keyOf(dataset))) continue;
        const shown: Shown = { dataset, layer: ownLayer(dataset), state: { kind: 'loading' } };
        known.set(keyOf(dataset), shown);
        forgetOldest(known, model.workspace.datasets.peek());
        read(shown).catch((cause: unknown) => {
          if (disposer.signal.aborted) return;
          console.error('own data not read:', cause);
          shown.state = { kind: 'failed', error: notRead(shown.layer.source.url, cause) };
          deliver();
        });
      }
      untracked(deliver);
    }),
  );
  return disposer.dispose;
}

/** How many states are kept besides those that are shown: an hour of editing makes hundreds. */
const MOST_KEPT = 30;

/** Forgets the states read first, but none that is shown; undo reads them again. */
function forgetOldest(known: Map<string, Shown>, present: readonly OwnDataset[]): void {
  const shown = new Set(present.map(keyOf));
  for (const key of known.keys()) {
    if (known.size <= MOST_KEPT + shown.size) return;
    if (!shown.has(key)) known.delete(key);
  }
}

/** From this length on, some 10 000 vertices, the map takes a text's features in portions. */
const LARGE = 400_000;

/** Up to this length a text is read in the page: a worker takes longer to start. */
const SHORT = 200_000;

/** Reads a long text in a worker, so that the page stays alive. */
async function readText(
  text: string,
  as: ReadAs,
  signal: AbortSignal,
): Promise<Result<ReadDataset, LoadError>> {
  if (text.length <= SHORT) return readDataset(text, as);
  try {
    const { readInWorker } = await import('../workers/read-client.ts');
    return await readInWorker(text, as, signal);
  } catch (cause) {
    signal.throwIfAborted();
    console.warn('own data are read in the page, for the worker failed:', cause);
    return readDataset(text, as);
  }
}

function notRead(file: string, cause: unknown): LoadError {
  const reason = reasonOf(cause);
  return {
    ...{ kind: 'structure', file, cause },
    message: { zh: `自有数据读不出来（${reason}）。`, en: `your data cannot be read (${reason}).` },
    cure: {
      zh: '先保存成果文件，再重新载入页面；数据很大时，关闭其他页面以腾出内存。',
      en: 'Save your work to a file and load the page again; for large data, close other pages to free memory.',
    },
  };
}

/** One text under one id, name and credit is read once. */
function keyOf({ id, sha256, name, isCounted, lineage }: OwnDataset): string {
  return JSON.stringify([id, sha256, name, isCounted, lineage.credit]);
}
