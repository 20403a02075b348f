import type { ExportEncoding } from '../../domain/own-data/data-export.ts';

/** A text in bytes of some encoding. */
export type TextEncode = (text: string) => Uint8Array;

/** The encoder of an encoding. */
export function encoderOf(encoding: ExportEncoding): TextEncode {
  if (encoding === 'gb18030') return encodeGb18030;
  const encoder = new TextEncoder();
  return (text) => encoder.encode(text);
}

/** Bytes of a character in GB18030, by the character. */
type Table = ReadonlyMap<string, readonly number[]>;

let twoBytes: Table | undefined;
let fourBytes: Table | undefined;

function inTwoBytes(character: string): readonly number[] | undefined {
  twoBytes ??= twoByteTable();
  return twoBytes.get(character);
}

function inFourBytes(character: string): readonly number[] | undefined {
  fourBytes ??= fourByteTable();
  return fourBytes.get(character);
}

/**
 * Encodes a text in GB18030. Browsers have the decoder only, so the table is the decoder's, turned round: what is
 * written here is read back there, character by character. Half a surrogate pair becomes U+FFFD.
 */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...fourBytesOf(code - 0x10000 + ASTRAL));
    else {
      bytes.push(...(inTwoBytes(character) ?? inFourBytes(character) ?? REPLACEMENT));
    }
  }
  return Uint8Array.from(bytes);
}

/** The number of the first four-byte sequence beyond the basic plane (Encoding Standard, gb18030). */
const ASTRAL = 189_000;
/** Four-byte sequences of the basic plane are numbered from 0 to this. */
const LAST_BASIC = 39_419;
/** U+FFFD. */
const REPLACEMENT = [0x84, 0x31, 0xa4, 0x37] as const;

function fourBytesOf(number: number): readonly number[] {
  return [
    0x81 + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ];
}

function twoByteTable(): Table {
  const sequences: number[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) sequences.push([lead, trail]);
  return tableOf(sequences);
}

function fourByteTable(): Table {
  return tableOf(Array.from({ length: LAST_BASIC + 1 }, (_, number) => fourBytesOf(number)));
}

/** Decodes sequences, one a line, and keeps those that are a character each; of two that are the same one, the first. */
function tableOf(sequences: readonly (readonly number[])[]): Table {
  const text = new TextDecoder('gb18030').decode(
    Uint8Array.from(sequences.flatMap((sequence) => [...sequence, 0x0a])),
  );
  const table = new Map<string, readonly number[]>();
  for (const [index, character] of text.split('\n').entries()) {
    const sequence = sequences[index];
    if (sequence === undefined || [...character].length !== 1 || character === '\uFFFD') continue;
    if (!table.has(character)) table.set(character, sequence);
  }
  return table;
}

/** The longest beginning of a text that takes at most so many bytes, cut between characters, encoded. */
export function encodedWithin(text: string, most: number, encode: TextEncode): Uint8Array {
  const whole = encode(text);
  if (whole.length <= most) return whole;
  let [kept, length] = [0, 0];
  for (const character of text) {
    length += encode(character).length;
    if (length > most) break;
    kept += character.length;
  }
  return encode(text.slice(0, kept));
}
