import { Inflate } from 'fflate';
import type { ImportFile, RefusedFile } from '../raw-dataset.ts';
import { strictly } from '../text/decode-import-text.ts';

/** The largest archive that is unpacked, in bytes of content and in members. */
const ZIP_LIMITS = { bytes: 1024 ** 3, entries: 10_000, ratio: 1000 } as const;

/** The members of an archive, or why it cannot be unpacked. */
export type Unzipped =
  | { readonly kind: 'files'; readonly files: readonly ImportFile[] }
  | { readonly kind: 'refused'; readonly refused: Omit<RefusedFile, 'file'> };

/** How many bytes are unpacked at once. */
const STEP = 65_536;

type Entry = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
};

/** Whether bytes begin as a ZIP archive. */
export function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));
}

/** Unpacks an archive. Names without the UTF-8 mark are read as UTF-8, else as GB18030. */
export function unzip(bytes: Uint8Array): Unzipped {
  const entries = entriesOf(bytes);
  if (entries === undefined)
    return refuse(
      'zip-damaged',
      '压缩包不完整或已损坏。',
      'the archive is cut off or damaged.',
      '重新复制或压缩。',
      'Copy or pack it again.',
    );
  if (entries.some(({ flags }) => (flags & 1) === 1))
    return refuse(
      'zip-encrypted',
      '压缩包有密码。',
      'the archive is protected by a password.',
      '解压后再选入。',
      'Unpack it first.',
    );
  const files = entries.filter(
    ({ name }) => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(name),
  );
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const packed = files.reduce((sum, entry) => sum + entry.packed, 0);
  if (
    total > ZIP_LIMITS.bytes ||
    files.length > ZIP_LIMITS.entries ||
    (total > 10_000_000 && total > packed * ZIP_LIMITS.ratio)
  )
    return refuse(
      'zip-too-large',
      '压缩包展开后过大（上限 1 GB、10000 个文件，压缩比 1000）。',
      'the archive unpacks to too much (limits: 1 GB, 10 000 files, a ratio of 1000).',
      '只打包需要的文件。',
      'Pack only the files that are needed.',
    );
  if (files.some(({ name }) => /^(?:[\\/]|[a-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(name)))
    return refuse(
      'zip-path',
      '压缩包内有指向外部的路径。',
      'a path in the archive leads out of it.',
      '重新压缩。',
      'Pack it again.',
    );
  const foreign = files.find(({ method }) => method !== 0 && method !== 8);
  if (foreign !== undefined)
    return refuse(
      'zip-method',
      `压缩包内的 ${foreign.name} 用了特殊的压缩方法（${foreign.method}），不能解开。`,
      `${foreign.name} in the archive is packed by a method (${foreign.method}) that is not read.`,
      '解压后再选入，或用普通 zip（Deflate）重新压缩。',
      'Unpack it first, or pack it again as a plain zip (Deflate).',
    );
  const unpacked: ImportFile[] = [];
  for (const entry of files) {
    const content = contentOf(bytes, entry);
    if (content === undefined)
      return refuse(
        'zip-damaged',
        `压缩包内的 ${entry.name} 已损坏。`,
        `${entry.name} in the archive is damaged.`,
        '重新复制或压缩。',
        'Copy or pack it again.',
      );
    unpacked.push({ name: entry.name.replaceAll('\\', '/'), bytes: content });
  }
  return { kind: 'files', files: unpacked };
}

function refuse(code: string, zh: string, en: string, cureZh: string, cureEn: string): Unzipped {
  return {
    kind: 'refused',
    refused: { code, message: { zh, en }, cure: { zh: cureZh, en: cureEn } },
  };
}

/** The entries of the central directory (APPNOTE 4.3.12); undefined when there is none, or it lies beyond the file. */
function entriesOf(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    entries.push({
      name: nameOf(name, (flags & 0x800) !== 0),
      flags,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  return (
    strictly('utf-8', bytes) ??
    strictly('gb18030', bytes) ??
    new TextDecoder('latin1').decode(bytes)
  );
}

function contentOf(
  bytes: Uint8Array,
  { start, packed, size, method }: Entry,
): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + 30 > bytes.length || view.getUint32(start, true) !== 0x04034b50) return undefined;
  const at = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (at + packed > bytes.length) return undefined;
  const data = bytes.subarray(at, at + packed);
  if (method === 0) return data;
  if (method !== 8) return undefined;
  return inflated(data, size);
}

/** The content of deflated bytes, which has to be as long as its entry says: a longer one is not unpacked. */
function inflated(data: Uint8Array, size: number): Uint8Array | undefined {
  const content = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new RangeError('longer than its entry says');
    content.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let start = 0; start < data.length || start === 0; start += STEP)
      inflate.push(data.subarray(start, start + STEP), start + STEP >= data.length);
  } catch {
    return undefined;
  }
  return filled === size ? content : undefined;
}
