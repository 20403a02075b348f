import { signal } from '@preact/signals';
import type { Bilingual } from '../../domain/bilingual.ts';
import { linesOf } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';
import type {
  CrsOutline,
  ImportProgress,
  SessionDataset,
} from '../../domain/own-data/dataset-card.ts';
import { freshDatasetId } from '../../domain/own-data/fresh-dataset-id.ts';
import {
  countDataset,
  isShiftedCode,
  type OwnDataset,
  type SurveyStatement,
} from '../../domain/own-data/own-dataset.ts';
import { reasonOf } from '../../domain/result.ts';
import type { UnreadFile } from '../../ui/own-data/add-data.tsx';
import type { CardDecisions } from '../../ui/own-data/card-types.ts';
import { createDisposer } from '../lifecycle/disposer.ts';
import { latestOnly } from '../lifecycle/latest-only.ts';
import type { Model } from '../state/model.ts';
import type { ImportController, ImportItem } from '../state/own-data-model.ts';
import { ImportClient } from '../workers/import-client.ts';
import { type GivenPackage, takePlanPackages } from './plan-packages.ts';
import { previewFeatures } from './preview-features.ts';
import { takeProjects } from './project-packages.ts';
import { knownMapping, rememberMapping } from './remember-mapping.ts';
import { openWorkFiles } from './work-files.ts';

/** Starts an import into the plan of a model. The worker starts with the first files. */
export function createImport(model: Model): ImportController {
  const disposer = createDisposer();
  const refused = signal<readonly UnreadFile[]>([]);
  const packages = signal<readonly GivenPackage[]>([]);
  const progress = signal<ImportProgress | undefined>(undefined);
  const failure = signal<string | undefined>(undefined);
  let client: ImportClient | undefined;
  disposer.add(
    () => client?.destroy(),
    () => model.ownData.showPreview(undefined),
  );
  /** Nothing but ending the worker stops a reader: what was read before goes with it. */
  const drop = (): void => {
    client?.destroy();
    client = undefined;
    progress.value = undefined;
    list.clear();
    model.ownData.showPreview(undefined);
  };
  const started = (): ImportClient => {
    const plan = { frame: model.plan.frame.peek().extent, coast: coastOf(model) };
    client ??= new ImportClient(plan, (reason) => {
      drop();
      failure.value = reason;
    });
    return client;
  };
  const list = createItems(started);
  const open: ImportController['open'] = async (given) => {
    const projects = await takeProjects(model, await openWorkFiles(model, given));
    const sorted = await takePlanPackages(projects.others);
    packages.value = [...packages.peek(), ...projects.packages, ...sorted.packages];
    refused.value = [...refused.peek(), ...sorted.refused];
    const files = sorted.others;
    if (files.length === 0) return;
    progress.value = { share: 0 };
    failure.value = undefined;
    const asked = started();
    try {
      const outlines: CrsOutline[] = [];
      const opened = await asked.open(files, {
        onProgress: (done) => {
          if (asked === client) progress.value = done;
        },
        // A picture long before everything is measured; a card shows its own later.
        onOutline: (outline) => {
          if (asked !== client) return;
          outlines.push(outline);
          model.ownData.showPreview(previewFeatures(outlines, outline));
        },
      });
      if (asked !== client) return;
      refused.value = [...refused.peek(), ...opened.refused];
      for (const dataset of opened.datasets) list.take(dataset);
    } catch (cause) {
      if (asked === client && !disposer.signal.aborted) failure.value = reasonOf(cause);
    } finally {
      if (asked === client) progress.value = undefined;
    }
  };
  return {
    ...{ items: list.items, refused, packages, progress, failure, open },
    decide: list.decide,
    preview: (key, reading) => {
      const readings = list.itemOf(key)?.dataset.readings ?? [];
      model.ownData.showPreview(
        readings.length === 0 ? undefined : previewFeatures(readings, reading),
      );
    },
    cancel: drop,
    applyToAll: (key) => {
      const { crs, isSwapped } = list.itemOf(key)?.decisions ?? {};
      if (crs === undefined) return;
      for (const { dataset } of list.items.peek())
        if (dataset.key !== key)
          list.decide(dataset.key, { crs, ...(isSwapped !== undefined && { isSwapped }) });
    },
    accept: async (key) => {
      const item = list.itemOf(key);
      if (item === undefined) return undefined;
      list.change(key, { state: 'accepting' });
      try {
        const dataset = await acceptItem(model, started(), item);
        list.remove(key);
        model.ownData.showPreview(undefined);
        return dataset;
      } catch (cause) {
        list.change(key, { state: 'idle', failure: reasonOf(cause) });
        return undefined;
      }
    },
    dismiss: (key) => {
      list.remove(key);
      model.ownData.showPreview(undefined);
    },
    destroy: disposer.dispose,
  };
}

