import type { Locator } from 'playwright/test';

/** One row of the table of zones, as printed. An absent figure is undefined. */
export type PrintedFigures = {
  readonly name: string;
  readonly ratio: PrintedNumber | undefined;
  readonly natural: PrintedNumber | undefined;
  readonly restored: PrintedNumber | undefined;
  readonly artificial: PrintedNumber | undefined;
  readonly total: PrintedNumber | undefined;
  readonly area: PrintedNumber | undefined;
};

/** A number as printed, and how far the number behind it may lie away: half its last digit. */
export type PrintedNumber = { readonly value: number; readonly rounding: number };

/**
 * Reads the first number of a text: digits grouped by thin spaces or commas, a true or a plain
 * minus. Undefined when there is none, as for the dash of an absent figure.
 */
export function readNumber(text: string): PrintedNumber | undefined {
  const plain = text.replaceAll(/(?<=\d)[\u2009\u202f,](?=\d{3})/g, '').replaceAll('\u2212', '-');
  const [digits] = /-?\d+(?:\.\d+)?/.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const decimals = digits.split('.')[1]?.length ?? 0;
  return { value: Number(digits), rounding: 0.5 * 10 ** -decimals };
}

/** The columns by the first word of their English heads, which carry the unit besides. */
const COLUMNS = ['Ratio', 'Natural', 'Restored', 'Artificial', 'Total', 'Area'] as const;

/** The rows of the table of zones as far as they are to be seen, the one of the whole coast last. */
export async function readZoneTable(table: Locator): Promise<readonly PrintedFigures[]> {
  const heads = (await table.getByRole('columnheader').allInnerTexts()).map(
    (head) => head.trim().split(/\s/)[0],
  );
  const rows = await table.locator('tbody tr, tfoot tr').all();
  return await Promise.all(rows.map((row) => readRow(row, heads)));
}

async function readRow(
  row: Locator,
  [, ...heads]: readonly (string | undefined)[],
): Promise<PrintedFigures> {
  const name = row.getByRole('rowheader');
  const button = name.getByRole('button');
  const cells = await row.getByRole('cell').allTextContents();
  const [ratio, natural, restored, artificial, total, area] = COLUMNS.map((column) =>
    readNumber(cells[heads.indexOf(column)] ?? ''),
  );
  return {
    name: await ((await button.count()) === 0 ? name : button).innerText(),
    ...{ ratio, natural, restored, artificial, total, area },
  };
}
