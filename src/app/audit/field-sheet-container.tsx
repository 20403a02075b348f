import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Audit, CoastPiece } from '../../domain/audit/audit.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import {
  type FieldMatch,
  type FieldSheet,
  type FieldVisit,
  fieldEntries,
  finder,
  matchFieldSheet,
} from '../../domain/audit/field-sheet.ts';
import type { Reclassification } from '../../domain/audit/reclassification.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { measureGeometry } from '../../domain/geodesy.ts';
import { reasonOf } from '../../domain/result.ts';
import {
  type FieldFigures,
  FieldSheetBox,
  type FieldSheetState,
  fieldReason,
  type OpenFieldSheet,
} from '../../ui/audit/field-sheet-box.tsx';
import { type I18n, useI18n } from '../../ui/i18n.tsx';
import { takeOffers } from '../lifecycle/file-offer.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { attempt, type Done } from '../workers/use-task.ts';
import type { OpenedFieldSheet } from './open-field-sheet.ts';

/** The chosen file, from the choice to its content. */
type ChosenFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly file: string }
  | OpenedFieldSheet;

/** Saves the stretches listed as a field sheet, and takes up one that came back as one step of the history. */
export function FieldSheetContainer({
  controller,
  answer,
  listed,
}: {
  readonly controller: Controller;
  readonly answer: AuditAnswer;
  readonly listed: readonly CoastPiece[];
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const chosen = useSignal<ChosenFile>({ kind: 'none' });
  const turn = useRef(0);
  const segments = model.plan.segments.value;
  const sheet = chosen.value.kind === 'open' ? chosen.value.sheet : undefined;
  const match = useMemo(
    () => sheet && matchFieldSheet(sheet.rows, { segments, setAsideIds: setAsideIds(model) }),
    [sheet, segments],
  );
  const figures = useEffectOf(controller, answer, match);
  const open = async (file: File): Promise<void> => {
    turn.current += 1;
    const own = turn.current;
    chosen.value = { kind: 'reading', file: file.name };
    const { openFieldSheet } = await import('./open-field-sheet.ts');
    const opened = await openFieldSheet({ name: file.name, blob: file });
    if (own === turn.current) chosen.value = opened;
  };
  useEffect(
    () =>
      takeOffers(window, async (file) => {
        if (!TABLE.test(file.name)) return false;
        const { openFieldSheet } = await import('./open-field-sheet.ts');
        const opened = await openFieldSheet(file);
        if (opened.kind !== 'open' || !namesStretches(opened.sheet, segments)) return false;
        turn.current += 1;
        chosen.value = opened;
        return true;
      }),
    [segments],
  );
  const close = (): void => {
    turn.current += 1;
    chosen.value = { kind: 'none' };
  };
  const apply = (): void => {
    if (sheet === undefined || match === undefined) return;
    const { file } = sheet;
    model.workspace.reclassify(...entriesOf(match, (visit) => fieldReason(file, visit, words)));
    const changed = match.visits.filter(({ isChange }) => isChange).length;
    const values = { file, changed, confirmed: match.visits.length - changed };
    model.page.showMessage({ kind: 'done', key: 'fieldApplied', values });
    close();
  };
  return (
    <FieldSheetBox
      state={stateOf(chosen.value, match, figures)}
      lengthOf={lengthOf}
      theme={model.page.theme.value}
      onSave={() => void attempt(model.page.showMessage, () => saveSheet(listed, segments, words))}
      onOpen={(file) => void open(file)}
      onSelect={controller.selectAndShow}
      onApply={apply}
      onClose={close}
    />
  );
}

/** Files that may be a field sheet. */
const TABLE = /\.(?:csv|tsv|txt|xlsx?)$/i;

/** Whether a sheet is about these stretches, and no data of its own. */
function namesStretches({ rows }: FieldSheet, segments: readonly CoastlineSegment[]): boolean {
  const find = finder(segments, ({ id }) => id);
  return rows.some(({ id, segmentId }) => (find(id) ?? find(segmentId)) !== undefined);
}

function stateOf(
  chosen: ChosenFile,
  match: FieldMatch | undefined,
  figures: OpenFieldSheet['figures'],
): FieldSheetState {
  if (chosen.kind !== 'open') return chosen;
  return match === undefined ? { kind: 'none' } : { ...chosen, match, figures };
}

/** The figures before and after a field sheet is taken up; undefined until the worker has said them. */
function useEffectOf(
  controller: Controller,
  answer: AuditAnswer,
  match: FieldMatch | undefined,
): OpenFieldSheet['figures'] {
  const { audit } = controller.model;
  const known = useSignal<{
    readonly of: readonly unknown[];
    readonly figures: OpenFieldSheet['figures'];
  }>({ of: [], figures: undefined });
  useEffect(() => {
    if (match === undefined || match.visits.length === 0) return undefined;
    let isStopped = false;
    const tell = (figures: OpenFieldSheet['figures']): void => {
      if (!isStopped) known.value = { of: [answer, match], figures };
    };
    const rule = audit.rule.peek() ?? answer.audit.rule;
    const question = {
      rule,
      choices: withMeasuredTolerance(audit.choices.peek(), rule),
      log: [...answer.log, ...entriesOf(match, () => '')],
    };
    controller
      .engines()
      .then(({ client }) => client.ask(question))
      .then(
        (found) => tell({ before: figuresOf(answer.audit), after: figuresOf(found.audit) }),
        (cause: unknown) => tell({ reason: reasonOf(cause) }),
      );
    return () => {
      isStopped = true;
    };
  }, [controller, answer, match]);
  const { of, figures } = known.value;
  return of[0] === answer && of[1] === match ? figures : undefined;
}

function figuresOf({ overall: { ratio, band, target } }: Audit): FieldFigures {
  return { ratio, band, target };
}

function entriesOf(
  { visits }: FieldMatch,
  reasonOf: (visit: FieldVisit) => string,
): readonly Reclassification[] {
  return fieldEntries(visits, { date: new Date().toISOString(), reasonOf });
}

function lengthOf({ geometry }: CoastlineSegment): number {
  return measureGeometry(geometry).lengthM.ellipsoid;
}

/** The stretches of the counted coast that were read and could not be used. */
function setAsideIds({ plan }: Pick<Model, 'plan'>): ReadonlySet<string> {
  return new Set(
    plan.countedLayers
      .peek()
      .flatMap(({ layer, state }) =>
        layer.role === 'coastline' && state.kind === 'ready' ? (state.setAside ?? []) : [],
      )
      .flatMap(({ featureId }) => featureId ?? []),
  );
}

/** Saves the stretches listed, each once, in the order of the coast. */
async function saveSheet(
  listed: readonly CoastPiece[],
  segments: readonly CoastlineSegment[],
  { language }: I18n,
): Promise<Done> {
  const [{ fieldSheetRows }, { csvText }, { saveFile }, { today }] = await Promise.all([
    import('../../data/audit/field-sheet-rows.ts'),
    import('../../data/csv-text.ts'),
    import('../persistence/save-file.ts'),
    import('../persistence/save-and-open.ts'),
  ]);
  const ids = new Set(listed.map(({ segmentId }) => segmentId));
  const file = `field-sheet-${today(new Date())}.csv`;
  const rows = fieldSheetRows(
    segments.filter(({ id }) => ids.has(id)),
    language,
  );
  saveFile(file, csvText(rows), 'text/csv');
  return { key: 'saved', values: { file } };
}
