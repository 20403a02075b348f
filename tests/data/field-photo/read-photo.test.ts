import { describe, expect, test } from 'vitest';
import { readPhoto } from '../../../src/data/field-photo/read-photo.ts';
import { type ExifTags, heicBytes, jpegBytes, placeTags, TAGS, tiffBytes } from './exif-bytes.ts';

/** 35 + 57/60 + 12.34/3600, and 120 + 12/60, to seven decimals. */
const AT = [120.2, 35.9534278];

describe('a photo', () => {
  test.each([
    ['in little-endian order', jpegBytes(TAGS)],
    ['in big-endian order', jpegBytes(TAGS, { isLittle: false })],
  ])('says where, which way, when and how surely, %s', async (_, bytes) => {
    expect(await readPhoto(bytes)).toEqual({
      ok: true,
      value: {
        format: 'JPEG',
        facts: { at: AT, accuracyM: 4.8, bearing: 270.5, takenAt: '2026-05-03T10:20:30+08:00' },
      },
    });
  });

  test('may be a HEIC', async () => {
    const read = await readPhoto(heicBytes(TAGS));
    expect(read).toMatchObject({ ok: true, value: { format: 'HEIC', facts: { at: AT } } });
  });

  test('lies south and west of zero by its letters', async () => {
    expect(await facts({ gps: placeTags([-70.5, -33.25]) })).toEqual({ at: [-70.5, -33.25] });
  });

  test('takes the time of the satellites where the camera gives none, as UTC', async () => {
    const gps = {
      ...TAGS.gps,
      7: [
        [2, 1],
        [20, 1],
        [3099, 100],
      ] as const,
      29: '2026:05:03',
    };
    expect(await facts({ gps })).toMatchObject({ takenAt: '2026-05-03T02:20:30Z' });
  });

  test('says that its bearing is magnetic', async () => {
    expect(await facts({ ...TAGS, gps: { ...TAGS.gps, 16: 'M' } })).toMatchObject({
      isMagnetic: true,
    });
  });

  test.each([
    ['WGS 84', undefined],
    ['WGS1984', undefined],
    ['CGCS2000', undefined],
    ['TOKYO', 'TOKYO'],
    ['GCJ-02', 'GCJ-02'],
  ])('in the datum %s', async (stated, told) => {
    const read = await facts({ gps: { ...TAGS.gps, 18: stated } });
    expect(read.datum).toBe(told);
  });

  test('keeps nothing else of the camera', async () => {
    const camera = { 271: 'Maker', 272: 'Model', 42033: 'SERIAL-4711' };
    const read = await readPhoto(jpegBytes({ ...TAGS, camera, exif: { ...TAGS.exif, ...camera } }));
    expect(JSON.stringify(read)).not.toMatch(/Maker|Model|SERIAL/);
  });

  test('of no time is one without a time', async () => {
    expect(await facts({ exif: { 36867: '0000:00:00 00:00:00' } })).toEqual({});
    expect(await facts({ exif: { 36867: '2026:02:30 10:00:00' } })).toEqual({});
  });
});

describe('a photo without a place says why', () => {
  test.each<readonly [string, ExifTags, object]>([
    ['no position', { exif: TAGS.exif }, { kind: 'none' }],
    ['latitude 91', { gps: placeTags([120, 91]) }, { kind: 'out-of-range', latitude: 91 }],
    ['longitude 181', { gps: placeTags([181, 36]) }, { kind: 'out-of-range', longitude: 181 }],
    ['0° N 0° E', { gps: placeTags([0, 0]) }, { kind: 'zero' }],
    ['fractions of nothing', { gps: placeTags([120, 36], 0) }, { kind: 'none' }],
    ['no hemisphere', { gps: { 2: TAGS.gps[2], 4: TAGS.gps[4] } }, { kind: 'none' }],
  ])('%s', async (_, tags, noPosition) => {
    const read = await readPhoto(jpegBytes(tags));
    expect(read).toMatchObject({ ok: true, value: { noPosition } });
    expect(read.ok && read.value.facts.at).toBeUndefined();
  });

  test('no EXIF at all', async () => {
    const read = await readPhoto(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9));
    expect(read).toMatchObject({ ok: true, value: { noPosition: { kind: 'none' } } });
  });

  test('cut off at any byte, it never gives another place than its own', async () => {
    const whole = jpegBytes(TAGS);
    const end = 2 + 4 + 6 + tiffBytes(TAGS).length;
    for (let length = 3; length < end; length += 1) {
      const read = await readPhoto(whole.slice(0, length));
      if (!read.ok) throw new Error(`no photo at ${length}`);
      const { at } = read.value.facts;
      if (at !== undefined) expect(at, `${length} bytes`).toEqual(AT);
      else expect(['none', 'damaged']).toContain(read.value.noPosition?.kind);
    }
    const half = await readPhoto(whole.slice(0, 60));
    expect(half).toMatchObject({ ok: true, value: { noPosition: { kind: 'damaged' } } });
  });
});

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['text', new TextEncoder().encode('id,class\n1,sandy\n'), 'not-a-photo'],
  ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'not-a-photo'],
  ['too much', new Uint8Array(50 * 2 ** 20 + 1), 'too-large'],
])('%s is refused', async (_, bytes, error) => {
  expect(await readPhoto(bytes)).toEqual({ ok: false, error });
});

async function facts(tags: ExifTags) {
  const read = await readPhoto(jpegBytes(tags));
  if (!read.ok) throw new Error(read.error);
  return read.value.facts;
}
