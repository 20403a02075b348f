type Line = readonly (readonly [number, number])[];
type Properties = Readonly<Record<string, unknown>>;

/** A FeatureCollection, with members of its own beside the features. */
export function collection(features: readonly object[], members: Properties = {}): object {
  return { type: 'FeatureCollection', ...members, features };
}

/** A mainland segment of high confidence, sandy unless said otherwise. */
export function segment(id: unknown, line: Line, properties: Properties = {}): object {
  return {
    type: 'Feature',
    properties: {
      id,
      class: 'sandy',
      realm: 'mainland',
      confidence: 'high',
      name_zh: '岸段',
      name_en: 'Stretch',
      position_source: 'drawn for a test',
      class_source: 'drawn for a test',
      ...properties,
    },
    geometry: { type: 'LineString', coordinates: line },
  };
}

/** A rectangular zone. */
export function zone(
  id: unknown,
  [west, south, east, north]: readonly [number, number, number, number],
  properties: Properties = {},
): object {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    properties: {
      id,
      name_zh: '区段',
      name_en: 'Zone',
      position_source: 'drawn for a test',
      ...properties,
    },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

/**
 * Lengths in metres of meridian on the CGCS2000 ellipsoid from 35.5° to 35.6° and on to 35.7° N.
 * Source: `pyproj.Geod(a=6378137, rf=298.257222101).inv(120, 35.5, 120, 35.6)[2]` and the next.
 */
export const SOUTHERN_TENTH = 11095.068099788534;
/** See `SOUTHERN_TENTH`. */
export const NORTHERN_TENTH = 11095.252596043361;
