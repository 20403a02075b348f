import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile-values.ts';

/** Returns a changed copy of some bytes. */
type Change = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (share: number, length: number): number => Math.floor(share * length);

const setByte: fc.Arbitrary<Change> = fc
  .tuple(place, fc.nat(255))
  .map(([share, value]) => (bytes) => {
    const copy = bytes.slice();
    copy[at(share, copy.length)] = value;
    return copy;
  });

/** A count, size or offset that says something else. */
const setNumber: fc.Arbitrary<Change> = fc
  .tuple(
    place,
    fc.constantFrom(0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff),
    fc.constantFrom(1, 2, 4),
    fc.boolean(),
  )
  .map(([share, value, width, isLittle]) => (bytes) => {
    if (bytes.length < width) return bytes;
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    const start = at(share, copy.length - width + 1);
    if (width === 1) view.setUint8(start, value & 0xff);
    else if (width === 2) view.setUint16(start, value & 0xffff, isLittle);
    else view.setUint32(start, value, isLittle);
    return copy;
  });

const cut: fc.Arbitrary<Change> = place.map(
  (share) => (bytes) => bytes.slice(0, at(share, bytes.length)),
);

/** A block that stands somewhere else as well, or is missing. */
const moveBlock: fc.Arbitrary<Change> = fc
  .tuple(place, place, place, fc.boolean())
  .map(([from, to, size, isTaken]) => (bytes) => {
    const start = at(from, bytes.length);
    const end = Math.min(bytes.length, start + 1 + at(size, Math.min(400, bytes.length)));
    const block = bytes.slice(start, end);
    const rest = isTaken ? joined(bytes.slice(0, start), bytes.slice(end)) : bytes;
    const target = at(to, rest.length);
    return joined(rest.slice(0, target), block, rest.slice(target));
  });

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}

/** Replaces one match of a pattern in the text; bytes that are no UTF-8 stay as they are (Latin-1). */
function replaceOne(pattern: RegExp, texts: readonly string[]): fc.Arbitrary<Change> {
  return fc.tuple(place, fc.constantFrom(...texts)).map(([share, text]) => (bytes) => {
    const latin = Buffer.from(bytes).toString('latin1');
    const found = [...latin.matchAll(pattern)];
    const chosen = found[at(share, found.length)];
    if (chosen === undefined) return bytes;
    const hostile = Buffer.from(text, 'utf8').toString('latin1');
    const end = chosen.index + chosen[0].length;
    return new Uint8Array(
      Buffer.from(latin.slice(0, chosen.index) + hostile + latin.slice(end), 'latin1'),
    );
  });
}

const changeNumber = replaceOne(/-?\d+(?:\.\d+)?/g, HOSTILE_NUMBERS);
const changeWord = replaceOne(/[A-Za-z\x80-\xFF]{2,}/g, HOSTILE_TEXTS);
const dropMark = replaceOne(/[[\]{}",:;<>/=\t\n]/g, ['', ',', '"', '\n', '<', '[', '\0']);

/** Lines twice, missing or in another order. */
const changeLines: fc.Arbitrary<Change> = fc
  .tuple(place, place, fc.constantFrom('drop', 'double', 'swap'))
  .map(([one, other, how]) => (bytes) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    const [i, j] = [at(one, lines.length), at(other, lines.length)];
    const [a = '', b = ''] = [lines[i], lines[j]];
    if (how === 'drop') lines.splice(i, 1);
    else if (how === 'double') lines.splice(i, 0, a);
    else [lines[i], lines[j]] = [b, a];
    return new Uint8Array(Buffer.from(lines.join('\n'), 'latin1'));
  });

const plain: fc.Arbitrary<Change> = fc.oneof(
  setByte,
  setNumber,
  cut,
  moveBlock,
  changeNumber,
  changeWord,
  dropMark,
  changeLines,
);

/** Changes a member of an archive and packs it again, so that the reader inside is reached. */
const inside: fc.Arbitrary<Change> = fc.tuple(place, plain).map(([share, change]) => (bytes) => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return change(bytes);
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const name = names[at(share, names.length)];
  const content = name === undefined ? undefined : files[name];
  if (name === undefined || content === undefined) return bytes;
  return zipSync({ ...files, [name]: change(content) }, { level: 0 });
});

/** One to four changes, one after the other. An archive that a change broke is changed as bytes from then on. */
export const fileChanges: fc.Arbitrary<Change> = fc
  .array(fc.oneof({ weight: 2, arbitrary: inside }, { weight: 1, arbitrary: plain }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((changes) => (bytes) => {
    let changed = bytes;
    for (const change of changes) {
      try {
        changed = change(changed);
      } catch {
        // No archive any more.
        changed = changed.slice(0, Math.max(1, changed.length - 7));
      }
    }
    return changed;
  });
