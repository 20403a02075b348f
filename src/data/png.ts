/** The first bytes of every PNG (PNG, third edition, 5.2). */
export const PNG_SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of PNG chunks: CRC-32 of ISO 3309. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Returns a PNG chunk: length, four-letter type, content, checksum. */
export function pngChunk(letters: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(12 + content.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length);
  for (let index = 0; index < 4; index += 1) chunk[4 + index] = letters.charCodeAt(index);
  chunk.set(content, 8);
  view.setUint32(8 + content.length, crc32(chunk.subarray(4, 8 + content.length)));
  return chunk;
}

/** Returns the header of a true-colour picture without transparency, 8 bits per channel (11.2.1). */
export function pngHead(width: number, height: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(13);
  const view = new DataView(content.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  content.set([8, 2, 0, 0, 0], 8);
  return pngChunk('IHDR', content);
}

/** Returns the print resolution chunk: whole pixels per metre, as PNG requires (11.3.4.3). */
export function pngDensity(dpi: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(9);
  const view = new DataView(content.buffer);
  const perMetre = Math.round(dpi / 0.0254);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  content[8] = 1;
  return pngChunk('pHYs', content);
}

/** Returns a text chunk in any script, under a keyword of Latin letters (iTXt, 11.3.3.4). */
export function pngText(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const [name, words] = [encoder.encode(keyword), encoder.encode(text)];
  // Keyword, terminator, not compressed (two bytes), no language, no translated keyword.
  const content = new Uint8Array(name.length + 5 + words.length);
  content.set(name);
  content.set(words, name.length + 5);
  return pngChunk('iTXt', content);
}

/**
 * Converts rows of RGBA to PNG rows before compression: opacity is dropped, and each byte is reduced by the
 * one above (filter 2, "Up"), which turns flat areas into zeros. `above` is the row before the first, or
 * undefined.
 */
export function pngRows(
  rgba: Uint8ClampedArray,
  width: number,
  above: Uint8ClampedArray | undefined,
): Uint8Array<ArrayBuffer> {
  const stride = width * 4;
  const height = rgba.length / stride;
  const rows = new Uint8Array(height * (1 + width * 3));
  let out = 0;
  for (let row = 0; row < height; row += 1) {
    const [last, shift] = row === 0 ? [above, 0] : [rgba, (row - 1) * stride];
    rows[out] = 2;
    out += 1;
    const start = row * stride;
    for (let at = 0; at < stride; at += 4) {
      for (let channel = at; channel < at + 3; channel += 1) {
        rows[out] = (rgba[start + channel] ?? 0) - (last?.[shift + channel] ?? 0);
        out += 1;
      }
    }
  }
  return rows;
}
