import type { EncodingDecision } from '../raw-dataset.ts';

/** Text and how it was decoded; undefined when no encoding fits the bytes. */
export type DecodedText = { readonly text: string; readonly encoding: EncodingDecision };

/**
 * Decodes the text of a file. A byte order mark or a declaration is taken if the bytes obey it; otherwise
 * UTF-8 is tried, then GB18030, which contains GBK and GB2312. A few broken bytes do not refuse a text, nor
 * turn UTF-8 into GB18030: each becomes U+FFFD.
 * @param declared the label that a header states (XML declaration, `.cpg`); any spelling
 * @param confirmed the label that the user chose, which is taken whatever the bytes say
 */
export function decodeImportText(
  bytes: Uint8Array,
  { declared, confirmed }: { readonly declared?: string; readonly confirmed?: string } = {},
): DecodedText | undefined {
  if (confirmed !== undefined) {
    const label = encodingLabel(confirmed);
    if (label === undefined) return undefined;
    return {
      text: new TextDecoder(label).decode(bytes),
      encoding: { name: label, how: 'confirmed' },
    };
  }
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) {
    const text = strictly(marked, bytes);
    if (text !== undefined) return { text, encoding: { name: marked, how: 'declared' } };
  }
  const label = declared === undefined ? undefined : encodingLabel(declared);
  const asDeclared =
    label === undefined || isUtf8Instead(label, bytes) ? undefined : strictly(label, bytes);
  if (label !== undefined && asDeclared !== undefined)
    return { text: asDeclared, encoding: { name: label, how: 'declared' } };
  const contradicted = label === undefined ? {} : { contradicted: label };
  const silent = utf16WithoutMark(bytes);
  const tried = silent === undefined ? (['utf-8', 'gb18030'] as const) : [silent];
  for (const name of tried) {
    const text = strictly(name, bytes) ?? nearly(name, bytes);
    if (text === undefined) continue;
    // What obeys but for a few bytes is what was declared.
    if (name === label) return { text, encoding: { name, how: 'declared' } };
    return { text, encoding: { name, how: 'proposed', ...contradicted } };
  }
  // A sign or two of a western code page, such as a degree sign, in a text that is otherwise ASCII.
  if (isNearlyAscii(bytes)) {
    const text = new TextDecoder(WESTERN).decode(bytes);
    return { text, encoding: { name: WESTERN, how: 'proposed', ...contradicted } };
  }
  return undefined;
}

const WESTERN = 'windows-1252';

/** Whether bytes are a text of which at most one byte in a hundred is not ASCII. */
function isNearlyAscii(bytes: Uint8Array): boolean {
  if (isBinary(bytes)) return false;
  let other = 0;
  for (const byte of bytes) if (byte > 0x7f) other += 1;
  return other * 100 <= bytes.length;
}

/** Control characters that no text has: all but tabs, breaks, the end mark of DOS and the record separator. */
const CONTROLS: ReadonlySet<number> = new Set(
  Array.from({ length: 0x20 }, (_, code) => code).filter(
    (code) => (code < 0x09 || code > 0x0d) && code !== 0x1a && code !== 0x1e,
  ),
);

function isBinary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => CONTROLS.has(byte));
}

/** For each character that is lost, this many outside ASCII must be read well. */
const READ_PER_LOST = 10;

/**
 * Decodes bytes of which only a few are not of the encoding. In the wrong encoding more characters are lost than read:
 * Chinese in GB18030, read as UTF-8, loses three for each that it reads.
 */
function nearly(label: string, bytes: Uint8Array): string | undefined {
  if (isBinary(bytes)) return undefined;
  const text = new TextDecoder(label).decode(bytes);
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const read = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  return read >= READ_PER_LOST * lost ? text : undefined;
}

/** The Encoding Standard's label for a name such as `GBK`, `936`, `CP936`, `UTF8`; undefined for others. */
export function encodingLabel(name: string): string | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^(?:cp|ansi[ _-]?|windows-?|ms)?936$/, 'gbk');
  if (/^(?:gbk|gb[_-]?18030|gb[_-]?2312|euc-?cn)$/.test(plain)) return 'gb18030';
  if (/^utf-?8$|^65001$/.test(plain)) return 'utf-8';
  if (/^(?:cp|ansi[ _-]?|windows-?)?950$|^big-?5$/.test(plain)) return 'big5';
  try {
    return new TextDecoder(plain.replace(/^cp|^ansi[ _-]?/, 'windows-')).encoding;
  } catch {
    return undefined;
  }
}

/**
 * Whether bytes that are declared in a Chinese code page are UTF-8 after all. Half of all UTF-8 texts are valid in
 * GB18030 too, as other characters (你好 as 浣犲ソ); the opposite takes a chance that no table of some rows has.
 */
export function isUtf8Instead(declared: string, bytes: Uint8Array): boolean {
  if (declared !== 'gb18030' && declared !== 'big5') return false;
  return /\p{Script=Han}/u.test(strictly('utf-8', bytes) ?? '');
}

/** Decodes bytes, or returns undefined when they are not of the encoding. */
export function strictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** ASCII in UTF-16 has a zero in every other byte; no other encoding of text has zeros. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 2000);
  let [even, odd] = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < sample.length / 10) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
