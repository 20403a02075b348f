declare module 'exifr/dist/lite.esm.mjs' {
  /**
   * The build of exifr for JPEG and HEIC alone. Values are what the file holds; with `mergeOutput: false` by block, and
   * with `translateKeys: false` by the number of the tag.
   */
  export function parse(data: Blob | Uint8Array, options: object): Promise<unknown>;
}
