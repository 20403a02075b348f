import type { FileToCheck } from '../../data/checks/check-files.ts';
import { assumedNotes } from '../../domain/audit/assumed-notes.ts';
import { auditChoice } from '../../domain/audit/audit-question.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import { judgedStretches } from '../../domain/audit/provenance.ts';
import { coverageReasons, type ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import { reclassified } from '../../domain/audit/reclassification.ts';
import { type CoastStatus, withNotice } from '../../domain/coast-status.ts';
import type { CoastlineSegment } from '../../domain/coastline.ts';
import type { LayerState } from '../../domain/layer-state.ts';
import { lineageReasons } from '../../domain/own-data/lineage-reasons.ts';
import type { ChangeResult, Side } from '../../ui/coast-change/change-result.ts';
import type { Model } from '../state/model.ts';
import type { AuditClient } from '../workers/audit-client.ts';
import type { TaskOptions } from '../workers/run-steps.ts';
import { auditedFilesOf } from './file-checks.ts';

/** A layer of coast that has been read. */
export type CoastLayer = {
  readonly member: LayerState;
  readonly loaded: readonly CoastlineSegment[];
  readonly status: CoastStatus;
};

/** The coasts of the plan and of the user that have been read: the plan's stays when the user's takes its place. */
export function coastLayers(layers: readonly LayerState[]): readonly CoastLayer[] {
  return layers.flatMap((member): readonly CoastLayer[] => {
    const { state } = member;
    if (state.kind !== 'ready' || state.content.role !== 'coastline') return [];
    return [{ member, loaded: state.content.segments, status: state.content.coastStatus }];
  });
}

/**
 * Compares two layers of coast in the worker, by the rule, choices and zones in force, and gathers what speaks against
 * the figures of each. Classes that the user changed count where the layer does.
 * @throws Error when the engine refuses its input, with the reason; the signal's reason when stopped.
 */
export async function compareCoastLayers(
  model: Pick<Model, 'audit' | 'plan' | 'workspace'>,
  client: Pick<AuditClient, 'compareCoasts' | 'checkFiles'>,
  { toleranceM, ...coasts }: Readonly<Record<Side, CoastLayer>> & { readonly toleranceM: number },
  watch: TaskOptions,
): Promise<ChangeResult> {
  const stated = model.audit.rule.peek();
  if (stated === undefined) throw new Error('the counting rule has not been read');
  const counted = model.plan.countedLayers.peek();
  const log = model.workspace.log.peek();
  const edited = ({ member, loaded }: CoastLayer): readonly CoastlineSegment[] =>
    counted.includes(member) ? reclassified(loaded, log) : loaded;
  const segments = { before: edited(coasts.before), after: edited(coasts.after) };
  const choices = withMeasuredTolerance(model.audit.choices.peek(), stated);
  const { rule, realm } = auditChoice(segments.after, stated, choices);
  const judged = judgedStretches(coasts.after.loaded, segments.after).flatMap(
    ({ segmentId, before: was, after: is }) => (was?.class === is.class ? [] : [segmentId]),
  );
  const afterText = model.audit.sources.peek().get(coasts.after.member.layer.id)?.text;
  const zones = counted.filter(({ layer }) => layer.role === 'zones');
  const [answer, before, after, shared] = await Promise.all([
    client.compareCoasts(
      {
        ...{ ...segments, zones: model.plan.zones.peek(), rule, realm, toleranceM, judged },
        ...(afterText !== undefined && HAS_LOG.test(afterText) && { afterText }),
      },
      watch,
    ),
    checked(client, filesOf(model, [coasts.before.member])),
    checked(client, filesOf(model, [coasts.after.member])),
    checked(client, filesOf(model, zones, true)),
  ]);
  const side = (of: Side, reasons: readonly ProvisionalReason[]): ChangeResult['sides'][Side] => ({
    layer: coasts[of].member.layer.id,
    title: coasts[of].member.layer.title,
    segments: segments[of],
    status: statusOf(model, coasts[of]),
    reasons: [
      ...coverageReasons(answer.coverage[of]),
      ...reasons,
      ...ofLineage(model, coasts[of], answer.coverage[of], reasons),
    ],
    assumed: assumedNotes({ rule, overall: answer.change.overall[of] }),
  });
  return {
    answer,
    sides: { before: side('before', before), after: side('after', after) },
    sharedReasons: shared,
    judgedCount: judged.length,
  };
}

/** How the change log of a coastline file begins (`data/coast/write-coastline.ts`). */
const HAS_LOG = /"changes"\s*:/;

function filesOf(
  model: Pick<Model, 'audit' | 'plan'>,
  members: readonly LayerState[],
  hasRule = false,
): readonly FileToCheck[] {
  return auditedFilesOf(model, members).flatMap(([, file]) =>
    file.role === 'rule' && !hasRule ? [] : [file],
  );
}

async function checked(
  client: Pick<AuditClient, 'checkFiles'>,
  files: readonly FileToCheck[],
): Promise<readonly ProvisionalReason[]> {
  return (await client.checkFiles(files)).flatMap(({ reasons }) => reasons);
}

/** The plan's own coast goes with what its rule says of figures. */
function statusOf({ plan, audit }: Pick<Model, 'plan' | 'audit'>, { member, status }: CoastLayer) {
  const catalogue = plan.catalogue.peek();
  const isOfPlan = catalogue.kind === 'ready' && catalogue.catalogue.layers.includes(member.layer);
  return isOfPlan ? withNotice(status, audit.rule.peek()?.notice) : status;
}

function ofLineage(
  { workspace }: Pick<Model, 'workspace'>,
  { member: { layer, state } }: CoastLayer,
  coverage: Parameters<typeof lineageReasons>[0]['coverage'],
  known: readonly ProvisionalReason[],
): readonly ProvisionalReason[] {
  const dataset = workspace.datasets.peek().find(({ id }) => id === layer.id);
  if (dataset === undefined || state.kind !== 'ready') return [];
  return lineageReasons({ dataset, written: state.read, coverage }).filter(
    ({ code }) => !known.some((reason) => reason.code === code),
  );
}
