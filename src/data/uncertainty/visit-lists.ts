import type { Point } from 'geojson';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { SamplePoint } from '../../domain/uncertainty/sampling-plan.ts';
import type { Uncertainty } from '../../domain/uncertainty/uncertainty.ts';
import { exportCrs } from '../export/export-crs.ts';
import { type ExportTable, exportTable } from '../export/export-table.ts';
import { writeGpx } from '../export/write-gpx.ts';
import { writeKml } from '../export/write-kml.ts';
import { writeTableCsv } from '../export/write-table-csv.ts';

/** EPSG:4490, CGCS2000 in degrees. */
const DEGREES = 4490;

/** A visit list as a file of a kind, with its media type. */
export function visitFile(
  table: ExportTable,
  format: 'csv' | 'gpx' | 'kml',
): { readonly text: string; readonly type: string } {
  switch (format) {
    case 'csv':
      return { text: writeTableCsv(table, exportCrs(DEGREES)).text, type: 'text/csv' };
    case 'gpx':
      return { text: writeGpx(table), type: 'application/gpx+xml' };
    case 'kml':
      return { text: writeKml(table), type: 'application/vnd.google-earth.kml+xml' };
  }
}

/** The stretches to survey first, as lines; the first column names them, as receivers show it. */
export function surveyTable(
  { survey }: Pick<Uncertainty, 'survey'>,
  segments: readonly CoastlineSegment[],
): ExportTable {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const rows = survey.stretches.flatMap((stretch, index) => {
    const segment = byId.get(stretch.segmentId);
    return segment === undefined
      ? []
      : [[{ ...stretch, segment, rank: index + 1 }, segment.geometry] as const];
  });
  return exportTable(
    { name: 'survey-first', title: { zh: '优先查勘的岸段', en: 'Stretches to survey first' } },
    [
      { name: 'rank', title: { zh: '次序', en: 'rank' }, cell: ({ rank }) => rank },
      ...segmentColumns<(typeof rows)[number][0]>(({ segment }) => segment),
      {
        name: 'length_m',
        title: { zh: '长度（米）', en: 'length (m)' },
        cell: ({ lengthM }) => lengthM,
      },
      {
        name: 'narrows_by_points',
        title: { zh: '区间缩窄（百分点）', en: 'narrows by (points)' },
        cell: ({ narrowing }) => narrowing * 100,
      },
      {
        name: 'points_per_km',
        title: { zh: '每公里（百分点）', en: 'points per km' },
        cell: ({ narrowingPerKm }) => narrowingPerKm * 100,
      },
      ...FINDINGS,
    ],
    rows,
  );
}

/** The points of a sample, with empty columns for what is found there. */
export function sampleTable(
  points: readonly SamplePoint[],
  segments: readonly CoastlineSegment[],
): ExportTable {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const rows = points.map(
    (point) =>
      [
        { ...point, segment: byId.get(point.segmentId) },
        { type: 'Point' as const, coordinates: [point.position[0], point.position[1]] },
      ] satisfies [object, Point],
  );
  return exportTable(
    { name: 'sample', title: { zh: '抽样查勘点', en: 'Points of a sample' } },
    [
      { name: 'id', title: { zh: '编号', en: 'id' }, cell: ({ id }) => id },
      {
        name: 'longitude',
        title: { zh: '经度', en: 'longitude' },
        cell: ({ position }) => position[0],
      },
      {
        name: 'latitude',
        title: { zh: '纬度', en: 'latitude' },
        cell: ({ position }) => position[1],
      },
      ...segmentColumns<(typeof rows)[number][0]>(({ segment }) => segment),
      { name: 'stratum', title: { zh: '分层', en: 'stratum' }, cell: ({ stratum }) => stratum },
      ...FINDINGS,
    ],
    rows,
  );
}

type SegmentColumn<Item> = Parameters<typeof exportTable<Item>>[1][number];

function segmentColumns<Item>(
  of: (item: Item) => CoastlineSegment | undefined,
): readonly SegmentColumn<Item>[] {
  return [
    { name: 'segment', title: { zh: '岸段', en: 'segment' }, cell: (item) => of(item)?.id },
    {
      name: 'name_zh',
      title: { zh: '中文名', en: 'Chinese name' },
      cell: (item) => of(item)?.name.zh,
    },
    {
      name: 'name_en',
      title: { zh: '英文名', en: 'English name' },
      cell: (item) => of(item)?.name.en,
    },
    {
      name: 'class',
      title: { zh: '图上类型', en: 'class on the map' },
      cell: (item) => of(item)?.class,
    },
    {
      name: 'confidence',
      title: { zh: '可信度', en: 'confidence' },
      cell: (item) => of(item)?.confidence,
    },
  ];
}

/** Columns to be filled in on the spot. */
const FINDINGS = [
  { name: 'class_found', title: { zh: '实地类型', en: 'class found' }, cell: () => '' },
  { name: 'found_on', title: { zh: '日期', en: 'date' }, cell: () => '' },
  { name: 'found_by', title: { zh: '查勘人', en: 'by' }, cell: () => '' },
] as const;
