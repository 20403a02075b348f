import { parseExactly } from '../text/json-ids.ts';
import { tryTo } from '../text/text-place.ts';
import { type AuditedFile, type CheckedInput, checkAudited } from './check-audited.ts';

/** A file to be checked, before it is read as JSON. */
export type FileToCheck = Omit<AuditedFile, 'value'>;

/** Checks files of the plan, in order. One that is no JSON has been refused by its reader already. */
export function checkFiles(files: readonly FileToCheck[]): readonly CheckedInput[] {
  return files.map((file) => {
    const value = tryTo(() => parseExactly(file.text.replace(/^\uFEFF/, '')));
    return value === undefined ? { issues: [], reasons: [] } : checkAudited({ ...file, value });
  });
}
