/** A JSON object: names that come from data are looked up as own properties only. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Returns true when a value is a JSON object, not an array and not null. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns an own property; undefined when there is none, whatever the prototypes have. */
export function getOwn(record: JsonRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Returns a non-empty text; otherwise undefined. */
export function textOf(record: JsonRecord, name: string): string | undefined {
  const value = getOwn(record, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/**
 * Returns any meaningful value: neither null nor a text of blanks alone, which tables write for a missing
 * value.
 */
export function givenOf(record: JsonRecord, name: string): unknown {
  const value = getOwn(record, name) ?? undefined;
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** Returns a finite number; otherwise undefined. */
export function numberOf(record: JsonRecord, name: string): number | undefined {
  const value = getOwn(record, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Returns one of the allowed words; otherwise undefined. */
export function wordOf<T extends string>(
  record: JsonRecord,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = getOwn(record, name);
  return allowed.find((word) => word === value);
}

/** A record without the keys whose value is undefined. */
export function definedOnly<T extends object>(
  record: T,
): { [K in keyof T]?: Exclude<T[K], undefined> };
export function definedOnly(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
