import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { csvText } from '../../data/csv-text.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { protects } from '../../domain/conflicts/conflict.ts';
import { type Placed, withinReach } from '../../domain/map-tools/within-reach.ts';
import { reasonOf } from '../../domain/result.ts';
import type { ChangedCoast, Footprint, SiteShape } from '../../domain/scenarios/scenario.ts';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { type WithinAnswer, WithinList, type WithinRow } from '../../ui/scenarios/within-list.tsx';
import { when } from '../lifecycle/when.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { reachOf } from './reach.ts';

/** What is looked around from: its id and name, its shape, and how well its position is known. */
export type WithinSubject = Placed & { readonly name: string; readonly geometry: SiteShape };

/** A line or a point is widened by this much to have ground: a tenth of a millimetre to each side of it. */
const THIN_M = 0.0002;

/** Everything within a distance of what is selected, with its ring on the map. */
export function WithinContainer({
  controller,
  subject,
}: {
  readonly controller: Controller;
  readonly subject: WithinSubject;
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const answer = useSignal<WithinAnswer | undefined>(undefined);
  const failure = useSignal<string | undefined>(undefined);
  const isSearching = useSignal(false);
  const turn = useRef(0);
  const close = (): void => {
    turn.current += 1;
    reachOf(model).value = undefined;
    answer.value = undefined;
    isSearching.value = false;
  };
  useEffect(() => close, [model]);
  const search = async (reachM: number): Promise<void> => {
    close();
    const mine = turn.current;
    failure.value = undefined;
    isSearching.value = true;
    try {
      const { footprint, coast } = await coastWithin(controller, subject, reachM);
      if (mine !== turn.current) return;
      reachOf(model).value = footprint.area;
      answer.value = { reachM, coast, ...found(model, subject, reachM) };
    } catch (cause) {
      if (mine === turn.current) failure.value = reasonOf(cause);
    }
    if (mine === turn.current) isSearching.value = false;
  };
  return (
    <WithinList
      answer={answer.value}
      isSearching={isSearching.value}
      failure={failure.value}
      accuracyM={subject.accuracyM}
      onSearch={(reachM) => void search(reachM)}
      onClose={close}
      onSelect={controller.selectAndShow}
      onExport={() => {
        if (answer.value === undefined) return;
        const file = `coastplan-within-${answer.value.reachM}m-${today(new Date())}.csv`;
        saveFile(file, withinCsv(subject.name, answer.value, words), 'text/csv');
        model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
      }}
    />
  );
}

/** The ground within the distance, and the coast inside it by class, as a site there would take it. */
async function coastWithin(
  { model, engines }: Controller,
  { id, name, geometry }: WithinSubject,
  reachM: number,
): Promise<{
  readonly footprint: Footprint;
  readonly coast: WithinAnswer['coast'];
}> {
  const { client, grounds } = await engines();
  model.audit.request();
  await when(() => model.audit.state.value.kind !== 'waiting');
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  const footprint = await grounds.make({
    ...{ id: `within:${id}`, name, purpose: 'build', shape: geometry, bufferM: reachM },
    widthM: isArea ? 0 : THIN_M,
  });
  const rule = model.audit.rule.peek();
  if (rule === undefined) throw new Error('no counting rule has been read');
  const choices = withMeasuredTolerance(model.audit.choices.peek(), rule);
  const log = model.workspace.log.peek();
  const { sites } = await client.tryScenario({ footprints: [footprint], rule, choices, log });
  return { footprint, coast: byClass(sites[0]?.changed ?? []) };
}

function byClass(changed: readonly ChangedCoast[]): WithinAnswer['coast'] {
  const lengths = new Map<ChangedCoast['class'], number>();
  for (const row of changed) lengths.set(row.class, (lengths.get(row.class) ?? 0) + row.lengthM);
  return [...lengths]
    .map(([shoreClass, lengthM]) => ({ class: shoreClass, lengthM }))
    .toSorted((a, b) => b.lengthM - a.lengthM);
}

function found(
  { plan }: Pick<Model, 'plan'>,
  subject: WithinSubject,
  reachM: number,
): Pick<WithinAnswer, 'rows' | 'unlocated' | 'unstated'> {
  const [zones, projects] = [plan.zones.peek(), plan.projects.peek()];
  const known = new Map<string, Pick<WithinRow, 'kind' | 'name'>>([
    ...zones.map(({ id, name }) => [id, { kind: 'zone', name }] as const),
    ...projects.map(
      (project) =>
        [
          project.id,
          { kind: protects(project) ? 'protected' : 'project', name: project.name },
        ] as const,
    ),
  ]);
  const things: readonly Placed[] = [
    // The border of a zone is exact as drawn, as for conflicts.
    ...zones.map(({ id, geometry }) => ({ id, geometry, accuracyM: 0 })),
    ...projects.map(({ id, geometry, accuracyM }) => ({ id, geometry, accuracyM })),
  ];
  const { found: within, ...left } = withinReach(subject, reachM, things);
  return {
    ...left,
    rows: within.flatMap((row) => {
      const named = known.get(row.id);
      return named === undefined ? [] : [{ ...row, ...named }];
    }),
  };
}

/** The list as CSV: coast by class first, then what lies within, the nearest first; metres on the ellipsoid. */
export function withinCsv(subject: string, answer: WithinAnswer, { t }: Pick<I18n, 't'>): string {
  return csvText([
    [
      'around',
      'within_m',
      'kind',
      'id',
      'name_zh',
      'name_en',
      'distance_m',
      'certainty',
      'coast_m',
    ],
    ...answer.coast.map(({ class: shoreClass, lengthM }) => [
      ...[subject, answer.reachM, 'coast', shoreClass ?? 'unclassified'],
      ...[undefined, undefined, undefined, undefined, lengthM],
    ]),
    ...answer.rows.map(({ id, kind, name, distanceM, certainty }) => [
      ...[subject, answer.reachM, kind, id, name.zh, name.en, distanceM, certainty, undefined],
    ]),
    ...(answer.unlocated === 0 ? [] : [[t('withinUnlocated', { count: answer.unlocated })]]),
    ...(answer.unstated === 0 ? [] : [[t('withinUnstated', { count: answer.unstated })]]),
  ]);
}
