import { strToU8, zipSync } from 'fflate';
import type { InputFile } from '../data/audit-report.ts';
import type { AuditAnswer } from '../domain/audit-question.ts';
import type { LayerState } from '../domain/layer-state.ts';
import type { Words } from '../ui/words.tsx';
import { bundleFiles } from './bundle-files.ts';
import { fingerprint } from './fingerprint.ts';
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
  const audited = model.layers.peek().filter(isAudited);
  const inputs = [...model.sources.peek()].map(async ([id, { file, text }]) => ({
    role: roleOf(id, audited),
    file,
    text,
    sha256: await fingerprint(text),
  }));
  const files = bundleFiles({
    answer,
    segments: model.segments.peek(),
    log: model.log.peek(),
    zones: model.zones.peek(),
    isSurveyed: model.isSurveyed.peek(),
    inputs: await Promise.all(inputs),
    setAside: audited.reduce((sum, { state }) => sum + setAsideIn(state), 0),
    date: today(new Date()),
    words,
  });
  return zipSync(Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)])));
}

function isAudited({ layer: { role } }: LayerState): boolean {
  return role === 'coastline' || role === 'zones';
}

/** A source is kept by the id of its layer; the rule has none. */
function roleOf(id: string, layers: readonly LayerState[]): InputFile['role'] {
  const role = layers.find(({ layer }) => layer.id === id)?.layer.role;
  return role === 'coastline' || role === 'zones' ? role : 'rule';
}

function setAsideIn(state: LayerState['state']): number {
  return state.kind === 'ready' ? state.read - state.kept : 0;
}
