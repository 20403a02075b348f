import { effect } from '@preact/signals';
import type { Bilingual } from '../domain/bilingual.ts';
import { loadDeferredTexts } from '../ui/i18n.tsx';
import { senselessParts } from './address/address-faults.ts';
import { parseUrlState, type ViewState } from './address/url-state.ts';
import type { Dispose } from './lifecycle/disposer.ts';
import type { Model } from './state/model.ts';

type CheckedModel = Pick<Model, 'plan' | 'views' | 'filter' | 'page'>;

/** An address as it was before the app wrote its own. */
export type GivenAddress = { readonly search: string; readonly hash: string };

/**
 * Tells once what a link names and cannot be shown: values that make no sense, and ids that no data know any longer.
 * Waits until the data are there; what is gone leaves the filter, and with it the address.
 */
export function checkLink(
  model: CheckedModel,
  given: GivenAddress,
  present: (number: number) => void,
): Dispose {
  const asked = parseUrlState(given);
  let isDone = false;
  // `present=1` beside `view=8` starts a presentation at that view, once it is open.
  let startsAt = new URLSearchParams(given.search).get('present') === '1' ? asked.view : undefined;
  return effect(() => {
    const opened = model.views.opened.value?.view.number;
    if (startsAt !== undefined && opened === startsAt) {
      startsAt = undefined;
      queueMicrotask(() => present(opened));
    }
    if (isDone || !isKnown(model, asked)) return;
    isDone = true;
    const gone = goneParts(model, asked);
    const parts = [...senselessParts(given), ...gone.map(({ name, id }) => `${name}=${id}`)];
    const of = (name: string): readonly string[] =>
      gone.flatMap((part) => (part.name === name ? [part.id] : []));
    // After this effect: what it changes, it also reads.
    queueMicrotask(() => dropFromFilter(model, { layers: of('in'), zones: of('within') }));
    if (parts.length > 0) void tell(model, parts);
  });
}

/** Whether all is loaded that decides what there is. */
function isKnown(model: CheckedModel, asked: ViewState): boolean {
  const layers = model.plan.layers.value;
  if (model.plan.catalogue.value.kind === 'loading' || !model.plan.isComplete.value) return false;
  const needsAll = asked.select !== undefined || asked.filter !== undefined;
  if (needsAll && layers.some(({ state }) => state.kind === 'loading')) return false;
  const needsZones = asked.zone !== undefined || asked.filter?.zones !== undefined;
  const zones = layers.filter(({ layer }) => layer.role === 'zones');
  if (needsZones && zones.some(({ state }) => state.kind === 'loading')) return false;
  const deck = model.views.embeddedState.value.kind;
  return viewsIn(asked).length === 0 || deck === 'ready' || deck === 'failed';
}

type GonePart = { readonly name: string; readonly id: string };

/** Ids of an address that the loaded data do not know. Where a layer has failed, nothing is said of its features. */
function goneParts(model: CheckedModel, asked: ViewState): readonly GonePart[] {
  const layers = model.plan.layers.peek();
  if (layers.length === 0) return [];
  const layerIds = new Set(
    layers.filter(({ layer }) => layer.role !== 'base').map(({ layer }) => layer.id),
  );
  const zoneIds = new Set(model.plan.zones.peek().map(({ id }) => id));
  const featureIds = new Set([
    ...[...model.plan.projects.peek(), ...model.plan.segments.peek()].map(({ id }) => id),
    ...zoneIds,
  ]);
  const hasFailed = (role?: string): boolean =>
    layers.some(
      ({ layer, state }) => state.kind === 'failed' && (role === undefined || layer.role === role),
    );
  const missing = (
    name: string,
    ids: readonly (string | undefined)[] | undefined,
    known: ReadonlySet<string>,
  ): readonly GonePart[] =>
    (ids ?? []).flatMap((id) => (id === undefined || known.has(id) ? [] : [{ name, id }]));
  return [
    ...missing('layers', asked.layers, layerIds),
    ...missing('in', asked.filter?.layers, layerIds),
    ...(hasFailed() ? [] : missing('select', [asked.select], featureIds)),
    ...(hasFailed('zones') ? [] : missing('zone', [asked.zone], zoneIds)),
    ...(hasFailed('zones') ? [] : missing('within', asked.filter?.zones, zoneIds)),
    ...viewsIn(asked)
      .filter(({ number }) => !model.views.isShipped(number))
      .map(({ name, number }) => ({ name, id: name === 'view' ? `${number}` : `view-${number}` })),
  ];
}

/** The saved views that an address names. */
function viewsIn({
  view,
  viewKey,
  compared,
}: ViewState): readonly { readonly name: string; readonly number: number }[] {
  return [
    // A link with the mark of a user's view also says what that shows.
    ...(view === undefined || viewKey !== undefined ? [] : [{ name: 'view', number: view }]),
    ...(compared ?? []).flatMap((side) =>
      side.kind === 'view' ? [{ name: 'compare', number: side.number }] : [],
    ),
  ];
}

function dropFromFilter(
  { filter }: CheckedModel,
  gone: { readonly layers: readonly string[]; readonly zones: readonly string[] },
): void {
  if (gone.layers.length === 0 && gone.zones.length === 0) return;
  const { layers, zones } = filter.current.peek();
  filter.change({
    layers: layers?.filter((id) => !gone.layers.includes(id)),
    zones: zones?.filter((id) => !gone.zones.includes(id)),
  });
}

/** What would be right, where a value does not say it. */
const RIGHT: Readonly<Record<string, Bilingual>> = {
  target: { zh: '应为 0 至 1 的比值，如 0.35', en: 'a share from 0 to 1, such as 0.35' },
  near: { zh: '应为米数，0 至 100000', en: 'metres, 0 to 100000' },
  setback: { zh: '应为整数米，30 至 2000', en: 'whole metres, 30 to 2000' },
  detail: { zh: '应为米数，0 至 1000', en: 'metres, 0 to 1000' },
  view: {
    zh: '仅凭编号只能指向规划自带的视图；自建视图人各不同',
    en: 'a number alone names views of the plan; those that people made differ from one to another',
  },
};

async function tell({ page }: CheckedModel, parts: readonly string[]): Promise<void> {
  const language = page.language.peek();
  await loadDeferredTexts(language);
  const [open, close, comma] = language === 'zh' ? ['（', '）', '、'] : [' (', ')', ', '];
  const listed = parts.map((part) => {
    const name = part.startsWith('compare=view') ? 'view' : part.slice(0, part.indexOf('='));
    const right = Object.hasOwn(RIGHT, name) ? RIGHT[name] : undefined;
    return right === undefined ? part : `${part}${open}${right[language]}${close}`;
  });
  page.showMessage({ kind: 'failure', key: 'linkFaults', values: { parts: listed.join(comma) } });
}
