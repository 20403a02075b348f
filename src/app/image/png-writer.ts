import { PNG_SIGNATURE, pngChunk, pngDensity, pngHead, pngRows, pngText } from '../../data/png.ts';

/** The metadata of a PNG besides its pixels. */
export type PngAbout = {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  /** Texts by keyword: `Title`, `Description`, `Source` and so on. */
  readonly texts?: Readonly<Record<string, string>>;
};

/** Writes a PNG from the top down, band by band, so that a large one is never completely in memory. */
export class PngWriter {
  readonly #about: PngAbout;
  readonly #packer = new CompressionStream('deflate');
  readonly #pipe = this.#packer.writable.getWriter();
  readonly #packed: Promise<Uint8Array<ArrayBuffer>[]>;
  #above: Uint8ClampedArray | undefined;
  #rows = 0;

  constructor(about: PngAbout) {
    this.#about = about;
    this.#packed = this.#collect();
    // A caller that stops early never awaits this promise.
    this.#packed.catch(() => undefined);
  }

  /** Adds the next rows as RGBA pixels. */
  async write(rgba: Uint8ClampedArray): Promise<void> {
    const { width } = this.#about;
    await this.#pipe.write(pngRows(rgba, width, this.#above));
    this.#above = rgba.slice(-width * 4);
    this.#rows += rgba.length / (width * 4);
  }

  /** Discards what was written. */
  async stop(): Promise<void> {
    await this.#pipe.abort().catch(() => undefined);
  }

  /**
   * Returns the complete file.
   * @throws Error when rows are missing or too many
   */
  async end(): Promise<Blob> {
    const { width, height, dpi, texts = {} } = this.#about;
    if (this.#rows !== height) throw new Error(`${this.#rows} rows for a picture of ${height}`);
    await this.#pipe.close();
    const parts = [
      new Uint8Array(PNG_SIGNATURE),
      pngHead(width, height),
      pngDensity(dpi),
      ...Object.entries(texts).map(([keyword, text]) => pngText(keyword, text)),
      ...(await this.#packed),
      pngChunk('IEND', new Uint8Array()),
    ];
    return new Blob(parts, { type: 'image/png' });
  }

  async #collect(): Promise<Uint8Array<ArrayBuffer>[]> {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const reader = this.#packer.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return chunks;
      chunks.push(pngChunk('IDAT', value));
    }
  }
}
