import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PngWriter } from '../../../src/app/image/png-writer.ts';
import { pngDensity, pngRows, pngText } from '../../../src/data/png.ts';

/** The chunks of a PNG, their check sums held against zlib's. */
function chunksOf(bytes: Uint8Array): readonly { readonly name: string; readonly data: Buffer }[] {
  const buffer = Buffer.from(bytes);
  const chunks: { name: string; data: Buffer }[] = [];
  for (let at = 8; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at);
    const body = buffer.subarray(at + 4, at + 8 + length);
    expect(buffer.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ name: body.subarray(0, 4).toString('latin1'), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

const RGBA = Uint8ClampedArray.from([
  ...[255, 0, 0, 255, 0, 255, 0, 255],
  ...[255, 0, 10, 255, 3, 255, 0, 255],
  ...[1, 2, 3, 255, 4, 5, 6, 255],
]);

test('rows hold red, green, blue less what is above, and no opacity', () => {
  expect([...pngRows(RGBA.subarray(0, 16), 2, undefined)]).toEqual([
    ...[2, 255, 0, 0, 0, 255, 0],
    ...[2, 0, 0, 10, 3, 0, 0],
  ]);
  expect([...pngRows(RGBA.subarray(8, 16), 2, RGBA.subarray(0, 8))]).toEqual([
    2, 0, 0, 10, 3, 0, 0,
  ]);
});

test('300 dpi are 11 811 pixels to the metre', () => {
  const chunk = Buffer.from(pngDensity(300));
  expect(chunk.readUInt32BE(8)).toBe(11_811);
  expect(chunk.readUInt32BE(12)).toBe(11_811);
  expect(chunk[16]).toBe(1);
});

test('texts keep their Chinese', () => {
  const [chunk] = chunksOf(Uint8Array.of(...new Uint8Array(8), ...pngText('Title', '岸线图')));
  expect(chunk?.name).toBe('iTXt');
  expect(chunk?.data.toString('utf8')).toBe('Title\0\0\0\0\0岸线图');
});

test('a picture written in bands reads back pixel by pixel', async () => {
  const writer = new PngWriter({ width: 2, height: 3, dpi: 96, texts: { Title: 'a' } });
  await writer.write(RGBA.subarray(0, 16));
  await writer.write(RGBA.subarray(16));
  const bytes = new Uint8Array(await (await writer.end()).arrayBuffer());
  const chunks = chunksOf(bytes);
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  expect(chunks.map(({ name }) => name)).toEqual([
    'IHDR',
    'pHYs',
    'iTXt',
    ...chunks.filter(({ name }) => name === 'IDAT').map(({ name }) => name),
    'IEND',
  ]);
  const rows = inflateSync(
    Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)),
  );
  let above = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < 3; row += 1) {
    const line = [...rows.subarray(row * 7 + 1, row * 7 + 7)];
    above = line.map((byte, index) => (byte + (above[index] ?? 0)) % 256);
    expect(above).toEqual([...RGBA.subarray(row * 8, row * 8 + 8)].filter((_, i) => i % 4 !== 3));
  }
});

test('a picture that lacks rows is not handed over', async () => {
  const writer = new PngWriter({ width: 2, height: 3, dpi: 96 });
  await writer.write(RGBA.subarray(0, 16));
  await expect(writer.end()).rejects.toThrow('2 rows for a picture of 3');
});
