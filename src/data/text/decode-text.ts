import type { LoadError } from '../../domain/load-error.ts';
import { failed, ok, type Result } from '../../domain/result.ts';

/**
 * Decodes bytes as UTF-8 text (RFC 8259 §8.1). A byte order mark stays in the text, so that the text has
 * the hash of its bytes. Any other encoding fails with its name and a cure; the code for that is loaded
 * only then.
 */
export async function decodeText(
  bytes: Uint8Array,
  file: string,
): Promise<Result<string, LoadError>> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    // UTF-16 without a mark is valid UTF-8 when it has only ASCII characters, and so may a small archive
    // be.
    if (!text.includes('\0') && !text.startsWith('PK\u0003') && !text.startsWith('%PDF'))
      return ok(text);
  } catch {
    // Throwing is the decoder's only way to report that the bytes are not UTF-8.
  }
  const { explainEncoding } = await import('./explain-encoding.ts');
  return failed(explainEncoding(bytes, file));
}

/**
 * Reads a stream to its end. Calls back with the number of bytes so far, after each chunk.
 * @returns undefined when the callback returned false: the rest is not read.
 */
export async function readBytes(
  stream: ReadableStream<Uint8Array>,
  onBytes: (size: number) => boolean,
): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    pieces.push(value);
    if (!onBytes(size)) {
      await reader.cancel();
      return undefined;
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}
