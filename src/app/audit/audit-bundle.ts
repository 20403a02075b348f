import { strToU8, zipSync } from 'fflate';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { reclassified } from '../../domain/audit/reclassification.ts';
import { photosByStretch } from '../../domain/field-photo/pin-photos.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { answerProvenance, madeVersions } from '../persistence/answer-provenance.ts';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import type { Model } from '../state/model.ts';
import { auditedFiles } from './audited-files.ts';
import { bundleFiles } from './bundle-files.ts';
import { countedDatasets } from './counted-datasets.ts';
import { photoFiles } from './photo-files.ts';

/**
 * Saves everything that is needed to verify the audit: inputs as read, the coastline as edited, the rule in
 * force, result, evidence, and how to reproduce it. Returns the file's name.
 */
export async function saveBundle(
  model: Pick<Model, 'plan' | 'audit' | 'workspace'>,
  answer: AuditAnswer,
  words: I18n,
): Promise<string> {
  const file = `coastline-audit-${today(new Date())}.zip`;
  saveFile(file, await auditBundle(model, answer, words), 'application/zip');
  return file;
}

/** Returns the bundle's bytes, a zip archive. */
export async function auditBundle(
  model: Pick<Model, 'plan' | 'audit' | 'workspace'>,
  answer: AuditAnswer,
  words: I18n,
): Promise<Uint8Array<ArrayBuffer>> {
  const photos = await photoFiles(
    photosByStretch(model.workspace.photos.peek(), model.plan.segments.peek()),
  );
  const files = await bundleFiles({
    photos,
    answer,
    provenance: await answerProvenance(model, answer),
    made: (await madeVersions(model, answer)).map((version) => ({ ...version, made: true })),
    segments: reclassified(model.plan.loadedSegments.peek(), answer.log),
    zones: model.plan.zones.peek(),
    coastStatus: model.plan.coastStatus.peek(),
    datasets: countedDatasets(model),
    planTitle: words.pick(model.plan.title.peek()),
    ...(await auditedFiles(model)),
    date: today(new Date()),
    words,
  });
  return zipSync(
    Object.fromEntries([
      ...[...files].map(([name, text]) => [name, strToU8(text)] as const),
      ...[...(photos?.pictures ?? [])].map(([name, { bytes }]) => [name, bytes] as const),
    ]),
  );
}
