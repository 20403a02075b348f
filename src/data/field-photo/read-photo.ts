import { MAX_PHOTO_FILE, type PhotoFacts } from '../../domain/field-photo/field-photo.ts';
import type { Position } from '../../domain/geometry.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { getOwn, isRecord } from '../record.ts';

/** Why a photo has no position: what its file holds in its place. */
export type NoPosition =
  | { readonly kind: 'none' }
  /** The camera's data are cut off or damaged. */
  | { readonly kind: 'damaged' }
  /** No place on earth. */
  | { readonly kind: 'out-of-range'; readonly longitude: number; readonly latitude: number }
  /** 0° N 0° E: what a camera writes that has not found its position. */
  | { readonly kind: 'zero' };

/** What the file of a photo says; `noPosition` where it gives no place. */
export type ReadPhoto = {
  readonly format: 'JPEG' | 'HEIC';
  readonly facts: PhotoFacts;
  readonly noPosition?: NoPosition;
};

/** Why a file is no photo to read. */
export type PhotoFault = 'empty' | 'too-large' | 'not-a-photo';

/** Tags of EXIF 2.32 by their numbers, section 4.6. */
const TAKEN = 0x9003;
const TAKEN_OFFSET = 0x9011;
const GPS = {
  latitudeRef: 1,
  latitude: 2,
  longitudeRef: 3,
  longitude: 4,
  time: 7,
  bearingRef: 16,
  bearing: 17,
  datum: 18,
  day: 29,
  error: 31,
} as const;

/** Names of the datum that the positions of the plan are in; CGCS2000 is the same to a decimetre. */
const WGS_84 = /^(?:wgs\W*(?:19)?84|cgcs\W*2000|epsg\W*(?:4326|4490))?$/i;

/** Nothing but what is needed is read: no serial numbers, no makers' notes, no thumbnails. */
const OPTIONS = {
  tiff: true,
  ifd0: { pick: [] },
  exif: { pick: [TAKEN, TAKEN_OFFSET] },
  gps: { pick: Object.values(GPS) },
  ...{ ifd1: false, interop: false, jfif: false, xmp: false, icc: false, iptc: false },
  ...{ translateKeys: false, translateValues: false, reviveValues: false, mergeOutput: false },
};

/**
 * Reads position, bearing, time and accuracy of a JPEG or HEIC. Never rejects, but a damaged HEIC may keep the reader
 * busy for ever: call it where it can be ended.
 */
export async function readPhoto(bytes: Uint8Array): Promise<Result<ReadPhoto, PhotoFault>> {
  if (bytes.length === 0) return failed('empty');
  if (bytes.length > MAX_PHOTO_FILE) return failed('too-large');
  const format = formatOf(bytes);
  if (format === undefined) return failed('not-a-photo');
  const { parse } = await import('exifr/dist/lite.esm.mjs');
  const tags = await parse(bytes, OPTIONS).catch(() => DAMAGED);
  const isDamaged = isRecord(tags) && getOwn(tags, 'errors') !== undefined;
  const [exif, gps] = [block(tags, 'exif'), block(tags, 'gps')];
  const place = placeOf(gps);
  const taken = takenAt(exif, gps);
  const datum = textOf(gps, GPS.datum);
  return ok({
    format,
    facts: {
      ...('at' in place && {
        at: place.at,
        ...(!WGS_84.test(datum) && { datum }),
        ...accuracyOf(gps),
      }),
      ...bearingOf(gps),
      ...(taken !== undefined && { takenAt: taken }),
    },
    ...('kind' in place && {
      noPosition: isDamaged && place.kind === 'none' ? { kind: 'damaged' } : place,
    }),
  });
}

const DAMAGED = { errors: [] };

/** By the first bytes: ISO/IEC 10918-1 and ISO/IEC 23008-12; a name proves nothing. */
function formatOf(bytes: Uint8Array): ReadPhoto['format'] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'JPEG';
  const brand = String.fromCharCode(...bytes.subarray(4, 12));
  return /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand) ? 'HEIC' : undefined;
}

type Block = Readonly<Record<string, unknown>>;

