import type { Position } from '../geometry.ts';

/** The most photos up to which more are added: each is up to half a megabyte, also in a saved file. Work that is joined may hold more. */
export const MAX_PHOTOS = 200;
/** The largest file of a photo that is read, in bytes: 50 MiB. */
export const MAX_PHOTO_FILE = 50 * 2 ** 20;
/** The long side of a kept picture, in pixels: larger ones are scaled down to it. */
const PICTURE_SIDE = 1600;

/** The picture of a photo, as JPEG without any data of the camera. */
export type PhotoPicture = {
  /** Of the JPEG's bytes. */
  readonly sha256: string;
  /** The JPEG's bytes in base64. */
  readonly jpeg: string;
  readonly width: number;
  readonly height: number;
  /** The size of the original, in pixels, upright. */
  readonly original: { readonly width: number; readonly height: number };
};

/** Where and when a photo was taken, as its file says. */
export type PhotoFacts = {
  /** Degrees in `datum`. */
  readonly at?: Position;
  /** What the file calls the datum of the position, where that is not WGS 84. */
  readonly datum?: string;
  /** The stated error of the position, in metres. */
  readonly accuracyM?: number;
  /** Which way the camera looked: degrees clockwise from north, 0 to below 360. */
  readonly bearing?: number;
  /** The bearing is from magnetic north. */
  readonly isMagnetic?: true;
  /** `2026-05-03T10:20:30`, the camera's clock; with `+08:00` or `Z` only where the file states it. */
  readonly takenAt?: string;
};

/** A photo from the field: evidence for a stretch. Nothing else of the camera's data is kept. */
export type FieldPhoto = PhotoFacts & {
  readonly id: string;
  /** The name of the original file, and the SHA-256 of its bytes. */
  readonly file: string;
  readonly sha256: string;
  /** The stretch that the user has pinned it to; else the position says which. */
  readonly segmentId?: string;
  /** Absent where the browser could not decode the original. */
  readonly picture?: PhotoPicture;
};

/** A photo's id by the SHA-256 of its original: the same photo twice is one. */
export function photoId(sha256: string): string {
  return `photo-${sha256.slice(0, 16)}`;
}

/** The size of a picture whose long side is at most `PICTURE_SIDE`; one that fits keeps its size. */
export function pictureSize({ width, height }: PhotoPicture['original']): PhotoPicture['original'] {
  const scale = Math.min(1, PICTURE_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** The day of a photo as ISO 8601; undefined where the file does not say. */
export function photoDay({ takenAt }: Pick<PhotoFacts, 'takenAt'>): string | undefined {
  return takenAt?.slice(0, 10);
}
