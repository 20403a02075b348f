import { assumedNotes } from '../../domain/audit/assumed-notes.ts';
import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { type DataVersion, type Provenance, provenanceOf } from '../../domain/audit/provenance.ts';
import { reclassified } from '../../domain/audit/reclassification.ts';
import type { Model } from '../state/model.ts';
import { auditedSources } from './audited-sources.ts';
import {
  editedCoastline,
  generalisedCoastline,
  isRuleChanged,
  MADE_NAMES,
  ruleInForce,
} from './made-files.ts';
import { sha256 } from './sha256.ts';

/** The parts of the model that a provenance is made from. */
type Sources = Pick<Model, 'audit' | 'plan'>;

/** A file that was counted in place of the read one of the same role. */
export type MadeVersion = DataVersion & { readonly role: 'coastline' | 'rule' };

/** The datasets and the rule behind the audit as they were read, with their SHA-256. */
function readVersions(model: Sources): Promise<readonly DataVersion[]> {
  return Promise.all(
    auditedSources(model).map(async ({ file, text }) => ({
      file,
      sha256: await sha256(text),
    })),
  );
}

/** The files that an answer was counted from in place of the read ones, with the SHA-256 of their bytes. */
export async function madeVersions(
  { plan }: Pick<Model, 'plan'>,
  answer: AuditAnswer,
): Promise<readonly MadeVersion[]> {
  const coast = {
    answer,
    segments: reclassified(plan.loadedSegments.peek(), answer.log),
    coastStatus: plan.coastStatus.peek(),
  };
  const texts: readonly (readonly [MadeVersion['role'], string, string | undefined])[] = [
    ['coastline', MADE_NAMES.edited, answer.judged.length > 0 ? editedCoastline(coast) : undefined],
    ['coastline', MADE_NAMES.generalised, generalisedCoastline(coast)],
    ['rule', MADE_NAMES.rule, isRuleChanged(answer) ? ruleInForce(answer) : undefined],
  ];
  const made = texts.map(
    async ([role, file, text]): Promise<readonly MadeVersion[]> =>
      text === undefined ? [] : [{ role, file, sha256: await sha256(text) }],
  );
  return (await Promise.all(made)).flat();
}

/**
 * Everything that the figures of an answer rest on; every sentence, page, slide and file asks this.
 * @param read the files as they were read, when their hashes are known already.
 */
export async function answerProvenance(
  model: Sources,
  answer: AuditAnswer,
  read?: readonly DataVersion[],
): Promise<Provenance> {
  const { settings, asLoaded, judged, audit, reasons = [] } = answer;
  return provenanceOf({
    ...{ settings, judged, reasons },
    rule: asLoaded,
    coverage: audit.coverage,
    assumed: assumedNotes(audit),
    read: read ?? (await readVersions(model)),
    made: await madeVersions(model, answer),
  });
}
