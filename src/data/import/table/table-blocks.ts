import { type ImportIssue, issue } from '../raw-dataset.ts';
import { placeColumn } from './table-columns.ts';
import { type Cells, type Header, isEmpty } from './table-header.ts';

/** Rows below a header, each with the number that it has in the file. */
export type NumberedRow = { readonly row: number; readonly cells: Cells[number] };

/** A table of one block of columns. */
export type PlainTable = {
  readonly names: readonly string[];
  readonly rows: readonly NumberedRow[];
  readonly issues: readonly ImportIssue[];
};

/**
 * The rows below a header. A table that is folded, with the same columns again to the right, is put back into one
 * block, the left part first; a column of a place that stands there twice otherwise is told.
 */
export function plainTable(cells: Cells, { at, names }: Header): PlainTable {
  const rows = cells.slice(at + 1).map((row, index) => ({ row: at + index + 2, cells: row }));
  const width = foldedWidth(names);
  if (width === undefined) return { names, rows, issues: repeatedColumns(names) };
  const blocks = Math.ceil(names.length / width);
  const unfolded = Array.from({ length: blocks }, (_, block) =>
    rows
      .map(({ row, cells: own }) => ({ row, cells: own.slice(block * width, (block + 1) * width) }))
      .filter(({ cells: own }) => block === 0 || !own.every(isEmpty)),
  ).flat();
  return { names: names.slice(0, width), rows: unfolded, issues: [folded(blocks, width)] };
}

/** How many columns a folded table has; undefined when it is not folded. A blank column may part the blocks. */
function foldedWidth(names: readonly string[]): number | undefined {
  for (let width = 2; width <= names.length - 2; width += 1) {
    const block = names.slice(0, width);
    const used = block.findLastIndex((name) => name !== '') + 1;
    const rest = names.length % width;
    const isWhole = rest === 0 || rest >= used;
    const isRepeated = names.every((name, column) => name === block[column % width]);
    const places = block.map(placeColumn);
    const hasPlace =
      (places.includes('x') && places.includes('y')) ||
      (places.includes('longitude') && places.includes('latitude'));
    if (isWhole && isRepeated && hasPlace && used >= 2) return width;
  }
  return undefined;
}

/** Columns that may stand in a table once. */
const ONCE = ['x', 'y', 'longitude', 'latitude', 'wkt'] as const;

function repeatedColumns(names: readonly string[]): readonly ImportIssue[] {
  const places = names.map(placeColumn);
  return ONCE.flatMap((place) => {
    const found = names.filter((_, column) => places[column] === place);
    const [first = '', ...others] = found;
    return others.length === 0 ? [] : [repeated(first, others)];
  });
}

function folded(blocks: number, width: number): ImportIssue {
  return issue(
    'columns-side-by-side',
    'note',
    {
      zh: `同样的 ${width} 列并排了 ${blocks} 次，已按先左后右接成一张表。`,
      en: `the same ${width} columns stand ${blocks} times side by side; they were read one below the other, the left ones first.`,
    },
    { zh: '核对点的先后。', en: 'Check the order of the points.' },
  );
}

function repeated(first: string, others: readonly string[]): ImportIssue {
  const names = others.join(', ');
  return issue(
    'columns-repeated',
    'warning',
    {
      zh: `有几列都是同一种坐标：读了“${first}”，没有读 ${names}。`,
      en: `several columns give the same coordinate: "${first}" was read, and ${names} was not.`,
    },
    {
      zh: '只留一组坐标列，或分成几张表。',
      en: 'Keep one set of coordinates, or split the table.',
    },
  );
}
