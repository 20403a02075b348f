/** Reads numbers from bytes one after the other. Everything throws a RangeError beyond the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  byte(): number {
    const value = this.#view.getUint8(this.at);
    this.at += 1;
    return value;
  }

  int16(): number {
    const value = this.#view.getInt16(this.at, true);
    this.at += 2;
    return value;
  }

  uint16(): number {
    const value = this.#view.getUint16(this.at, true);
    this.at += 2;
    return value;
  }

  int32(): number {
    const value = this.#view.getInt32(this.at, true);
    this.at += 4;
    return value;
  }

  uint32(): number {
    const value = this.#view.getUint32(this.at, true);
    this.at += 4;
    return value;
  }

  /** A whole number of a number of bytes, the low ones first; exact below 2^53. */
  unsigned(length: number): number {
    let value = 0;
    for (let index = 0; index < length; index += 1) value += this.byte() * 2 ** (8 * index);
    return value;
  }

  float32(): number {
    const value = this.#view.getFloat32(this.at, true);
    this.at += 4;
    return value;
  }

  float64(): number {
    const value = this.#view.getFloat64(this.at, true);
    this.at += 8;
    return value;
  }

  int64(): bigint {
    const value = this.#view.getBigInt64(this.at, true);
    this.at += 8;
    return value;
  }

  /** The next bytes. */
  take(length: number): Uint8Array {
    if (length < 0 || this.at + length > this.#bytes.length)
      throw new RangeError('beyond the file');
    const part = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }

  /** A number of as many bytes as it needs, seven bits each, the low ones first. */
  varUnsigned(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
      if (factor > 2 ** 63) throw new RangeError('a number without end');
    }
  }

  /** The same with a sign, which is the second highest bit of the first byte. */
  varSigned(): number {
    const first = this.byte();
    const sign = (first & 0x40) === 0 ? 1 : -1;
    let value = first & 0x3f;
    let factor = 64;
    let byte = first;
    while (byte >= 0x80) {
      byte = this.byte();
      value += (byte & 0x7f) * factor;
      factor *= 128;
      if (factor > 2 ** 63) throw new RangeError('a number without end');
    }
    return sign * value;
  }

  /** Text of UTF-16, of so many characters. */
  utf16(characters: number): string {
    return new TextDecoder('utf-16le').decode(this.take(2 * characters));
  }
}
