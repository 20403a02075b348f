import type { LoadError } from '../../domain/load-error.ts';
import { ok, type Result } from '../../domain/result.ts';
import { parseJsonText } from '../text/json-text.ts';
import type { ParsedCatalogue } from './catalogue-schema.ts';
import { plainCatalogue } from './plain-catalogue.ts';

/**
 * Reads `catalogue.json`. An error of the whole file has line, column and cure; a faulty layer is set aside, a
 * faulty option has its default, each with an issue, and neither affects the others. The schema that finds and
 * tells faults is fetched only for a catalogue that is not plainly right.
 */
export async function parseCatalogue(
  text: string,
  file: string,
): Promise<Result<ParsedCatalogue, LoadError>> {
  const json = await parseJsonText(text, file);
  if (!json.ok) return json;
  const plain = plainCatalogue(json.value);
  if (plain !== undefined) return ok({ catalogue: plain, issues: [] });
  const { readBySchema } = await import('./catalogue-schema.ts');
  return readBySchema(json.value, { text, file });
}
