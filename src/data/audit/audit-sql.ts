import type { Geometry, Position } from 'geojson';
import { type AuditRule, countingOf } from '../../domain/audit/audit.ts';
import type { CoastlineSegment, RealmChoice } from '../../domain/coastline.ts';
import type { Zone } from '../../domain/zone.ts';

/** What is asked of a database: the coast and zones as read, and how they are counted. */
export type SqlAudit = {
  readonly segments: readonly CoastlineSegment[];
  readonly zones: readonly Zone[];
  readonly rule: AuditRule;
  readonly realm: RealmChoice;
  /** The files behind it, by name and SHA-256, for the head of the script. */
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
};

/** China Geodetic Coordinate System 2000 in degrees: PostGIS measures on its ellipsoid. */
const SRID = 4490;

/**
 * Returns the audit as a script for PostGIS 3.2 or later (`psql -f`): it creates temporary tables of the coast, its
 * edges and the zones, and gives one row for each zone, one for the coast outside all of them and one for the whole.
 * Lengths are geodesics on the ellipsoid in metres, areas in square metres. Each edge is cut where it crosses a
 * zone's boundary; an edge on the boundary belongs to the zone. The columns are those of `audit --format csv`
 * where both have them.
 */
export function auditSql({ segments, zones, rule, realm, files }: SqlAudit): string {
  const coast = segments
    .filter((segment) => realm === 'all' || segment.realm === realm)
    .map(({ id, class: shoreClass, geometry }) =>
      row([
        literal(id),
        literal(shoreClass ?? 'unclassified'),
        literal(countingOf(shoreClass, rule.counting)),
        geometryOf(geometry),
      ]),
    );
  const places = zones.map(({ id, name, target, geometry }, index) =>
    row([
      String(index + 1),
      literal(id),
      literal(name.zh),
      literal(name.en),
      String(target ?? rule.target),
      geometryOf(geometry),
    ]),
  );
  return [
    '-- The natural coastline audit for PostGIS 3.2 or later: psql -f this.sql',
    `-- Realm ${realm}, target ${rule.target}. Made from:`,
    ...files.map(({ file, sha256 }) => `--   ${oneLine(file)}  SHA-256 ${sha256}`),
    'BEGIN;',
    `CREATE TEMPORARY TABLE coast (segment text, class text, counting text, geom geometry(Geometry, ${SRID})) ON COMMIT DROP;`,
    ...inserts('coast', coast),
    `CREATE TEMPORARY TABLE zone (number integer, zone text, name_zh text, name_en text, target double precision, geom geometry(Geometry, ${SRID})) ON COMMIT DROP;`,
    ...inserts('zone', places),
    statement(rule.target),
    'COMMIT;',
    '',
  ].join('\n');
}

/** Rows of one INSERT: a statement of any length is read, but is kept in memory whole. */
const ROWS = 500;

function inserts(table: string, rows: readonly string[]): readonly string[] {
  const statements: string[] = [];
  for (let start = 0; start < rows.length; start += ROWS)
    statements.push(`INSERT INTO ${table} VALUES\n${rows.slice(start, start + ROWS).join(',\n')};`);
  return statements;
}

function row(values: readonly string[]): string {
  return `(${values.join(', ')})`;
}

/** A text literal of standard SQL. A database's text holds neither NUL nor half a surrogate pair. */
function literal(text: string): string {
  return `'${text.toWellFormed().replaceAll('\0', '\uFFFD').replaceAll("'", "''")}'`;
}

function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** A geometry as well-known text with all its digits (OGC 06-103r4). */
function geometryOf(geometry: Geometry): string {
  return `ST_GeomFromText('${wkt(geometry)}', ${SRID})`;
}

function wkt(geometry: Geometry): string {
  switch (geometry.type) {
    case 'LineString':
      return `LINESTRING ${line(geometry.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING ${list(geometry.coordinates, line)}`;
    case 'Polygon':
      return `POLYGON ${list(geometry.coordinates, line)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON ${list(geometry.coordinates, (rings) => list(rings, line))}`;
    default:
      throw new RangeError(`no coast and no zone is a ${geometry.type}`);
  }
}

function line(positions: readonly Position[]): string {
  return list(positions, ([longitude = 0, latitude = 0]) => `${longitude} ${latitude}`);
}

function list<Item>(items: readonly Item[], text: (item: Item) => string): string {
  return `(${items.map(text).join(', ')})`;
}

function statement(target: number): string {
  return `CREATE TEMPORARY TABLE edge ON COMMIT DROP AS
  SELECT class, counting, (ST_DumpSegments(geom)).geom AS geom FROM coast;
CREATE INDEX ON edge USING gist (geom);
ANALYZE edge;

WITH together AS MATERIALIZED (
  SELECT ST_Union(geom) AS geom FROM zone
), piece AS (
  SELECT zone.number, class, counting,
    ST_Length((CASE WHEN ST_Covers(zone.geom, edge.geom) THEN edge.geom
      ELSE ST_CollectionExtract(ST_Intersection(edge.geom, zone.geom), 2) END)::geography) AS metres
  FROM zone JOIN edge ON ST_Intersects(zone.geom, edge.geom)
  UNION ALL
  -- 0: outside every zone
  SELECT 0, class, counting,
    ST_Length((CASE WHEN together.geom IS NULL OR NOT ST_Intersects(together.geom, edge.geom) THEN edge.geom
      WHEN ST_Covers(together.geom, edge.geom) THEN NULL
      ELSE ST_CollectionExtract(ST_Difference(edge.geom, together.geom), 2) END)::geography)
  FROM edge CROSS JOIN together
  UNION ALL
  -- -1: the whole coast
  SELECT -1, class, counting, ST_Length(geom::geography) FROM edge
), by_class AS (
  SELECT number, class, counting, sum(coalesce(metres, 0)) AS metres FROM piece GROUP BY number, class, counting
), summed AS (
  SELECT number,
    coalesce(sum(metres) FILTER (WHERE counting <> 'excluded'), 0) AS total_m,
    coalesce(sum(metres) FILTER (WHERE counting = 'natural'), 0) AS natural_m,
    coalesce(sum(metres) FILTER (WHERE counting = 'restored'), 0) AS restored_m,
    jsonb_object_agg(class, metres ORDER BY class) AS by_class
  FROM by_class GROUP BY number
), asked AS (
  SELECT number, 'zone' AS scope, zone AS id, name_zh, name_en, target, ST_Area(geom::geography) AS area_m2 FROM zone
  UNION ALL SELECT 0, 'outside', NULL, '区段之外', 'outside every zone', NULL, NULL
  UNION ALL SELECT -1, 'overall', NULL, '全部岸线', 'whole coast', ${target}, (SELECT ST_Area(geom::geography) FROM together)
)
SELECT scope, id, name_zh, name_en,
  coalesce(total_m, 0) AS total_m, coalesce(natural_m, 0) AS natural_m, coalesce(restored_m, 0) AS restored_m,
  (natural_m + restored_m) / nullif(total_m, 0) AS ratio, natural_m / nullif(total_m, 0) AS ratio_native,
  target, CASE WHEN total_m > 0 THEN natural_m + restored_m - target * total_m END AS headroom_m,
  by_class, area_m2
FROM asked LEFT JOIN summed USING (number)
ORDER BY number < 1, abs(number);`;
}
