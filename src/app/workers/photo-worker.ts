import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type PhotoFault, type ReadPhoto, readPhoto } from '../../data/field-photo/read-photo.ts';
import { MAX_PHOTO_FILE } from '../../domain/field-photo/field-photo.ts';
import { failed, ok, type Result, reasonOf } from '../../domain/result.ts';

/** A photo as it was read, with the SHA-256 of its bytes. */
export type HashedPhoto = ReadPhoto & { readonly sha256: string };

/** What the worker answers for a file. */
export type PhotoReply =
  | { readonly kind: 'read'; readonly read: Result<HashedPhoto, PhotoFault> }
  | { readonly kind: 'failed'; readonly reason: string };

/** Remembers nothing: it may be killed at any time. */
self.addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  self.postMessage(await reply(data));
});

async function reply(file: Blob): Promise<PhotoReply> {
  try {
    if (file.size > MAX_PHOTO_FILE) return { kind: 'read', read: failed('too-large') };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await readPhoto(bytes);
    if (!read.ok) return { kind: 'read', read };
    return { kind: 'read', read: ok({ ...read.value, sha256: bytesToHex(sha256(bytes)) }) };
  } catch (cause) {
    return { kind: 'failed', reason: reasonOf(cause) };
  }
}
