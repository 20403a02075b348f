/**
 * Matches `id` before a whole number of 16 digits or more. No JSON text value can match, because its quotes
 * are escaped.
 */
export const LONG_ID = /("id"\s*:\s*)(-?\d{16,})(?=\s*[,}])/g;

/**
 * Parses JSON; ids beyond 2^53 become texts, because two of them may round to one number and would be one
 * feature.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseExactly(body: string): unknown {
  const value: unknown = JSON.parse(body);
  if (body.search(LONG_ID) < 0) return value;
  return JSON.parse(
    body.replace(LONG_ID, (whole, name: string, digits: string) =>
      Number.isSafeInteger(Number(digits)) ? whole : `${name}"${digits}"`,
    ),
  );
}
