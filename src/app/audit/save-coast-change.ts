import { changeListCsv } from '../../data/coast-change/change-list-csv.ts';
import {
  type ChangeFigure,
  changedStretches,
  ratioMeans,
} from '../../domain/coast-change/stretches-behind.ts';
import { comparisonNotes, sideDoubts } from '../../ui/coast-change/change-doubts.tsx';
import {
  behind,
  type ChangeResult,
  type Side,
  scopeOf,
} from '../../ui/coast-change/change-result.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import { saveWorkbookFile } from '../persistence/save-workbook-file.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Model } from '../state/model.ts';
import { writeWorkbook } from '../workers/export-client.ts';
import { changeWorkbook } from './change-workbook.ts';

/** Saves the stretches behind a figure as CSV, or all that have changed. Returns the file's name. */
export function saveChangeList(
  result: ChangeResult,
  {
    figure,
    zone,
    words,
  }: {
    readonly figure: ChangeFigure | undefined;
    readonly zone: number | undefined;
    readonly words: I18n;
  },
): string {
  const { answer, sides } = result;
  const shown = scopeOf(answer, zone);
  const means = ratioMeans(shown.figures.before, shown.figures.after);
  const names = {
    before: new Map(sides.before.segments.map(({ id, name }) => [id, name])),
    after: new Map(sides.after.segments.map(({ id, name }) => [id, name])),
  };
  const part = figure === undefined ? 'all' : Object.values(figure).join('-');
  const file = `coast-change-${part}-${today(new Date())}.csv`;
  const text = changeListCsv({
    rows:
      figure === undefined
        ? changedStretches(answer.change.stretches, { scope: shown.scope, means })
        : behind(answer, shown, figure),
    scope: shown.scope,
    nameOf: (side, id) => names[side].get(id),
    zones: answer.change.zones.map(({ zone: { name } }) => name),
    isOfFigure: figure !== undefined,
    notice: [
      ...sideDoubts(result, words).map((doubt) => doubt.text),
      ...comparisonNotes(result, words),
    ].join(' '),
  });
  saveFile(file, text, 'text/csv');
  return file;
}

/** The file of a compared coast with its hash; empty where it is not known. */
export async function comparedFile(
  model: Pick<Model, 'audit'>,
  result: ChangeResult,
  side: Side,
): Promise<string> {
  const source = model.audit.sources.peek().get(result.sides[side].layer);
  return source === undefined ? '' : `${source.file}  SHA-256 ${await sha256(source.text)}`;
}

/** Saves all tables of a comparison as a workbook. Returns the file's name. */
export async function saveChangeWorkbook(
  model: Pick<Model, 'plan' | 'audit'>,
  result: ChangeResult,
  words: I18n,
): Promise<string> {
  const date = today(new Date());
  const file = `coast-change-${date}.xlsx`;
  const workbook = changeWorkbook(
    result,
    {
      date,
      planTitle: words.pick(model.plan.title.peek()),
      files: {
        before: await comparedFile(model, result, 'before'),
        after: await comparedFile(model, result, 'after'),
      },
    },
    words,
  );
  saveWorkbookFile(file, await writeWorkbook(workbook, {}));
  return file;
}
