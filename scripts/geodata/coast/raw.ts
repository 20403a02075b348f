import { readFile } from 'node:fs/promises';
import type { Position } from '../../../src/domain/geometry.ts';

/** The folder of the authored and registry inputs of the coast. */
const RAW_COAST = new URL('../../../geodata/raw/coast/', import.meta.url);

/** A JSON object read from a raw input. */
export type RawRecord = Readonly<Record<string, unknown>>;

/**
 * Reads one raw input.
 * @throws when it is missing or not a JSON object: the build needs it.
 */
export async function readRaw(name: string): Promise<RawRecord> {
  const value: unknown = JSON.parse(await readFile(new URL(name, RAW_COAST), 'utf8'));
  return recordOf(value, name);
}

/**
 * Returns the value as an object.
 * @throws with `where` when it is not one.
 */
export function recordOf(value: unknown, where: string): RawRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${where}: not an object`);
  return Object.fromEntries(Object.entries(value));
}

/**
 * Returns the list with a name.
 * @throws with `where` when there is none.
 */
export function listOf(record: RawRecord, name: string, where: string): readonly unknown[] {
  const value = record[name];
  if (!Array.isArray(value)) throw new TypeError(`${where}: "${name}" is not a list`);
  return value;
}

/**
 * Returns the text with a name.
 * @throws with `where` when there is none.
 */
export function textIn(record: RawRecord, name: string, where: string): string {
  const value = record[name];
  if (typeof value !== 'string' || value === '')
    throw new TypeError(`${where}: "${name}" is not a text`);
  return value;
}

/**
 * Returns one of the allowed words, or undefined when the name is absent.
 * @throws on any other value.
 */
export function wordIn<T extends string>(
  record: RawRecord,
  name: string,
  words: readonly T[],
  where: string,
): T | undefined {
  const value = record[name];
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined)
    throw new TypeError(
      `${where}: "${name}" is ${JSON.stringify(value)}, not one of ${words.join(', ')}`,
    );
  return word;
}

/**
 * Returns a position.
 * @throws with `where` when it is not [longitude, latitude].
 */
export function positionOf(value: unknown, where: string): Position {
  const [longitude, latitude]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw new TypeError(`${where}: not a position`);
  return [longitude, latitude];
}
