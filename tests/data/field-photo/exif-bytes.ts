/** Files of photos, written byte by byte after EXIF 2.32 (CIPA DC-008) and ISO/IEC 23008-12. */

/** Values of a tag, by their type in EXIF: text, fractions. */
type TagValue = string | readonly (readonly [numerator: number, denominator: number])[];

/** Tags by their numbers, for the two blocks that the app reads and one that it must not. */
export type ExifTags = {
  readonly camera?: Readonly<Record<number, TagValue>>;
  readonly exif?: Readonly<Record<number, TagValue>>;
  readonly gps?: Readonly<Record<number, TagValue>>;
};

/** 35°57′12.34″ N 120°12′0″ E, taken on 3 May 2026 towards 270.5°. */
export const TAGS = {
  exif: { 36867: '2026:05:03 10:20:30', 36881: '+08:00' },
  gps: {
    1: 'N',
    2: [
      [35, 1],
      [57, 1],
      [1234, 100],
    ],
    3: 'E',
    4: [
      [120, 1],
      [12, 1],
      [0, 1],
    ],
    16: 'T',
    17: [[2705, 10]],
    18: 'WGS-84',
    31: [[48, 10]],
  },
} as const satisfies ExifTags;

/** Tags of a place in whole degrees. */
export function placeTags(
  [longitude, latitude]: readonly [number, number],
  scale = 1_000_000,
): Readonly<Record<number, TagValue>> {
  const fraction = (value: number): TagValue => [
    [Math.round(Math.abs(value) * scale), scale],
    [0, 1],
    [0, 1],
  ];
  return {
    1: latitude < 0 ? 'S' : 'N',
    2: fraction(latitude),
    3: longitude < 0 ? 'W' : 'E',
    4: fraction(longitude),
  };
}

/** The TIFF that EXIF is, in either order of bytes. */
export function tiffBytes(
  { camera = {}, exif = {}, gps = {} }: ExifTags,
  isLittle = true,
): readonly number[] {
  const u16 = (value: number): number[] => ordered([(value >> 8) & 255, value & 255]);
  const u32 = (value: number): number[] =>
    ordered([(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
  const ordered = (bytes: number[]): number[] => (isLittle ? bytes.reverse() : bytes);
  const payload = (value: TagValue): number[] =>
    typeof value === 'string'
      ? [...new TextEncoder().encode(value), 0]
      : value.flatMap(([numerator, denominator]) => [...u32(numerator), ...u32(denominator)]);
  /** A directory at an offset, with pointers to others before its tags. */
  const directory = (
    tags: Readonly<Record<number, TagValue>>,
    offset: number,
    pointers: readonly (readonly [tag: number, to: number])[] = [],
  ): number[] => {
    const entries = Object.entries(tags);
    const count = entries.length + pointers.length;
    const head = u16(count);
    const tail: number[] = [];
    for (const [tag, value] of entries) {
      const bytes = payload(value);
      const isText = typeof value === 'string';
      const where = offset + 2 + 12 * count + 4 + tail.length;
      const inline = [...bytes, 0, 0, 0].slice(0, 4);
      head.push(...u16(Number(tag)), ...u16(isText ? 2 : 5));
      head.push(...u32(isText ? bytes.length : value.length));
      head.push(...(bytes.length <= 4 ? inline : u32(where)));
      if (bytes.length > 4) tail.push(...bytes);
    }
    for (const [tag, to] of pointers) head.push(...u16(tag), ...u16(4), ...u32(1), ...u32(to));
    return [...head, ...u32(0), ...tail];
  };
  const withPointers = (exifAt: number, gpsAt: number): number[] =>
    directory(camera, 8, [
      [0x8769, exifAt],
      [0x8825, gpsAt],
    ]);
  const exifAt = 8 + withPointers(0, 0).length;
  const gpsAt = exifAt + directory(exif, exifAt).length;
  return [
    ...(isLittle ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...u16(42),
    ...u32(8),
    ...withPointers(exifAt, gpsAt),
    ...directory(exif, exifAt),
    ...directory(gps, gpsAt),
  ];
}

/** The segment of a JPEG that holds EXIF. */
function exifSegment(tags: ExifTags, isLittle = true): readonly number[] {
  const content = [...ascii('Exif'), 0, 0, ...tiffBytes(tags, isLittle)];
  return [0xff, 0xe1, ...big16(content.length + 2), ...content];
}

/** A JPEG with EXIF: given one, its picture; else one without a picture. */
export function jpegBytes(
  tags: ExifTags,
  { picture = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), isLittle = true } = {},
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0xff, 0xd8, ...exifSegment(tags, isLittle), ...picture.subarray(2)]);
}

/** A HEIC whose only item is its EXIF: enough for its place, nothing to look at. */
export function heicBytes(tags: ExifTags): Uint8Array<ArrayBuffer> {
  const content = [...big32(6), ...ascii('Exif'), 0, 0, ...tiffBytes(tags)];
  const kind = box('ftyp', [...ascii('heic'), ...big32(0), ...ascii('mif1heic')]);
  const entry = box('infe', [2, 0, 0, 0, ...big16(1), ...big16(0), ...ascii('Exif'), 0]);
  const handler = box('hdlr', [...big32(0), ...big32(0), ...ascii('pict'), ...Array(13).fill(0)]);
  const meta = (offset: number): number[] =>
    box('meta', [
      ...big32(0),
      ...handler,
      ...box('iinf', [...big32(0), ...big16(1), ...entry]),
      // Version 0; sizes of offset and length 4 bytes, none for the base; one item of one extent.
      ...box('iloc', [
        ...big32(0),
        ...[0x44, 0x00],
        ...big16(1),
        ...big16(1),
        ...big16(0),
        ...big16(1),
        ...big32(offset),
        ...big32(content.length),
      ]),
    ]);
  const offset = kind.length + meta(0).length + 8;
  return Uint8Array.from([...kind, ...meta(offset), ...box('mdat', content)]);
}

function box(name: string, content: readonly number[]): number[] {
  return [...big32(content.length + 8), ...ascii(name), ...content];
}

function ascii(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}

function big16(value: number): readonly number[] {
  return [(value >> 8) & 255, value & 255];
}

function big32(value: number): readonly number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
