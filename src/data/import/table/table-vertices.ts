import type { Position } from 'geojson';
import { classOfValue } from '../mapping/class-words.ts';
import { type FieldValue, fieldOf, type ImportIssue, issue } from '../raw-dataset.ts';

/** A row of a table. */
export type CellRow = {
  readonly row: number;
  readonly cells: readonly FieldValue[];
  readonly properties: Readonly<Record<string, FieldValue>>;
};

/** A row with its place; undefined where it gives none. */
export type PlacedCellRow = CellRow & { readonly position: Position | undefined };

/** The rows of each shape, ring by ring or part by part in the order of its vertices, and what is doubtful about it. */
export type Vertices = {
  readonly shapes: readonly Shape[];
  readonly issues: readonly ImportIssue[];
};

/** A shape of a table: its parts, and its values. */
export type Shape = {
  readonly parts: readonly (readonly PlacedCellRow[])[];
  readonly properties: Readonly<Record<string, FieldValue>>;
  readonly row: number;
};

/** The columns that tell vertices apart. */
export type VertexColumns = {
  readonly group: number;
  /** The name of the column where nothing but its repeated values makes it the group. */
  readonly guessed?: string;
  readonly sequence: number;
  /** −1 when there is none. */
  readonly ring: number;
};

/**
 * Puts rows together that are vertices of one shape. Numbers decide their order where each occurs once; the last may
 * be the first again, which closes the shape. Other repeated numbers leave the order of the file, and are told, as
 * are rows without a place, shapes of several classes, and groups that had to be guessed.
 */
export function verticesOf(rows: readonly PlacedCellRow[], columns: VertexColumns): Vertices {
  const { groups, issues: ofGroups } = groupsOf(rows, columns);
  const issues: ImportIssue[] = [...ofGroups];
  const missing = rows.filter(({ position }) => position === undefined);
  const [first] = missing;
  if (first !== undefined) issues.push(vertexMissing(missing.length, first.row));
  const shapes = groups.map(({ key, members }): Shape => {
    const parts = partsOf(members, columns.ring).map((part) => {
      const { ordered, isUnclear } = inOrder(part, columns.sequence);
      if (isUnclear) issues.push(orderUnclear(key, part[0]?.row ?? 0));
      return ordered;
    });
    const row = members[0]?.row ?? 0;
    const classes = classesOf(members);
    if (classes.length > 1) issues.push(classVaries(key, classes, row));
    return { parts, properties: firstValues(members), row };
  });
  return { shapes, issues };
}

type Group = { readonly key: string; readonly members: PlacedCellRow[] };

function groupsOf(
  rows: readonly PlacedCellRow[],
  { group, guessed }: VertexColumns,
): { readonly groups: readonly Group[]; readonly issues: readonly ImportIssue[] } {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const repeated: Group[] = [];
  const filled: PlacedCellRow[] = [];
  let last: Group | undefined;
  for (const row of rows) {
    const own = String(row.cells[group] ?? '').trim();
    if (own === '' && last !== undefined) filled.push(row);
    const key = own === '' ? (last?.key ?? '') : own;
    const known = last?.key === key ? last : guessed === undefined ? byKey.get(key) : undefined;
    if (known !== undefined) {
      known.members.push(row);
      last = known;
      continue;
    }
    const made = { key, members: [row] };
    if (byKey.has(key)) repeated.push(made);
    byKey.set(key, made);
    groups.push(made);
    last = made;
  }
  const [firstFilled] = filled;
  return {
    groups,
    issues: [
      ...(guessed === undefined ? [] : [groupGuessed(guessed, repeated)]),
      ...(firstFilled === undefined ? [] : [groupFilled(filled.length, firstFilled.row)]),
    ],
  };
}

/** The rows of each ring or part. */
function partsOf(
  members: readonly PlacedCellRow[],
  ring: number,
): readonly (readonly PlacedCellRow[])[] {
  const parts = new Map<string, PlacedCellRow[]>();
  for (const row of members) {
    const key = ring < 0 ? '' : String(row.cells[ring] ?? '').trim();
    const known = parts.get(key);
    if (known === undefined) parts.set(key, [row]);
    else known.push(row);
  }
  return [...parts.values()];
}

function inOrder(
  members: readonly PlacedCellRow[],
  sequence: number,
): { readonly ordered: readonly PlacedCellRow[]; readonly isUnclear: boolean } {
  const numbers = members.map(({ cells }) =>
    Number.parseFloat(String(cells[sequence] ?? '').replace(/^\D+/, '')),
  );
  if (!numbers.every(Number.isFinite)) return { ordered: members, isUnclear: false };
  if (new Set(numbers).size < numbers.length)
    return { ordered: members, isUnclear: !isClosing(members, numbers) };
  const order = new Map(members.map((member, index) => [member, numbers[index] ?? 0]));
  const ordered = members.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { ordered, isUnclear: false };
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

/** The first value of each field, since cells that are merged stand in the first row alone. */
function firstValues(members: readonly PlacedCellRow[]): Readonly<Record<string, FieldValue>> {
  const values = new Map<string, FieldValue>();
  for (const { properties } of members) {
    for (const [name, value] of Object.entries(properties))
      if ((values.get(name) ?? null) === null) values.set(name, value);
  }
  return Object.fromEntries(values);
}

/** Values of one field that name different classes within a shape; empty when none does. */
function classesOf(members: readonly PlacedCellRow[]): readonly string[] {
  const [first] = members;
  for (const name of Object.keys(first?.properties ?? {})) {
    const byClass = new Map<string, string>();
    for (const { properties } of members) {
      const value = fieldOf(properties, name);
      const found = typeof value === 'string' ? classOfValue(value)?.class : undefined;
      if (found !== undefined && !byClass.has(found)) byClass.set(found, String(value));
    }
    if (byClass.size > 1) return [...byClass.values()];
  }
  return [];
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

function groupGuessed(column: string, [repeated]: readonly Group[]): ImportIssue {
  const isRepeated = repeated !== undefined;
  return issue(
    'group-guessed',
    isRepeated ? 'warning' : 'note',
    {
      zh: `没有写明线号的列：“${column}”相同的相邻各行连成一条${isRepeated ? `；“${repeated.key}”隔行又出现，作另一条，条与条之间不相连` : ''}。`,
      en: `no column names the lines: neighbouring rows of one "${column}" were joined${isRepeated ? `; "${repeated.key}" comes again further down and is a line of its own, and there is a gap between lines` : ''}.`,
    },
    { zh: '加一列“岸段编号”。', en: 'Add a column that names each line, such as segment_id.' },
    repeated?.members[0]?.row,
  );
}

function groupFilled(count: number, row: number): ImportIssue {
  return issue(
    'group-filled-down',
    'warning',
    {
      zh: `${count} 行没有写编号（如第 ${row} 行，多为合并单元格），按上一行的编号读取。`,
      en: `${count} rows have no name of their line (such as row ${row}, as merged cells leave them); that of the row above was taken.`,
    },
    { zh: '取消合并，把编号填满。', en: 'Unmerge the cells, and fill in the names.' },
    row,
  );
}

function classVaries(group: string, classes: readonly string[], row: number): ImportIssue {
  const names = classes.join('、');
  return issue(
    'class-varies',
    'warning',
    {
      zh: `“${group}”各点的类型不一（${names}），整条按第一个读取。`,
      en: `the vertices of "${group}" are of several classes (${classes.join(', ')}); all of it was taken as the first.`,
    },
    {
      zh: '在类型变化处分段，每段一个编号。',
      en: 'Split it where the class changes, and name each part.',
    },
    row,
  );
}
