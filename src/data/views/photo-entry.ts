import * as v from 'valibot';
import type { FieldPhoto } from '../../domain/field-photo/field-photo.ts';
import { definedOnly } from '../record.ts';
import type { TextOf } from './dataset-entry.ts';

const Text = v.pipe(v.string(), v.minLength(1));
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Pixels = v.pipe(v.number(), v.integer(), v.minValue(1));
const within = (limit: number) => v.pipe(v.number(), v.minValue(-limit), v.maxValue(limit));

/** A photo from the field in a work file. In the browser's store and in a project its picture has a place of its own. */
export const PhotoEntry = v.object({
  id: v.pipe(v.string(), v.regex(/^photo-[0-9a-f]{16}$/)),
  file: Text,
  sha256: Hash,
  at: v.optional(v.pipe(v.tuple([within(180), within(90)]), v.readonly())),
  datum: v.optional(Text),
  accuracyM: v.optional(v.pipe(v.number(), v.minValue(0))),
  bearing: v.optional(v.pipe(v.number(), v.minValue(0), v.ltValue(360))),
  isMagnetic: v.optional(v.literal(true)),
  takenAt: v.optional(
    v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$/)),
  ),
  segmentId: v.optional(Text),
  picture: v.optional(
    v.object({
      sha256: Hash,
      jpeg: v.optional(v.pipe(v.string(), v.base64())),
      width: Pixels,
      height: Pixels,
      original: v.object({ width: Pixels, height: Pixels }),
    }),
  ),
});

/** A photo as it is written; without its picture's bytes where they are stored apart. */
export function fromPhoto(
  { picture, ...photo }: FieldPhoto,
  { withPicture }: { readonly withPicture: boolean },
): object {
  if (picture === undefined) return photo;
  const { jpeg, ...measures } = picture;
  return { ...photo, picture: withPicture ? { ...measures, jpeg } : measures };
}

/** A photo as read; without its picture where its bytes are nowhere: place and time are evidence all the same. */
export async function toPhoto(
  { picture, id, file, sha256, ...facts }: v.InferOutput<typeof PhotoEntry>,
  textOf: TextOf,
): Promise<FieldPhoto> {
  const jpeg = picture && (picture.jpeg ?? (await textOf(picture.sha256)));
  return {
    ...{ id, file, sha256 },
    ...definedOnly(facts),
    ...(picture !== undefined && jpeg !== undefined && { picture: { ...picture, jpeg } }),
  };
}