function block(tags: unknown, name: 'exif' | 'gps'): Block {
  const found = isRecord(tags) ? getOwn(tags, name) : undefined;
  return isRecord(found) ? found : {};
}

function placeOf(gps: Block): { readonly at: Position } | NoPosition {
  const latitude = degreesOf(gps, GPS.latitude, GPS.latitudeRef, 'S');
  const longitude = degreesOf(gps, GPS.longitude, GPS.longitudeRef, 'W');
  if (latitude === undefined || longitude === undefined) return { kind: 'none' };
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    return { kind: 'out-of-range', longitude, latitude };
  if (latitude === 0 && longitude === 0) return { kind: 'zero' };
  return { at: [longitude, latitude] };
}

/** Degrees of three numbers (degrees, minutes, seconds) and a hemisphere; to seven decimals, a centimetre. */
function degreesOf(
  gps: Block,
  tag: number,
  refTag: number,
  negative: 'S' | 'W',
): number | undefined {
  const parts = numbersOf(gps, tag);
  const [degrees, minutes = 0, seconds = 0] = parts;
  const hemisphere = textOf(gps, refTag).toUpperCase();
  if (degrees === undefined || parts.some((part) => part < 0)) return undefined;
  // Without its hemisphere a number may mean either.
  if (!/^[NSEW]$/.test(hemisphere)) return undefined;
  const size = Math.round((degrees + minutes / 60 + seconds / 3600) * 1e7) / 1e7;
  return hemisphere === negative && size !== 0 ? -size : size;
}

function accuracyOf(gps: Block): Pick<PhotoFacts, 'accuracyM'> {
  const [error] = numbersOf(gps, GPS.error);
  return error === undefined || error <= 0 ? {} : { accuracyM: Math.round(error * 10) / 10 };
}

function bearingOf(gps: Block): Pick<PhotoFacts, 'bearing' | 'isMagnetic'> {
  const [bearing] = numbersOf(gps, GPS.bearing);
  if (bearing === undefined || bearing < 0 || bearing > 360) return {};
  const isMagnetic = textOf(gps, GPS.bearingRef).toUpperCase() === 'M';
  return {
    bearing: (Math.round(bearing * 10) / 10) % 360,
    ...(isMagnetic && { isMagnetic }),
  };
}

/** The camera's clock, else the time of the satellites, which is UTC; undefined for what is no time. */
function takenAt(exif: Block, gps: Block): string | undefined {
  const clock = momentOf(textOf(exif, TAKEN));
  if (clock !== undefined) {
    const offset = textOf(exif, TAKEN_OFFSET);
    return /^[+-](?:0\d|1[0-4]):[0-5]\d$/.test(offset) ? clock + offset : clock;
  }
  const [hours, minutes, seconds = 0] = numbersOf(gps, GPS.time);
  if (hours === undefined || minutes === undefined) return undefined;
  const time = [hours, minutes, Math.floor(seconds)].map((part) => `${part}`.padStart(2, '0'));
  const moment = momentOf(`${textOf(gps, GPS.day)} ${time.join(':')}`);
  return moment && `${moment}Z`;
}

/** `2026:05:03 10:20:30` as ISO 8601; undefined for a day or time that does not exist. */
function momentOf(text: string): string | undefined {
  const [, year, month, day, time] =
    /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month}-${day}T${time}`;
  const moment = new Date(`${iso}Z`);
  const isReal = Number(year) > 1900 && !Number.isNaN(moment.getTime());
  return isReal && moment.toISOString().startsWith(iso) ? iso : undefined;
}

/** The finite numbers of a tag; none where one of them is missing, as a division by zero is. */
function numbersOf(of: Block, tag: number): readonly number[] {
  const value = getOwn(of, `${tag}`);
  const values: readonly unknown[] =
    Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(Object(value)) : [value];
  const numbers = values.filter((each): each is number => Number.isFinite(each));
  return numbers.length === values.length ? numbers : [];
}

/** The text of a tag up to its end, which is a NUL. */
function textOf(of: Block, tag: number): string {
  const value = getOwn(of, `${tag}`);
  return typeof value === 'string' ? (value.split('\0')[0] ?? '').trim().slice(0, 60) : '';
}
