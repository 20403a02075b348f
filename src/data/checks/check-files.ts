import { parseJsonText } from '../json-text.ts';
import { type AuditedFile, type CheckedInput, checkAudited } from './check-audited.ts';

/** A file to be checked, before it is read as JSON. */
export type FileToCheck = Omit<AuditedFile, 'value'>;

/** Checks files of the plan, in order. One that is no JSON has been refused by its reader already. */
export async function checkFiles(files: readonly FileToCheck[]): Promise<readonly CheckedInput[]> {
  const checked: CheckedInput[] = [];
  for (const file of files) {
    const json = await parseJsonText(file.text, file.file);
    checked.push(
      json.ok ? checkAudited({ ...file, value: json.value }) : { issues: [], reasons: [] },
    );
  }
  return checked;
}
