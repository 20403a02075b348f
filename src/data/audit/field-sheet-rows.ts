import type { Bilingual, Language } from '../../domain/bilingual.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import { linesOf, measureGeometry } from '../../domain/geodesy.ts';
import { middleOfLine } from '../../domain/geometry/place-along.ts';
import type { Position } from '../../domain/geometry.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../../domain/symbology.ts';
import type { CsvCell } from '../csv-text.ts';

/** The columns of a field sheet, as `readFieldSheet` knows them. */
const COLUMNS: readonly (Bilingual & {
  readonly cell: (segment: CoastlineSegment, language: Language) => CsvCell;
})[] = [
  { zh: '编号', en: 'id', cell: ({ id }) => id },
  { zh: '名称', en: 'name', cell: ({ name }, language) => name[language] },
  {
    zh: '图上类型',
    en: 'class on the map',
    cell: ({ class: drawn }, language) =>
      (drawn === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[drawn]).label[language],
  },
  {
    zh: '长度（米）',
    en: 'length (m)',
    cell: ({ geometry }) => Math.round(measureGeometry(geometry).lengthM.ellipsoid),
  },
  { zh: '经度', en: 'longitude', cell: (segment) => middleOf(segment)?.[0].toFixed(6) },
  { zh: '纬度', en: 'latitude', cell: (segment) => middleOf(segment)?.[1].toFixed(6) },
  { zh: '实地类型', en: 'class found', cell: () => undefined },
  { zh: '日期', en: 'date', cell: () => undefined },
  { zh: '备注', en: 'remark', cell: () => undefined },
];

/** A field sheet to fill in: a head and one row a stretch, with empty cells for what is found there. */
export function fieldSheetRows(
  segments: readonly CoastlineSegment[],
  language: Language,
): readonly (readonly CsvCell[])[] {
  return [
    COLUMNS.map((column) => column[language]),
    ...segments.map((segment) => COLUMNS.map(({ cell }) => cell(segment, language))),
  ];
}

/** The middle of the longest line of a stretch. */
function middleOf({ geometry }: CoastlineSegment): Position | undefined {
  const lines = linesOf(geometry).map((line) => ({
    line,
    lengthM: measureGeometry({ type: 'LineString', coordinates: line.map(([x, y]) => [x, y]) })
      .lengthM.ellipsoid,
  }));
  const longest = lines.toSorted((one, other) => other.lengthM - one.lengthM)[0];
  return longest && middleOfLine(longest.line);
}
