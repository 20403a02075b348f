import type { ExportAbout, ExportSource } from '../../data/projects/exported-project.ts';
import { judgedStretches, provenanceNotes } from '../../domain/audit/provenance.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import type { Project } from '../../domain/project.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { mapNotice } from '../../ui/map-notice.ts';
import { filterInWords } from '../../ui/projects/filter-text.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Model } from '../state/model.ts';

/** The texts of both languages, and the time and the address of the export. */
export type ExportOccasion = Pick<ExportAbout, 'exportedAt' | 'query'> & {
  readonly words: Readonly<Record<Language, I18n>>;
};

/** Returns the accompanying information on projects in both languages: sources, notices, filter. */
export async function exportAbout(
  model: Pick<Model, 'filter' | 'plan' | 'audit'>,
  projects: readonly Project[],
  { words: { zh, en }, exportedAt, query }: ExportOccasion,
): Promise<ExportAbout> {
  const inBoth = (say: (words: I18n) => string): Bilingual => ({ zh: say(zh), en: say(en) });
  const layers = model.plan.layers.peek();
  const { coastStatus } = model.plan.standing.peek();
  const hasNotice = coastStatus.kind !== 'surveyed';
  return {
    title: inBoth(({ pick, t }) => pick(model.plan.title.peek()) || t('appName')),
    notices: [
      ...(hasNotice ? [inBoth((words) => coastNoticeText(coastStatus, words) ?? '')] : []),
      inBoth((words) => mapNotice(model.plan.standing.peek(), words)),
      ...layers.filter(isBehind(projects)).flatMap(setAsideNotice),
      ...changeNotices(model),
    ],
    filter: inBoth((words) => filterText(model, words)),
    query,
    count: projects.length,
    all: model.plan.projects.peek().length,
    sources: await Promise.all(
      layers.filter(isBehind(projects)).map((layer) => exportedSource(layer, model)),
    ),
    missingLayers: layers
      .filter(({ layer, state }) => layer.role === 'projects' && state.kind === 'failed')
      .map(({ layer }) => layer.id),
    exportedAt,
  };
}

/** The filter in words; has its own text when no filter is set. */
export function filterText(model: Pick<Model, 'filter' | 'plan'>, words: I18n): string {
  const layers = model.plan.layers.peek().map(({ layer }) => layer);
  const things = { layers, zones: model.plan.zones.peek() };
  return filterInWords(model.filter.current.peek(), things, words) ?? words.t('filterNone');
}

/** Says how many features of a layer are in no figure and no row; nothing when all could be read. */
export function setAsideNotice({ layer: { title }, state }: LayerState): readonly Bilingual[] {
  if (state.kind !== 'ready' || state.read === state.kept) return [];
  const count = state.read - state.kept;
  return [
    {
      zh: `${title.zh}：共 ${state.read} 个要素，搁置 ${count} 个，不在本文件之内。`,
      en: `${title.en}: ${count} of ${state.read} features were set aside and are not in this file.`,
    },
  ];
}

/** Names the stretches whose class was changed: distances and conflicts follow the coast as edited. */
export function changeNotices({ plan }: Pick<Model, 'plan'>): readonly Bilingual[] {
  const judged = judgedStretches(plan.loadedSegments.peek(), plan.segments.peek());
  return provenanceNotes({ read: [], made: [], settings: [], assumed: [], reasons: [], judged });
}

/** True for the layers of the projects, and for the coast and zones to which distances were measured. */
function isBehind(projects: readonly Project[]): (state: LayerState) => boolean {
  const ids = new Set(projects.map(({ layer }) => layer));
  return ({ layer: { id, role } }) =>
    role === 'projects' ? ids.has(id) : role === 'coastline' || role === 'zones';
}

/** The source of a layer, with the version of its file. */
export async function exportedSource(
  { layer, state }: LayerState,
  model: Pick<Model, 'audit'>,
): Promise<ExportSource> {
  const { attribution, licence, source, date } = layer.metadata;
  const read = state.kind === 'ready' ? state.source : undefined;
  const { file = layer.source.url, text } = read ?? model.audit.sources.peek().get(layer.id) ?? {};
  return {
    layer: layer.id,
    title: layer.title,
    ...{ attribution, licence, source, date, file },
    ...(text !== undefined && { sha256: await sha256(text) }),
  };
}
