import type { Geometry } from 'geojson';
import type { ExportCrs } from './export-crs.ts';
import type { ExportTable } from './export-table.ts';

/**
 * Writes a table as GeoJSON, a feature a line. RFC 7946 knows no other system than degrees of WGS 84; the member
 * `crs` of GeoJSON 2008 names ours, which GDAL, QGIS and our own reader obey.
 */
export function writeGeoJson({ name, title, fields, rows }: ExportTable, crs: ExportCrs): string {
  const head = JSON.stringify({
    type: 'FeatureCollection',
    name,
    title,
    crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${crs.code}` } },
  });
  const id = fields.findIndex((field) => field.name === 'id');
  const features = rows.map(({ geometry, cells }) => {
    const own = cells[id];
    return JSON.stringify({
      type: 'Feature',
      ...(typeof own === 'string' && { id: own }),
      properties: Object.fromEntries(
        fields.flatMap((field, index) => {
          const cell = cells[index] ?? null;
          return cell === null ? [] : [[field.name, cell] as const];
        }),
      ),
      geometry: geometry === undefined ? null : rounded(geometry, crs.decimals),
    });
  });
  return `${head.slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}

/** Every number in a geometry is part of a position. */
function rounded(geometry: Geometry, decimals: number): unknown {
  return JSON.parse(JSON.stringify(geometry), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(decimals)) : value,
  );
}