/** The datasets of an import and what has been decided of each; only the newest decision of each counts. */
function createItems(started: () => ImportClient) {
  const items = signal<readonly ImportItem[]>([]);
  const turns = new Map<string, ReturnType<typeof latestOnly>>();
  const itemOf = (key: string): ImportItem | undefined =>
    items.peek().find(({ dataset }) => dataset.key === key);
  const replace = (key: string, next: (item: ImportItem) => ImportItem): void => {
    items.value = items.peek().map((item) => (item.dataset.key === key ? next(item) : item));
  };
  const change = (key: string, next: Partial<ImportItem>): void =>
    replace(key, ({ failure: _, ...kept }) => ({ ...kept, ...next }));
  const fail = (key: string, cause: unknown): void =>
    change(key, { state: 'idle', failure: reasonOf(cause) });
  const check = (key: string): void => {
    const [item, turn] = [itemOf(key), turns.get(key)];
    if (item === undefined || turn === undefined || !item.dataset.isDecided) return;
    change(key, { state: 'checking' });
    turn.run(() => started().check(key, planOptions(key, item.decisions)), {
      onDone: (checked) => change(key, { checked, state: 'idle' }),
      onFailure: (cause) => fail(key, cause),
    });
  };
  const decide: ImportController['decide'] = (key, changed) => {
    const [item, turn] = [itemOf(key), turns.get(key)];
    if (item === undefined || turn === undefined) return;
    const decisions = { ...item.decisions, ...changed };
    if (changed.mapping !== undefined) rememberMapping(item.dataset, changed.mapping);
    if (!NEEDS_WORKER.some((name) => name in changed)) {
      change(key, { decisions });
      if ('confidence' in changed) check(key);
      return;
    }
    change(key, { decisions, state: 'deciding' });
    turn.run(() => started().choose(key, choicesOf(decisions)), {
      onDone: (dataset) => {
        replace(key, ({ checked: _, failure: __, ...kept }) => ({
          ...kept,
          dataset,
          state: 'idle',
        }));
        check(key);
      },
      onFailure: (cause) => fail(key, cause),
    });
  };
  const take = (dataset: SessionDataset): void => {
    turns.set(dataset.key, latestOnly());
    const role = dataset.report.role.proposed;
    const decisions: CardDecisions = {
      ...{ role, repairs: [], name: dataset.report.name, statement: {}, credit: {} },
      insistsOnShifted: false,
    };
    items.value = [...items.peek(), { dataset, decisions, state: 'idle' }];
    const mapping = knownMapping(dataset);
    if (mapping === undefined) check(dataset.key);
    else decide(dataset.key, { mapping });
  };
  const remove = (key: string): void => {
    turns.get(key)?.cancel();
    items.value = items.peek().filter(({ dataset }) => dataset.key !== key);
  };
  const clear = (): void => {
    for (const { dataset } of items.peek()) remove(dataset.key);
  };
  return { items, itemOf, change, decide, take, remove, clear };
}

/** Takes a dataset into the plan, beside the others or in place of an earlier one. */
async function acceptItem(
  { workspace }: Pick<Model, 'workspace'>,
  client: ImportClient,
  { dataset: { key }, decisions }: ImportItem,
): Promise<OwnDataset> {
  const { replaces } = decisions;
  const id = replaces ?? freshDatasetId(workspace.datasets.peek());
  const accepted = await client.accept(key, {
    ...planOptions(id, decisions),
    name: decisions.name,
    acceptedAt: new Date().toISOString(),
  });
  const credit = statedCredit(decisions.credit);
  const lineage = { ...accepted.lineage, ...(credit !== undefined && { credit }) };
  const others = workspace.datasets.peek();
  const replaced = others.find((other) => other.id === replaces);
  const dataset = countDataset({ ...accepted, id, lineage }, replaced?.isCounted !== false);
  workspace.changeDatasets(
    replaces === undefined
      ? [...others, dataset]
      : others.map((other) => (other.id === replaces ? dataset : other)),
  );
  return dataset;
}

/** Decisions that change how a dataset is read. */
const NEEDS_WORKER = [
  'crs',
  'isSwapped',
  'encoding',
  'role',
  'mapping',
  'repairs',
  'snapM',
] as const;

function choicesOf({
  crs,
  isSwapped,
  encoding,
  role,
  mapping,
  repairs,
  snapM,
}: CardDecisions): Parameters<ImportClient['choose']>[1] {
  return {
    ...{ role, repairs },
    ...(crs !== undefined && { crs }),
    ...(isSwapped !== undefined && { isSwapped }),
    ...(encoding !== undefined && { encoding }),
    ...(mapping !== undefined && { mapping }),
    ...(snapM !== undefined && { snapM }),
  };
}

function planOptions(
  id: string,
  { role, confidence, accuracyM, statement }: CardDecisions,
): Parameters<ImportClient['check']>[1] {
  const stated = completeStatement(statement);
  return {
    ...{ id, role },
    ...(confidence !== undefined && { confidence }),
    ...(accuracyM !== undefined && { accuracyM }),
    ...(stated !== undefined && role === 'coastline' && { statement: stated }),
  };
}

/** A statement counts only when all of it is given. */
function completeStatement({
  survey = '',
  date = '',
  unit = '',
  waterLevel = '',
}: Partial<SurveyStatement>): SurveyStatement | undefined {
  const stated = {
    survey: survey.trim(),
    date: date.trim(),
    unit: unit.trim(),
    waterLevel: waterLevel.trim(),
  };
  return Object.values(stated).includes('') ? undefined : stated;
}

/** A credit in both languages: what is given in one alone stands for the other too. */
export function statedCredit(given: Partial<Bilingual>): Bilingual | undefined {
  const [zh, en] = [given.zh?.trim() ?? '', given.en?.trim() ?? ''];
  return zh === '' && en === '' ? undefined : { zh: zh || en, en: en || zh };
}

/** Why a dataset cannot be accepted yet; undefined when it can. */
export function acceptBarrier({
  dataset,
  decisions,
  checked,
}: ImportItem): 'crs' | 'shifted' | 'nothing' | undefined {
  if (!dataset.isDecided) return 'crs';
  const counts = decisions.role === 'coastline' || decisions.role === 'zones';
  if (counts && isShiftedCode(dataset.report.crs.code) && !decisions.insistsOnShifted)
    return 'shifted';
  return checked?.kept === 0 ? 'nothing' : undefined;
}

function coastOf({ plan }: Pick<Model, 'plan'>): readonly (readonly Position[])[] {
  return plan.loadedSegments.peek().flatMap(({ geometry }) => linesOf(geometry));
}
