import type { Bilingual } from '../../domain/bilingual.ts';
import { firstIndex } from '../../domain/geometry/lower-bound.ts';
import type { LoadError } from '../../domain/load-error.ts';

/**
 * Explains bytes that are not UTF-8 text (RFC 8259 §8.1), and how to convert them: survey offices deliver
 * GB18030, Windows programs UTF-16, and archives are mistaken for the file inside them.
 */
export function explainEncoding(bytes: Uint8Array, file: string): LoadError {
  // The mark of UTF-32LE begins with that of UTF-16LE.
  const wide = startsWith(bytes, [0xff, 0xfe, 0, 0])
    ? 'UTF-32LE'
    : startsWith(bytes, [0, 0, 0xfe, 0xff])
      ? 'UTF-32BE'
      : undefined;
  if (wide !== undefined) return otherEncoding(file, wide);
  const utf16 = startsWith(bytes, [0xff, 0xfe])
    ? 'UTF-16LE'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'UTF-16BE'
      : undefined;
  if (utf16 !== undefined) return otherEncoding(file, utf16);
  const container = CONTAINERS.find(({ magic }) => startsWith(bytes, magic));
  if (container !== undefined) return notText(file, container);
  if (bytes.includes(0)) return binaryOrWide(bytes, file);
  const encoding = ['gb18030', 'big5'].find((name) => isEncodedAs(bytes, name));
  return otherEncoding(file, encoding && NAMES[encoding], firstFault(bytes));
}

/** The common names of encodings, which iconv also uses. */
const NAMES: Readonly<Record<string, string>> = { gb18030: 'GB18030', big5: 'Big5' };

type Container = {
  readonly name: Bilingual;
  readonly magic: readonly number[];
  readonly cure?: Bilingual;
};

const UNPACK: Bilingual = {
  zh: '先解压，再打开其中的 GeoJSON。',
  en: 'Unpack it first, then open the GeoJSON inside.',
};

const CONTAINERS: readonly Container[] = [
  {
    name: { zh: 'ZIP 压缩包（KMZ、XLSX 也是）', en: 'a ZIP archive (as KMZ and XLSX are)' },
    magic: [0x50, 0x4b, 0x03, 0x04],
    cure: {
      zh: '先解压；KMZ、XLSX 等请先导出为 GeoJSON（WGS 84 经纬度，UTF-8）。',
      en: 'Unpack it first; export KMZ, XLSX and the like as GeoJSON (WGS 84 degrees, UTF-8).',
    },
  },
  { name: { zh: 'GZIP 压缩文件', en: 'a GZIP file' }, magic: [0x1f, 0x8b], cure: UNPACK },
  {
    name: { zh: 'Zstandard 压缩文件', en: 'a Zstandard file' },
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    cure: UNPACK,
  },
  { name: { zh: 'BZIP2 压缩文件', en: 'a BZIP2 file' }, magic: [0x42, 0x5a, 0x68], cure: UNPACK },
  { name: { zh: 'XZ 压缩文件', en: 'an XZ file' }, magic: [0xfd, 0x37, 0x7a, 0x58], cure: UNPACK },
  { name: { zh: '7z 压缩包', en: 'a 7z archive' }, magic: [0x37, 0x7a, 0xbc, 0xaf], cure: UNPACK },
  {
    name: { zh: 'RAR 压缩包', en: 'a RAR archive' },
    magic: [0x52, 0x61, 0x72, 0x21],
    cure: UNPACK,
  },
  { name: { zh: 'Shapefile', en: 'a shapefile' }, magic: [0x00, 0x00, 0x27, 0x0a] },
  {
    name: { zh: 'SQLite 数据库（或 GeoPackage）', en: 'an SQLite database or GeoPackage' },
    magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
  },
  { name: { zh: 'FlatGeobuf', en: 'FlatGeobuf' }, magic: [0x66, 0x67, 0x62, 0x03] },
  { name: { zh: 'Parquet 文件', en: 'a Parquet file' }, magic: [0x50, 0x41, 0x52, 0x31] },
  {
    name: { zh: '旧版 Office 文档', en: 'an old Office document' },
    magic: [0xd0, 0xcf, 0x11, 0xe0],
  },
  { name: { zh: 'PDF 文件', en: 'a PDF file' }, magic: [0x25, 0x50, 0x44, 0x46] },
  { name: { zh: 'PNG 图片', en: 'a PNG picture' }, magic: [0x89, 0x50, 0x4e, 0x47] },
  { name: { zh: 'JPEG 图片', en: 'a JPEG picture' }, magic: [0xff, 0xd8, 0xff] },
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** True when all bytes are text of an encoding. The decoder can only report failure by throwing. */
function isEncodedAs(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Every other byte is zero: UTF-16 without a mark; any other zero byte: not a text. */
function binaryOrWide(bytes: Uint8Array, file: string): LoadError {
  const head = bytes.subarray(0, 400);
  const zeros = (parity: number): number =>
    head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const half = head.length / 2;
  if (zeros(1) > half * 0.8 && zeros(0) < half * 0.2) return otherEncoding(file, 'UTF-16LE');
  if (zeros(0) > half * 0.8 && zeros(1) < half * 0.2) return otherEncoding(file, 'UTF-16BE');
  return notText(file, { name: { zh: '二进制数据', en: 'binary data' } });
}

type Place = { readonly line: number; readonly column: number };

/** Line (from 1) and column in bytes of the first byte that is not UTF-8. */
function firstFault(bytes: Uint8Array): Place {
  // The first byte with which a prefix no longer decodes: a cut inside a character is tolerated.
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

function notText(file: string, { name, cure }: Pick<Container, 'name' | 'cure'>): LoadError {
  return {
    kind: 'syntax',
    file,
    line: 1,
    column: 1,
    message: {
      zh: `${file}：不是 GeoJSON，而是${name.zh}。`,
      en: `${file}: not GeoJSON but ${name.en}.`,
    },
    cure: cure ?? {
      zh: '先导出为 GeoJSON（WGS 84 经纬度，UTF-8）。',
      en: 'Export it as GeoJSON first (WGS 84 degrees, UTF-8).',
    },
  };
}
