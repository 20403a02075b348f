import { withoutDecimalCommas } from './decimal-comma.ts';

type Cell = string | number | boolean | null;

/**
 * Splits a text into the cells of a table: at commas, semicolons, tabs or bars as `hucre` finds them, at full-width
 * commas, or at blanks where nothing else parts the cells. Decimal commas are points afterwards.
 */
export async function textCells(text: string): Promise<readonly (readonly Cell[])[]> {
  const isPlain = !/[,;\t|]/.test(text);
  const atBlanks = isPlain ? cellsAtBlanks(text) : undefined;
  if (atBlanks !== undefined) return atBlanks;
  const { detectDelimiter, parseCsv } = await import('hucre/csv');
  const parted = isPlain ? text.replaceAll('，', ',') : text;
  const delimiter = detectDelimiter(parted.slice(0, 20_000));
  const cells = parseCsv(parted, { delimiter }).map((row) =>
    row.map((cell) =>
      cell instanceof Date ? cell.toISOString() : typeof cell === 'object' ? null : (cell ?? null),
    ),
  );
  return delimiter === ',' ? cells : withoutDecimalCommas(cells);
}

/** Cells that blanks part; undefined unless nearly all lines have as many, and two or more. */
function cellsAtBlanks(text: string): readonly (readonly string[])[] | undefined {
  const rows = text.split(/\r\n|\n|\r/).map((line) => {
    const plain = line.trim();
    return plain === '' ? [] : plain.split(/\s+/);
  });
  const filled = rows.filter(({ length }) => length > 0);
  const widths = filled.map(({ length }) => length);
  const width = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  const alike = widths.filter((each) => each === width).length;
  return width >= 2 && alike >= filled.length * 0.8 ? rows : undefined;
}
