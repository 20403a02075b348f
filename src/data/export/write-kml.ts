import type { Geometry, Position } from 'geojson';
import { xmlText } from '../../domain/file-text.ts';
import { cellText, type ExportField, type ExportTable } from './export-table.ts';
import { plain } from './geometry-wkt.ts';

const TYPES = {
  text: 'string',
  integer: 'int',
  real: 'double',
  boolean: 'bool',
} as const satisfies Record<ExportField['type'], string>;

/**
 * Writes a table as KML 2.2 (OGC 07-147r2), its cells as typed data. KML has one system: longitude and latitude
 * of WGS 84, whatever was chosen for other formats.
 */
export function writeKml({ name, title, fields, rows }: ExportTable): string {
  const schema = fields
    .map(
      (field) =>
        `<SimpleField name="${attribute(field.name)}" type="${TYPES[field.type]}"><displayName>${content(`${field.title.zh} ${field.title.en}`)}</displayName></SimpleField>`,
    )
    .join('');
  const [zh, en] = ['name_zh', 'name_en'].map((wanted) =>
    fields.findIndex((field) => field.name === wanted),
  );
  const placemarks = rows.map(({ geometry, cells }) => {
    const called = cellText(cells[zh ?? -1]) || cellText(cells[en ?? -1]);
    const data = fields
      .map((field, index) => ({ field, cell: cells[index] ?? null }))
      .filter(({ cell }) => cell !== null)
      .map(
        ({ field, cell }) =>
          `<SimpleData name="${attribute(field.name)}">${content(cellText(cell))}</SimpleData>`,
      )
      .join('');
    return `<Placemark><name>${content(called)}</name><ExtendedData><SchemaData schemaUrl="#${name}">${data}</SchemaData></ExtendedData>${geometry === undefined ? '' : shape(geometry)}</Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document id="root"><name>${content(`${title.zh} ${title.en}`)}</name>
<Schema name="${name}" id="${name}">${schema}</Schema>
<Folder><name>${name}</name>
${placemarks.join('\n')}
</Folder></Document></kml>
`;
}

function shape(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case 'Polygon': {
      const [outer = [], ...holes] = geometry.coordinates;
      const ring = (positions: readonly Position[]): string =>
        `<LinearRing>${coordinates(positions)}</LinearRing>`;
      return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${holes
        .map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`)
        .join('')}</Polygon>`;
    }
    case 'MultiPoint':
      return several(geometry.coordinates.map((at) => ({ type: 'Point', coordinates: at })));
    case 'MultiLineString':
      return several(
        geometry.coordinates.map((line) => ({ type: 'LineString', coordinates: line })),
      );
    case 'MultiPolygon':
      return several(
        geometry.coordinates.map((rings) => ({ type: 'Polygon', coordinates: rings })),
      );
    case 'GeometryCollection':
      return several(geometry.geometries);
  }
}

function several(members: readonly Geometry[]): string {
  return `<MultiGeometry>${members.map(shape).join('')}</MultiGeometry>`;
}

function coordinates(positions: readonly Position[]): string {
  const text = positions.map(([x = Number.NaN, y = Number.NaN]) => `${plain(x, 9)},${plain(y, 9)}`);
  return `<coordinates>${text.join(' ')}</coordinates>`;
}

function content(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;');
}
