import type { Feature } from 'geojson';
import type { FieldPhoto } from '../../domain/field-photo/field-photo.ts';
import { destination } from '../../domain/geodesy.ts';
import type { Position } from '../../domain/geometry.ts';

/** How long the arrow of a bearing is on the ground, in metres. */
const ARROW_M = 60;

/** What the map draws of photos: a point where each was taken, and an arrow the way it looks. */
export function photoFeatures(photos: readonly FieldPhoto[]): readonly Feature[] {
  return photos.flatMap(({ id, at, datum, bearing }): readonly Feature[] => {
    if (at === undefined || datum !== undefined) return [];
    const place = pointFeature(`photo:${id}`, at, { kind: 'reading' });
    if (bearing === undefined) return [place];
    const head = destination(at, bearing, ARROW_M);
    return [
      {
        type: 'Feature',
        properties: { id: `photo:${id}:line`, kind: 'note' },
        geometry: { type: 'LineString', coordinates: [[...at], [...head]] },
      },
      pointFeature(`photo:${id}:head`, head, { kind: 'head', turn: bearing }),
      place,
    ];
  });
}

function pointFeature(id: string, at: Position, properties: object): Feature {
  return {
    type: 'Feature',
    properties: { id, ...properties },
    geometry: { type: 'Point', coordinates: [...at] },
  };
}
