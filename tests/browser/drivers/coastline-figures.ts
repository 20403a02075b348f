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

/** The rows of the table of zones, the one of the whole coast last. */
export async function readZoneTable(table: Locator): Promise<readonly PrintedFigures[]> {
  const rows = await table.locator('tbody tr, tfoot tr').all();
  return await Promise.all(rows.map(readRow));
}

async function readRow(row: Locator): Promise<PrintedFigures> {
  const name = row.getByRole('rowheader');
  const button = name.getByRole('button');
  const [ratio, natural, restored, artificial, total, area] = (
    await row.getByRole('cell').allTextContents()
  ).map(readNumber);
  return {
    name: await ((await button.count()) === 0 ? name : button).innerText(),
    ...{ ratio, natural, restored, artificial, total, area },
  };
}
