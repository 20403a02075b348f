import { base64Bytes } from '../../data/text/base64.ts';
import type { PhotoWithPin } from '../../domain/field-photo/pin-photos.ts';
import { sha256OfBytes } from '../persistence/sha256.ts';

/** The photos of a bundle: a list as JSON, and the pictures by their name in the bundle with the hashes of their bytes. */
export type PhotoFiles = {
  readonly list: string;
  readonly pictures: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly sha256: string }>;
};

/**
 * Returns the photos from the field for a bundle, each with its stretch; undefined without any. Positions in degrees,
 * lengths in metres, sizes in pixels; `sha256` is that of the original, whose picture is scaled.
 */
export async function photoFiles(photos: readonly PhotoWithPin[]): Promise<PhotoFiles | undefined> {
  if (photos.length === 0) return undefined;
  const pictures = new Map<string, { readonly bytes: Uint8Array; readonly sha256: string }>();
  const rows: object[] = [];
  for (const { photo, pin } of photos) {
    const { picture, at, datum, isMagnetic, file, sha256, takenAt, bearing, accuracyM } = photo;
    const bytes = picture && base64Bytes(picture.jpeg);
    // A hash that a work file states is not taken on trust.
    const own = bytes && (await sha256OfBytes(bytes));
    const name = own && `photos/${own}.jpg`;
    if (bytes !== undefined && own !== undefined && name !== undefined)
      pictures.set(name, { bytes, sha256: own });
    rows.push({
      ...{ file, sha256 },
      segment: pin.kind === 'pinned' ? pin.segmentId : null,
      pinnedBy: pin.kind === 'pinned' ? pin.by : null,
      distanceM: (pin.kind === 'pinned' ? pin.distanceM : undefined) ?? null,
      ...{ takenAt: takenAt ?? null, longitude: at?.[0] ?? null, latitude: at?.[1] ?? null },
      datum: at === undefined ? null : (datum ?? 'WGS 84'),
      ...{ accuracyM: accuracyM ?? null, bearing: bearing ?? null },
      bearingFrom: bearing === undefined ? null : isMagnetic ? 'magnetic north' : 'true north',
      picture: name ?? null,
      pictureSize: picture ? [picture.width, picture.height] : null,
      originalSize: picture ? [picture.original.width, picture.original.height] : null,
    });
  }
  return { list: `${JSON.stringify(rows, undefined, 2)}\n`, pictures };
}
