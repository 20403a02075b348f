import { parseExactly } from '../text/json-ids.ts';
import { tryTo } from '../text/text-place.ts';
import { type AuditedFile, type CheckedInput, checkAudited } from './check-audited.ts';

/** A file to check, before it is parsed as JSON. */
export type FileToCheck = Omit<AuditedFile, 'value'>;

/**
 * Checks files of the plan, in order. Files that are not JSON are skipped: their reader has refused them
 * already.
 */
export function checkFiles(files: readonly FileToCheck[]): readonly CheckedInput[] {
  return files.map((file) => {
    const value = tryTo(() => parseExactly(file.text.replace(/^\uFEFF/, '')));
    return value === undefined ? { issues: [], reasons: [] } : checkAudited({ ...file, value });
  });
}
