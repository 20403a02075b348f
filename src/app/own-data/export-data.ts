import {
  type ClassCodes,
  type CodeListFault,
  parseClassCodes,
} from '../../data/export/class-codes.ts';
import type { PlanToExport, ShownLayer } from '../../data/export/plan-tables.ts';
import type { DataAbout } from '../../data/export/written-files.ts';
import type { Bilingual, Language } from '../../domain/bilingual.ts';
import { COASTLINE_USES, CONFIDENCES, PROTECTION_GRADES, REALMS } from '../../domain/coastline.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import type { ExportedPart } from '../../domain/own-data/data-export.ts';
import { PROJECT_STATUSES } from '../../domain/project.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { SITE_PURPOSES } from '../../domain/scenarios/scenario.ts';
import { GRADE_SYMBOLS } from '../../domain/symbology.ts';
import { coastNoticeText } from '../../ui/controls/coast-notice-text.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { mapNotice } from '../../ui/map-notice.ts';
import type { DataQuestion } from '../../ui/own-data/export-data.tsx';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import {
  changeNotices,
  exportedSource,
  filterText,
  setAsideNotice,
} from '../projects/export-about.ts';
import type { Model } from '../state/model.ts';
import { writeData } from '../workers/export-client.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import type { Done } from '../workers/use-task.ts';

type Words = Readonly<Record<Language, I18n>>;

/**
 * Saves parts of the plan and of the user's work as an archive, and returns the message about it; or why the list of
 * codes was refused.
 * @throws the signal's reason when the watch stops it; Error when it cannot be written.
 */
export async function exportData(
  model: Model,
  question: DataQuestion,
  {
    words,
    watch,
  }: { readonly words: Words; readonly watch: TaskOptions & { readonly signal: AbortSignal } },
): Promise<Result<Done, CodeListFault>> {
  const plan = planOf(model, question);
  const codes = codesOf(question, plan, words.zh);
  if (!codes.ok) return failed(codes.error);
  const now = new Date();
  const { format, crs, encoding } = question;
  const { bytes, cutTexts } = await writeData(
    {
      plan,
      codes: codes.value,
      choice: { format, crs, encoding },
      about: await dataAbout(model, question, { words, exportedAt: now.toISOString() }),
    },
    watch,
  );
  watch.signal.throwIfAborted();
  const file = `coastplan-data-${today(now)}.zip`;
  saveFile(file, bytes, 'application/zip');
  return ok(
    cutTexts === 0
      ? { key: 'saved', values: { file } }
      : { key: 'exportDataCut', values: { file, count: cutTexts } },
  );
}

function planOf(
  { plan, workspace, filter }: Model,
  { parts, isFiltered }: DataQuestion,
): PlanToExport {
  const wants = (part: ExportedPart): boolean => parts.includes(part);
  const coastline = plan.segments.peek();
  return {
    ...(wants('coastline') && { coastline }),
    ...(wants('reclassified') && {
      reclassified: {
        before: plan.loadedSegments.peek(),
        after: coastline,
        log: workspace.log.peek(),
      },
    }),
    ...(wants('zones') && { zones: plan.zones.peek() }),
    ...(wants('projects') && {
      projects: isFiltered ? filter.matchingProjects.peek() : plan.projects.peek(),
    }),
    ...(wants('scenarios') && { scenarios: workspace.scenarios.peek() }),
    ...(wants('shown') && { shown: shownLayers(plan.layers.peek()) }),
  };
}

/** The layers that are only shown and have been read, with their features. */
function shownLayers(layers: readonly LayerState[]): readonly ShownLayer[] {
  return layers.flatMap(({ layer: { title }, state }) =>
    state.kind === 'ready' && state.content.role === 'shown'
      ? [{ title, features: state.content.features }]
      : [],
  );
}

function codesOf(
  { classes, codeList }: DataQuestion,
  { coastline, reclassified }: PlanToExport,
  zh: I18n,
): Result<ClassCodes, CodeListFault> {
  switch (classes) {
    case 'own':
      return ok({ kind: 'own' });
    case 'chinese':
      return ok({ kind: 'chinese', words: chineseWords(zh) });
    case 'list': {
      const segments = [
        ...(coastline ?? []),
        ...(reclassified?.before ?? []),
        ...(reclassified?.after ?? []),
      ];
      return parseClassCodes(codeList, new Set(segments.flatMap((segment) => segment.class ?? [])));
    }
  }
}

/** The words of all coded values but classes, by field and value. */
function chineseWords({ t, pick }: I18n): ReadonlyMap<string, string> {
  const keys = [
    ...COASTLINE_USES.map((value) => `use_${value}` as const),
    ...REALMS.map((value) => `realm_${value}` as const),
    ...CONFIDENCES.map((value) => `confidence_${value}` as const),
    ...PROJECT_STATUSES.map((value) => `status_${value}` as const),
    ...SITE_PURPOSES.map((value) => `purpose_${value}` as const),
  ];
  return new Map([
    ...keys.map((key) => [key, t(key)] as const),
    ...PROTECTION_GRADES.map(
      (value) => [`grade_${value}`, pick(GRADE_SYMBOLS[value].label)] as const,
    ),
  ]);
}

async function dataAbout(
  model: Model,
  { parts, isFiltered }: DataQuestion,
  { words: { zh, en }, exportedAt }: { readonly words: Words; readonly exportedAt: string },
): Promise<DataAbout> {
  const inBoth = (say: (words: I18n) => string): Bilingual => ({ zh: say(zh), en: say(en) });
  const behind = model.plan.layers.peek().filter(isBehind(parts));
  const hasCoast = parts.includes('coastline') || parts.includes('reclassified');
  const status = model.plan.coastStatus.peek();
  return {
    title: inBoth(({ pick, t }) => pick(model.plan.title.peek()) || t('appName')),
    notices: [
      ...(hasCoast
        ? [inBoth((own) => coastNoticeText(status, own) ?? own.t('exportDataSurveyed'))]
        : []),
      inBoth((own) => mapNotice(model.plan.standing.peek(), own)),
      ...behind.flatMap(setAsideNotice),
      ...(hasCoast ? changeNotices(model) : []),
      ...(parts.includes('projects') && isFiltered
        ? [inBoth((own) => own.t('exportDataFiltered', { filter: filterText(model, own) }))]
        : []),
    ],
    sources: await Promise.all(behind.map((layer) => exportedSource(layer, model))),
    exportedAt,
  };
}

/** True for the layers from which parts come. */
function isBehind(parts: readonly ExportedPart[]): (state: LayerState) => boolean {
  return ({ layer: { role } }) => {
    switch (role) {
      case 'coastline':
        return parts.includes('coastline') || parts.includes('reclassified');
      case 'zones':
      case 'projects':
        return parts.includes(role);
      case 'shown':
        return parts.includes(role);
      case 'base':
        return false;
    }
  };
}
