/** A JSON object: names that come from data are looked up as own properties only. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object, not an array and not null. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property; `undefined` where there is none, whatever prototypes hold. */
export function getOwn(record: JsonRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A non-empty text. */
export function textOf(record: JsonRecord, name: string): string | undefined {
  const value = getOwn(record, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Any value that says something: neither null nor a text of blanks alone, as tables write for a missing value. */
export function givenOf(record: JsonRecord, name: string): unknown {
  const value = getOwn(record, name) ?? undefined;
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** A finite number. */
export function numberOf(record: JsonRecord, name: string): number | undefined {
  const value = getOwn(record, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** One of the allowed words. */
export function wordOf<T extends string>(
  record: JsonRecord,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = getOwn(record, name);
  return allowed.find((word) => word === value);
}
