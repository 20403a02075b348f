/** The longest text shown of a value, in characters: enough to know it by. */
const LONGEST = 60;

/** A value from data as a message shows it: as JSON, cut when long, so that a message stays a line. */
export function formatValue(value: unknown): string {
  const text = toJson(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Nesting may be deeper than a stack: then the kind of value has to do. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
