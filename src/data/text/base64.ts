/** Bytes that are turned at once: a call takes no more arguments than a few ten thousand. */
const PART = 0x8000;

/** The bytes of a text in base64, RFC 4648 §4. */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** Bytes as a text in base64, RFC 4648 §4. */
export function bytesBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += PART)
    letters += String.fromCharCode(...bytes.subarray(at, at + PART));
  return btoa(letters);
}
