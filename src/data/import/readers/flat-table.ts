/**
 * A table of a FlatBuffer, whose fields are found by their number in its schema. Everything throws a RangeError
 * beyond the bytes. Source: FlatBuffers, Internals (flatbuffers.dev/internals).
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;
  readonly #fields: number;

  /** @param at where the table begins; that of the root is stored at the beginning */
  constructor(view: DataView, at: number = view.getUint32(0, true)) {
    this.#view = view;
    this.#at = at;
    this.#fields = at - view.getInt32(at, true);
  }

  byte(field: number): number {
    const at = this.#place(field);
    return at === 0 ? 0 : this.#view.getUint8(at);
  }

  uint16(field: number, byDefault: number): number {
    const at = this.#place(field);
    return at === 0 ? byDefault : this.#view.getUint16(at, true);
  }

  int32(field: number): number {
    const at = this.#place(field);
    return at === 0 ? 0 : this.#view.getInt32(at, true);
  }

  /** A whole number of eight bytes; exact below 2^53. */
  uint64(field: number): number {
    const at = this.#place(field);
    return at === 0 ? 0 : Number(this.#view.getBigUint64(at, true));
  }

  /** Empty when there is none. */
  text(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  /** A vector of bytes. */
  bytes(field: number): Uint8Array {
    const { start, length } = this.#vector(field, 1);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length);
  }

  doubles(field: number): Float64Array {
    const { start, length } = this.#vector(field, 8);
    return Float64Array.from({ length }, (_, index) =>
      this.#view.getFloat64(start + index * 8, true),
    );
  }

  uint32s(field: number): readonly number[] {
    const { start, length } = this.#vector(field, 4);
    return Array.from({ length }, (_, index) => this.#view.getUint32(start + index * 4, true));
  }

  table(field: number): FlatTable | undefined {
    const at = this.#place(field);
    return at === 0 ? undefined : new FlatTable(this.#view, at + this.#view.getUint32(at, true));
  }

  tables(field: number): readonly FlatTable[] {
    const { start, length } = this.#vector(field, 4);
    return Array.from({ length }, (_, index) => {
      const at = start + index * 4;
      return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
    });
  }

  /** Where a field is stored; 0 when it is not. */
  #place(field: number): number {
    const slot = 4 + field * 2;
    if (slot + 2 > this.#view.getUint16(this.#fields, true)) return 0;
    const offset = this.#view.getUint16(this.#fields + slot, true);
    return offset === 0 ? 0 : this.#at + offset;
  }

  #vector(field: number, width: number): { readonly start: number; readonly length: number } {
    const at = this.#place(field);
    if (at === 0) return { start: 0, length: 0 };
    const start = at + this.#view.getUint32(at, true);
    const length = this.#view.getUint32(start, true);
    if (start + 4 + length * width > this.#view.byteLength)
      throw new RangeError('beyond the buffer');
    return { start: start + 4, length };
  }
}
