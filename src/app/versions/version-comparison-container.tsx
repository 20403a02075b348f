import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { csvText } from '../../data/csv-text.ts';
import { reasonOf } from '../../domain/result.ts';
import type { VersionChange } from '../../domain/versions/version-change.ts';
import type { VersionFigures } from '../../domain/views/named-version.ts';
import type { WorkState } from '../../domain/views/work-state.ts';
import { formatMoment } from '../../ui/format-date.ts';
import { useI18n } from '../../ui/i18n.tsx';
import {
  type ComparisonState,
  VersionComparison,
  type VersionSide,
} from '../../ui/versions/version-comparison.tsx';
import { latestOnly } from '../lifecycle/latest-only.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import type { Controller } from '../state/controller.ts';
import { compareStates } from '../workers/export-client.ts';
import { stateOf, versionFigures } from './name-version.ts';

/** The id of the present state among those that are compared; no version has it. */
const NOW = 'now';

/** The ids of two versions; without a second one, the present state is compared. */
export type ComparedVersions = { readonly before: string; readonly after?: string };

/** Compares a version with the present state, or any two, apart from the page. */
export function VersionComparisonContainer({
  controller,
  first,
  onClose,
}: {
  readonly controller: Controller;
  /** What the comparison begins with. */
  readonly first: ComparedVersions;
  readonly onClose: () => void;
}): JSX.Element {
  const { model } = controller;
  const { t, language } = useI18n();
  const chosen = useSignal<Readonly<Record<VersionSide, string>>>({
    ...{ before: first.before, after: first.after ?? NOW },
  });
  const versions = model.workspace.current.value.versions;
  const names = new Map(model.plan.loadedSegments.value.map(({ id, name }) => [id, name]));
  const audit = model.audit.state.value;
  // A version that has been removed since gives way to the present state.
  const known = (id: string): string => (versions.some((each) => each.id === id) ? id : NOW);
  const sideOf = (id: string): Side => {
    const version = versions.find((each) => each.id === id);
    if (version !== undefined) return { work: version.work, figures: version.figures };
    const figures =
      audit.kind === 'ready'
        ? versionFigures(audit.answer, model.plan.coastStatus.value)
        : undefined;
    return { work: stateOf(model), figures };
  };
  const sides = { before: sideOf(chosen.value.before), after: sideOf(chosen.value.after) };
  const state = useComparedStates(controller, sides);
  useEffect(() => model.audit.request(), []);
  const hasPlace = ({ part, id, box }: VersionChange): boolean =>
    box !== undefined || (part === 'stretch' && names.has(id));
  return (
    <VersionComparison
      options={[
        ...versions.toReversed().map(({ id, name, savedAt }) => ({
          ...{ id, name },
          label: `${name} · ${formatMoment(savedAt, language)}`,
        })),
        { id: NOW, name: t('versionNow'), label: t('versionNow') },
      ]}
      chosen={{ before: known(chosen.value.before), after: known(chosen.value.after) }}
      figures={{ before: sides.before.figures, after: sides.after.figures }}
      state={state}
      theme={model.page.theme.value}
      nameOfSegment={(id) => names.get(id)}
      hasPlace={hasPlace}
      onChoose={(side, id) => {
        chosen.value = { ...chosen.value, [side]: id };
      }}
      onSwap={() => {
        chosen.value = { before: chosen.value.after, after: chosen.value.before };
      }}
      onShow={({ part, id, box }) => {
        if (part === 'stretch') controller.selectAndShow(id);
        else controller.showBox(box);
      }}
      onSave={() => {
        if (state.kind !== 'ready') return;
        const file = `version-changes-${today(new Date())}.csv`;
        saveFile(file, changesCsv(state.changes, names), 'text/csv');
        model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
      }}
      onClose={onClose}
    />
  );
}

type Side = { readonly work: WorkState; readonly figures: VersionFigures | undefined };

/** Compares again whenever a side changes; only the newest answer counts. */
function useComparedStates(
  { model }: Pick<Controller, 'model'>,
  { before, after }: Readonly<Record<VersionSide, Side>>,
): ComparisonState {
  const state = useSignal<ComparisonState>({ kind: 'waiting' });
  const comparing = useMemo(latestOnly, []);
  const present = model.workspace.current.value;
  useEffect(() => {
    state.value = { kind: 'waiting' };
    const states = { before: before.work, after: after.work };
    comparing.run((signal) => compareStates(states, { signal }), {
      onDone: (changes) => {
        state.value = { kind: 'ready', changes };
      },
      onFailure: (cause) => {
        state.value = { kind: 'failed', reason: reasonOf(cause) };
      },
    });
    return comparing.cancel;
    // The present state is a new object each time: what it is made of says whether it has changed.
  }, [...partsOf(before.work), ...partsOf(after.work), present.versions]);
  return state.value;
}

function partsOf({
  log,
  scenarios,
  decks,
  datasets,
  notes,
  photos,
}: WorkState): readonly unknown[] {
  return [log, scenarios, decks, datasets, notes, photos];
}

/** One row a difference, with the ids and codes of the data; the box in degrees. */
function changesCsv(
  changes: readonly VersionChange[],
  names: ReadonlyMap<string, VersionChange['name']>,
): string {
  return csvText([
    [
      ...['part', 'kind', 'id', 'name_zh', 'name_en', 'in_id', 'in_zh', 'in_en'],
      ...['differs', 'attributes', 'west', 'south', 'east', 'north'],
    ],
    ...changes.map(({ part, kind, id, name, ownerId, owner, aspects, attributes, box }) => {
      const { zh, en } = part === 'stretch' ? (names.get(id) ?? name) : name;
      return [
        ...[part, kind, id, zh, en, ownerId, owner.zh, owner.en],
        ...[aspects.join(' '), attributes.join(' ')],
        ...(box ?? ['', '', '', '']),
      ];
    }),
  ]);
}
