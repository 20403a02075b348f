import type { RefusedFile } from '../../data/import/raw-dataset.ts';
import type { FieldSheet } from '../../domain/audit/field-sheet.ts';
import { WORLD_FRAME } from '../../domain/dataset.ts';
import { reasonOf } from '../../domain/result.ts';
import type { OfferedFile } from '../lifecycle/file-offer.ts';
import { ImportClient } from '../workers/import-client.ts';

/** A field sheet, or why there is none. */
export type OpenedFieldSheet =
  | { readonly kind: 'open'; readonly sheet: FieldSheet }
  | ({ readonly kind: 'refused' } & RefusedFile)
  | { readonly kind: 'failed'; readonly reason: string };

/** Reads a field sheet in a worker of its own, which ends with it. Never rejects. */
export async function openFieldSheet(file: OfferedFile): Promise<OpenedFieldSheet> {
  const client = new ImportClient({ frame: WORLD_FRAME.extent, coast: [] });
  try {
    const read = await client.readFieldSheet(file);
    return read.ok ? { kind: 'open', sheet: read.value } : { kind: 'refused', ...read.error };
  } catch (cause) {
    return { kind: 'failed', reason: reasonOf(cause) };
  } finally {
    client.destroy();
  }
}
