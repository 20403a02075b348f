import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { CoastlineSegment } from '../domain/coastline.ts';
import { accuracyCircle } from '../domain/geometry/accuracy-circle.ts';
import { coarseRadius, isDrawnAsLine } from '../domain/legend/accuracy-symbols.ts';
import { accuracyGrade, type Project } from '../domain/project.ts';
import { COASTLINE_SYMBOLS, UNCLASSIFIED_SYMBOL } from '../domain/symbology.ts';
import type { Zone } from '../domain/zone.ts';
import { labelPoint } from './label-point.ts';
import { landTest, landwardBorders, middleOfLongest } from './landward-borders.ts';
import { zoneBorders } from './zone-borders.ts';

/**
 * Returns the located projects as map features with the properties that the style needs. A site with an
 * accuracy of more than 5 km also gets the circle of that radius, under the same id.
 */
export function projectFeatures(projects: readonly Project[]): FeatureCollection {
  return collection(
    projects.flatMap((project) => {
      const { id, name, status, geometry } = project;
      if (geometry === undefined) return [];
      const grade = accuracyGrade(project);
      const radiusM = coarseRadius(project);
      const properties = {
        ...{ id, name_zh: name.zh, name_en: name.en, status, grade, rank: project.rank ?? 3 },
        within: radiusM === undefined ? '' : `\n±${Math.round(radiusM / 1000)} km`,
        ...(radiusM !== undefined && isDrawnAsLine(geometry) && { isSoft: true }),
      };
      const site = feature(properties, geometry);
      const [longitude, latitude] = geometry.type === 'Point' ? geometry.coordinates : [];
      if (radiusM === undefined || longitude === undefined || latitude === undefined) {
        return [site, ...labelFeatures(properties, geometry)];
      }
      const circle = accuracyCircle([longitude, latitude], radiusM);
      return [feature({ ...properties, part: 'circle' }, circle), site];
    }),
  );
}

/** Returns coastline segments as map features with the properties that the style needs. */
export function coastlineFeatures(segments: readonly CoastlineSegment[]): FeatureCollection {
  return collection(
    segments.map((segment) => {
      const symbol =
        segment.class === undefined ? UNCLASSIFIED_SYMBOL : COASTLINE_SYMBOLS[segment.class];
      return feature(
        {
          id: segment.id,
          name_zh: segment.name.zh,
          name_en: segment.name.en,
          class: segment.class ?? 'unclassified',
          pattern: symbol.pattern,
        },
        segment.geometry,
      );
    }),
  );
}

/**
 * Returns protection zones as map features: their areas, the landward borders that show the grade, and a point for
 * each name, on the landward border where there is one.
 * @param land the base map's land, which tells landward from seaward
 */
export function zoneFeatures(
  zones: readonly Zone[],
  land: readonly Feature[] = [],
): FeatureCollection {
  const isLand = landTest(land);
  return collection([
    ...zones.flatMap((zone) => {
      const { id, name, grade, geometry } = zone;
      const properties = {
        ...{ id, name_zh: name.zh, name_en: name.en },
        ...(grade && { grade }),
      };
      const landward = landwardBorders(zone, isLand);
      const at = middleOfLongest(landward) ?? labelPoint(geometry);
      return [
        feature(properties, geometry),
        ...(landward.length === 0
          ? []
          : [
              feature(
                { ...properties, part: 'band' },
                {
                  type: 'MultiLineString',
                  coordinates: landward.map((line) => line.map(([x, y]) => [x, y])),
                },
              ),
            ]),
        ...(at === undefined
          ? []
          : [feature({ ...properties, part: 'label' }, { type: 'Point', coordinates: [...at] })]),
      ];
    }),
    feature({ part: 'border' }, zoneBorders(zones)),
  ]);
}

/** The property of a point that only carries an area's name; people's own data may have a `part` of their own. */
export const LABEL_ONLY = ':label';

/**
 * Returns the features of a dataset that is only shown, with a point for the name of each named area. People's
 * own data seldom have names in both languages: one stands for the other.
 */
export function shownFeatures(features: readonly Feature[]): FeatureCollection {
  return collection(
    features.flatMap((shown) => {
      const { name_zh: zh, name_en: en } = shown.properties ?? {};
      if (zh === undefined && en === undefined) return [shown];
      const names = { name_zh: zh ?? en, name_en: en ?? zh };
      return [
        { ...shown, properties: { ...shown.properties, ...names } },
        ...labelFeatures({ ...names, [LABEL_ONLY]: true }, shown.geometry),
      ];
    }),
  );
}

/** The point that carries the name of an area or a line, with its id; a site carries its own. */
function labelFeatures(
  properties: Readonly<Record<string, unknown>>,
  geometry: Geometry,
): readonly Feature[] {
  const at = namePoint(geometry);
  return at === undefined
    ? []
    : [feature({ ...properties, part: 'label' }, { type: 'Point', coordinates: [...at] })];
}

/** Where a name stands: inside an area, at the middle corner of the longest line. */
function namePoint(geometry: Geometry): readonly number[] | undefined {
  switch (geometry.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return labelPoint(geometry);
    case 'LineString':
      return middleOfLongest([geometry.coordinates]);
    case 'MultiLineString':
      return middleOfLongest(geometry.coordinates);
    default:
      return undefined;
  }
}

function feature(properties: Readonly<Record<string, unknown>>, geometry: Geometry): Feature {
  return { type: 'Feature', properties, geometry };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
