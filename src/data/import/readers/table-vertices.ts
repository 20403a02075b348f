import type { Position } from 'geojson';
import { type FieldValue, type ImportIssue, issue } from '../raw-dataset.ts';

/** A row of a table. */
export type CellRow = {
  readonly row: number;
  readonly cells: readonly FieldValue[];
  readonly properties: Readonly<Record<string, FieldValue>>;
};

/** A row with its place; undefined where it gives none. */
export type PlacedCellRow = CellRow & { readonly position: Position | undefined };

/** The rows of each shape in the order of its vertices, and what is doubtful about that order. */
export type Vertices = {
  readonly shapes: readonly (readonly PlacedCellRow[])[];
  readonly issues: readonly ImportIssue[];
};

/**
 * Puts rows together that are vertices of one shape. Numbers decide their order where each occurs once; the last may
 * be the first again, which closes the shape. Other repeated numbers leave the order of the file, and are told, as
 * are rows without a place.
 */
export function verticesOf(
  rows: readonly PlacedCellRow[],
  group: number,
  sequence: number,
): Vertices {
  const groups = new Map<string, PlacedCellRow[]>();
  for (const row of rows) {
    const key = String(row.cells[group] ?? '');
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [row]);
    else members.push(row);
  }
  const issues: ImportIssue[] = [];
  const missing = rows.filter(({ position }) => position === undefined);
  const [first] = missing;
  if (first !== undefined) issues.push(vertexMissing(missing.length, first.row));
  const shapes = [...groups].map(([key, members]) => {
    const numbers = members.map(({ cells }) =>
      Number.parseFloat(String(cells[sequence] ?? '').replace(/^\D+/, '')),
    );
    if (!numbers.every(Number.isFinite)) return members;
    if (new Set(numbers).size === numbers.length) {
      const order = new Map(members.map((member, index) => [member, numbers[index] ?? 0]));
      return members.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    }
    if (!isClosing(members, numbers)) issues.push(orderUnclear(key, members[0]?.row ?? 0));
    return members;
  });
  return { shapes, issues };
}

/** Whether the only number that occurs twice is that of the first vertex, which stands at the end again. */
function isClosing(members: readonly PlacedCellRow[], numbers: readonly number[]): boolean {
  const [start, end] = [members[0]?.position, members.at(-1)?.position];
  return (
    numbers[0] === numbers.at(-1) &&
    new Set(numbers).size === numbers.length - 1 &&
    start?.[0] === end?.[0] &&
    start?.[1] === end?.[1]
  );
}

function vertexMissing(count: number, row: number): ImportIssue {
  return issue(
    'vertex-missing',
    'error',
    {
      zh: `${count} 行拐点没有坐标（如第 ${row} 行），所在的线或面因此少了点。`,
      en: `${count} rows of vertices have no coordinates (such as row ${row}), and their lines or areas lack them.`,
    },
    { zh: '补上坐标，或删去这些行。', en: 'Add the coordinates, or remove the rows.' },
    row,
  );
}

function orderUnclear(group: string, row: number): ImportIssue {
  return issue(
    'sequence-repeated',
    'warning',
    {
      zh: `“${group}”的点序有重复，按文件中的先后相连。`,
      en: `the vertices of "${group}" have numbers that occur twice; they were joined in the order of the file.`,
    },
    {
      zh: '核对点序；一条线一个编号。',
      en: 'Check the numbers; give each line a name of its own.',
    },
    row,
  );
}
