/**
 * Ids in an address, between commas. A comma inside an id, and the sign that marks it, are escaped once more than
 * the address does; plain ids stay as they are.
 */
export function joinIds(ids: readonly string[]): string {
  return ids.map((id) => id.replace(/[%,]/g, encodeURIComponent)).join(',');
}

/** Reads what `joinIds` writes; empty ids are left out. */
export function splitIds(text: string | null): readonly string[] {
  return (text ?? '')
    .split(',')
    .filter((id) => id !== '')
    .map((id) => id.replace(/%(?:25|2C)/gi, decodeURIComponent));
}
