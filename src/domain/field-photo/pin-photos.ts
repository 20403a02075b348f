import type { Geometry } from 'geojson';
import type { CoastlineSegment } from '../coastline.ts';
import { type DistanceIndex, distanceBetween, distanceIndex } from '../geometry/distance.ts';
import { leastBetween } from '../geometry/edge-tree.ts';
import { type BoundingBox, boundingBox, type Position, positionsOf } from '../geometry.ts';
import type { FieldPhoto } from './field-photo.ts';

/** How far from a stretch a photo of it may be taken, in metres, beside the error of its position. */
const PIN_WITHIN_M = 500;

/** Where a photo belongs. */
export type PhotoPin =
  /** `distanceM`: metres to the stretch; absent without a position in WGS 84. */
  | {
      readonly kind: 'pinned';
      readonly segmentId: string;
      readonly by: 'position' | 'user';
      readonly distanceM?: number;
    }
  /** No stretch is as near as `limitM`. */
  | { readonly kind: 'far'; readonly limitM: number }
  /** The position is in another datum: which stretch is nearest is not known. */
  | { readonly kind: 'other-datum'; readonly datum: string }
  /** The stretch that the user chose is gone, and there is no position to go by. */
  | { readonly kind: 'stretch-gone'; readonly segmentId: string };

/** A photo and where it belongs. */
export type PhotoWithPin = { readonly photo: FieldPhoto; readonly pin: PhotoPin };

/** Photos with their pins, by the order of the stretches; those of none come last. */
export function photosByStretch(
  photos: readonly FieldPhoto[],
  segments: readonly Pick<CoastlineSegment, 'id' | 'geometry'>[],
): readonly PhotoWithPin[] {
  const pins = pinPhotos(photos, segments);
  const order = new Map(segments.map(({ id }, index) => [id, index]));
  const rank = ({ pin }: PhotoWithPin): number =>
    (pin.kind === 'pinned' ? order.get(pin.segmentId) : undefined) ?? segments.length;
  return photos
    .flatMap((photo) => {
      const pin = pins.get(photo.id);
      return pin === undefined ? [] : [{ photo, pin }];
    })
    .toSorted((one, other) => rank(one) - rank(other));
}

/** What is worked out of a stretch once; the geometry stays the same object while classes change. */
type Prepared = { readonly box: BoundingBox | undefined; extent?: DistanceIndex | undefined };
const PREPARED = new WeakMap<Geometry, Prepared>();

/**
 * Pins photos to stretches: to the one that the user chose, else to the nearest by the position. Returns where each
 * photo belongs, by its id.
 */
export function pinPhotos(
  photos: readonly FieldPhoto[],
  segments: readonly Pick<CoastlineSegment, 'id' | 'geometry'>[],
): ReadonlyMap<string, PhotoPin> {
  if (photos.length === 0) return new Map();
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  return new Map(photos.map((photo) => [photo.id, pinOf(photo)]));

  function pinOf({ at, datum, accuracyM = 0, segmentId }: FieldPhoto): PhotoPin {
    const place = datum === undefined ? at : undefined;
    const chosen = segmentId === undefined ? undefined : byId.get(segmentId);
    if (chosen !== undefined) {
      const distanceM = place && distanceTo(place, chosen, Infinity);
      return {
        ...{ kind: 'pinned', segmentId: chosen.id, by: 'user' },
        ...(distanceM !== undefined && { distanceM }),
      };
    }
    if (datum !== undefined) return { kind: 'other-datum', datum };
    if (place === undefined) return { kind: 'stretch-gone', segmentId: segmentId ?? '' };
    const limitM = PIN_WITHIN_M + accuracyM;
    let nearest: { readonly segmentId: string; readonly distanceM: number } | undefined;
    for (const segment of segments) {
      const distanceM = distanceTo(place, segment, nearest?.distanceM ?? limitM);
      const isNearer = nearest === undefined || (distanceM ?? Infinity) < nearest.distanceM;
      if (distanceM !== undefined && isNearer) nearest = { segmentId: segment.id, distanceM };
    }
    return nearest === undefined
      ? { kind: 'far', limitM }
      : { kind: 'pinned', by: 'position', ...nearest };
  }
}

/** Metres from a place to a stretch along the geodesic; undefined when it is farther than a bound. */
function distanceTo(
  place: Position,
  { geometry }: Pick<CoastlineSegment, 'geometry'>,
  boundM: number,
): number | undefined {
  const prepared = PREPARED.get(geometry) ?? { box: boundingBox(positionsOf(geometry)) };
  PREPARED.set(geometry, prepared);
  const [longitude, latitude] = place;
  const here: BoundingBox = [longitude, latitude, longitude, latitude];
  if (prepared.box === undefined || leastBetween(here, prepared.box) > boundM) return undefined;
  prepared.extent ??= distanceIndex(geometry);
  const point = distanceIndex({ type: 'Point', coordinates: [longitude, latitude] });
  if (prepared.extent === undefined || point === undefined) return undefined;
  // A bound that is met is farther than the bound, as far as can be told: look a little beyond it.
  const distanceM = distanceBetween(point, prepared.extent, boundM * 1.001 + 0.001);
  return distanceM <= boundM ? distanceM : undefined;
}
