/**
 * SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits: the version of a dataset. Not
 * `crypto.subtle`: that is missing where the app is served over plain http inside an office.
 */
export async function sha256(text: string): Promise<string> {
  const [{ sha256 }, { bytesToHex, utf8ToBytes }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ]);
  return bytesToHex(sha256(utf8ToBytes(text)));
}
