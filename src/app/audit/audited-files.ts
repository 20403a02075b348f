import type { InputFile } from '../../data/audit/audit-report.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { auditedSources } from '../persistence/audited-sources.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Model } from '../state/model.ts';

/** Returns the files of the audit as they were read, and the number of their unusable features. */
export async function auditedFiles(model: Pick<Model, 'plan' | 'audit'>): Promise<{
  readonly inputs: readonly (InputFile & { readonly text: string })[];
  readonly setAside: number;
}> {
  const audited = model.plan.countedLayers.peek().filter(isAudited);
  const inputs = auditedSources(model).map(async (source) => ({
    ...source,
    sha256: await sha256(source.text),
  }));
  return {
    inputs: await Promise.all(inputs),
    setAside: audited.reduce((sum, { state }) => sum + setAsideIn(state), 0),
  };
}

function isAudited({ layer: { role } }: LayerState): boolean {
  return role === 'coastline' || role === 'zones';
}

function setAsideIn(state: LayerState['state']): number {
  return state.kind === 'ready' ? state.read - state.kept : 0;
}
