import type { Bilingual } from '../../src/domain/bilingual.ts';
import { PROTECTION_GRADES, type ProtectionGrade } from '../../src/domain/coastline.ts';
import type { Position } from '../../src/domain/geometry.ts';
import { listOf, positionOf, recordOf, textIn, wordIn } from './coast/raw.ts';

/** A line of the belt as drawn; a closed one is an island's ring. */
export type BeltLine = {
  readonly id: string;
  readonly isCurved: boolean;
  readonly isClosed: boolean;
  readonly via: readonly Position[];
};

/** A zone as drawn: its names, and a position that identifies its cell of the belt. */
export type BeltZone = {
  readonly id: string;
  readonly name: Bilingual;
  readonly grade: ProtectionGrade;
  readonly within: Position;
};

/** The manually drawn belt: landward and seaward line, cut lines, and the zones between them. */
export type Belt = {
  readonly positionSource: string;
  readonly positionSourceZh: string;
  readonly lines: readonly BeltLine[];
  readonly zones: readonly BeltZone[];
};

/**
 * Reads geodata/raw/zones/belt.json.
 * @throws with the place of the first fault.
 */
export function readBelt(value: unknown, file: string): Belt {
  const record = recordOf(value, file);
  return {
    positionSource: textIn(record, 'position_source', file),
    positionSourceZh: textIn(record, 'position_source_zh', file),
    lines: listOf(record, 'lines', file).map((line, index) =>
      readLine(line, `${file} lines[${index}]`),
    ),
    zones: listOf(record, 'zones', file).map((zone, index) =>
      readZone(zone, `${file} zones[${index}]`),
    ),
  };
}

function readLine(value: unknown, where: string): BeltLine {
  const record = recordOf(value, where);
  const via = listOf(record, 'via', where).map((position) => positionOf(position, where));
  if (via.length < 2) throw new RangeError(`${where}: a line needs two positions`);
  return {
    id: textIn(record, 'id', where),
    isCurved: record['curve'] === true,
    isClosed: record['closed'] === true,
    via,
  };
}

function readZone(value: unknown, where: string): BeltZone {
  const record = recordOf(value, where);
  const grade = wordIn(record, 'grade', PROTECTION_GRADES, where);
  if (grade === undefined) throw new TypeError(`${where}: "grade" is missing`);
  return {
    id: textIn(record, 'id', where),
    name: { zh: textIn(record, 'name_zh', where), en: textIn(record, 'name_en', where) },
    grade,
    within: positionOf(record['within'], where),
  };
}
