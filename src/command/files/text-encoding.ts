import type { Bilingual } from '../../domain/bilingual.ts';
import { firstIndex } from '../../domain/geometry/lower-bound.ts';
import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';

/**
 * Bytes as text. RFC 8259 §8.1 wants UTF-8; what else the bytes look like is named with the way to
 * convert it, since survey offices hand over GB18030 and Windows programs UTF-16.
 */
export function decode(bytes: Uint8Array, file: string): Result<string, LoadError> {
  const utf16 = startsWith(bytes, [0xff, 0xfe])
    ? 'UTF-16LE'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'UTF-16BE'
      : undefined;
  if (utf16 !== undefined) return failed(otherEncoding(file, utf16));
  const container = CONTAINERS.find(({ magic }) => startsWith(bytes, magic));
  if (container !== undefined) return failed(notText(file, container.name));
  const text = decoded(bytes, 'utf-8');
  if (text !== undefined) return text.includes('\0') ? failed(binaryOrWide(bytes, file)) : ok(text);
  if (bytes.includes(0)) return failed(binaryOrWide(bytes, file));
  if (decoded(bytes, 'gb18030') !== undefined)
    return failed(otherEncoding(file, 'GB18030', firstFault(bytes)));
  return failed(otherEncoding(file, undefined, firstFault(bytes)));
}

const CONTAINERS: readonly { readonly name: Bilingual; readonly magic: readonly number[] }[] = [
  { name: { zh: 'ZIP 压缩包', en: 'a ZIP archive' }, magic: [0x50, 0x4b, 0x03, 0x04] },
  { name: { zh: 'GZIP 压缩文件', en: 'a GZIP file' }, magic: [0x1f, 0x8b] },
  { name: { zh: 'Shapefile', en: 'a shapefile' }, magic: [0x00, 0x00, 0x27, 0x0a] },
  {
    name: { zh: 'SQLite 数据库（或 GeoPackage）', en: 'an SQLite database or GeoPackage' },
    magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
  },
  { name: { zh: 'PDF 文件', en: 'a PDF file' }, magic: [0x25, 0x50, 0x44, 0x46] },
  { name: { zh: 'PNG 图片', en: 'a PNG picture' }, magic: [0x89, 0x50, 0x4e, 0x47] },
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function decoded(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The decoder's only way to say that the bytes are not of this encoding.
    return undefined;
  }
}

/** Every other byte zero: UTF-16 without its mark; any other zero: not a text at all. */
function binaryOrWide(bytes: Uint8Array, file: string): LoadError {
  const head = bytes.subarray(0, 400);
  const zeros = (parity: number): number =>
    head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const half = head.length / 2;
  if (zeros(1) > half * 0.8 && zeros(0) < half * 0.2) return otherEncoding(file, 'UTF-16LE');
  if (zeros(0) > half * 0.8 && zeros(1) < half * 0.2) return otherEncoding(file, 'UTF-16BE');
  return notText(file, { zh: '二进制数据', en: 'binary data' });
}

type Place = { readonly line: number; readonly column: number };

/** One-based line, and column in bytes, of the first byte that is not UTF-8. */
function firstFault(bytes: Uint8Array): Place {
  // The first byte with which a prefix no longer decodes: a cut inside a character is forgiven.
  const fault = firstIndex(bytes.length, (at) => !isUtf8Prefix(bytes.subarray(0, at + 1)));
  const before = bytes.subarray(0, fault);
  const lastBreak = before.lastIndexOf(0x0a);
  return { line: before.filter((byte) => byte === 0x0a).length + 1, column: fault - lastBreak };
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function otherEncoding(
  file: string,
  encoding: string | undefined,
  place: Place = { line: 1, column: 1 },
): LoadError {
  const looks =
    encoding === undefined
      ? { zh: '', en: '' }
      : { zh: `，看来是 ${encoding}`, en: `; it looks like ${encoding}` };
  return {
    kind: 'syntax',
    file,
    ...place,
    message: {
      zh: `${file}：不是 UTF-8 文本${looks.zh}。`,
      en: `${file}: not UTF-8 text${looks.en}.`,
    },
    cure: {
      zh: `转为 UTF-8，例如：iconv -f ${encoding ?? 'GB18030'} -t UTF-8 旧文件 > 新文件`,
      en: `Convert it, for example: iconv -f ${encoding ?? 'GB18030'} -t UTF-8 old > new`,
    },
  };
}

function notText(file: string, found: Bilingual): LoadError {
  return {
    kind: 'syntax',
    file,
    line: 1,
    column: 1,
    message: {
      zh: `${file}：不是 GeoJSON，而是${found.zh}。`,
      en: `${file}: not GeoJSON but ${found.en}.`,
    },
    cure: {
      zh: '先导出为 GeoJSON（WGS 84 经纬度，UTF-8）。',
      en: 'Export it as GeoJSON first (WGS 84 degrees, UTF-8).',
    },
  };
}
