import { shortened } from '../domain/shortened-text.ts';

/** The maximum number of characters shown of a value: enough to recognise it. */
const LONGEST = 60;

/**
 * Formats a value from data for a message: as JSON, cut when it is long, so that a message fits one line.
 */
export function formatValue(value: unknown): string {
  const text = toJson(value) ?? String(value);
  return shortened(text, LONGEST);
}

/** Very deep nesting can exhaust the stack; the type of the value is shown instead. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
