import { strToU8, zipSync } from 'fflate';
import type { AuditAnswer } from '../domain/audit-question.ts';
import type { Words } from '../ui/words.tsx';
import { auditedFiles } from './audited-files.ts';
import { bundleFiles } from './bundle-files.ts';
import { today } from './hand-over.ts';
import type { Model } from './model.ts';
import { saveFile } from './save-file.ts';

/**
 * Saves all that someone else needs to check the audit: inputs as read, the coastline as edited, the
 * rule in force, result, evidence, and how to reproduce it. Returns the file's name.
 */
export async function saveBundle(model: Model, answer: AuditAnswer, words: Words): Promise<string> {
  const file = `coastline-audit-${today(new Date())}.zip`;
  saveFile(file, await auditBundle(model, answer, words), 'application/zip');
  return file;
}

/** The bundle's bytes, a zip archive. */
export async function auditBundle(
  model: Model,
  answer: AuditAnswer,
  words: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = bundleFiles({
    answer,
    segments: model.segments.peek(),
    log: model.log.peek(),
    zones: model.zones.peek(),
    isSurveyed: model.isSurveyed.peek(),
    ...(await auditedFiles(model)),
    date: today(new Date()),
    words,
  });
  return zipSync(Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])));
}
