import type { AuditAnswer } from '../../domain/audit/audit-question.ts';
import { withMeasuredTolerance } from '../../domain/audit/audit-settings.ts';
import type { CoastStatus } from '../../domain/coast-status.ts';
import { reasonOf } from '../../domain/result.ts';
import {
  freeVersionId,
  type NamedVersion,
  type VersionFigures,
} from '../../domain/views/named-version.ts';
import type { WorkState } from '../../domain/views/work-state.ts';
import { when } from '../lifecycle/when.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';

/** How long a coast may take until a version is kept without its ratio, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Keeps the present state under a name in every state of the history, so that no undo takes it away, with the ratio that it comes to. The state is that of the call: what is changed
 * while the coast is counted is no part of it. Returns the version.
 */
export async function nameVersion(
  { model, engines }: Pick<Controller, 'model' | 'engines'>,
  name: string,
): Promise<NamedVersion> {
  const work = stateOf(model);
  const savedAt = new Date().toISOString();
  const figures = await countedFigures({ model, engines }, work);
  const version: NamedVersion = {
    ...{ id: freeVersionId(model.workspace.current.peek().versions), name, savedAt, work },
    ...(figures !== undefined && { figures }),
  };
  model.workspace.rebase((states) =>
    states.map((state) => ({ ...state, versions: [...state.versions, version] })),
  );
  return version;
}

/** The present state of the work, without its versions. */
export function stateOf({ workspace }: Pick<Model, 'workspace'>): WorkState {
  const { log, scenarios, decks, datasets, notes, photos } = workspace.current.peek();
  return { log, scenarios, decks, datasets, notes, photos };
}

/** What a version keeps of an answer about a coast of some status. */
export function versionFigures(
  { audit, settings, reasons = [] }: AuditAnswer,
  status: CoastStatus,
): VersionFigures {
  const { ratio, byClass, unclassifiedM, counting } = audit.overall;
  return {
    ...{ ratio, byClass, unclassifiedM, counting, settings },
    isProvisional: !audit.coverage.isComplete || reasons.length > 0,
    isIllustration: status.kind === 'illustration',
  };
}

/** Asks for the figures of a state: an answer on the page may still be that before the last change. */
async function countedFigures(
  { model, engines }: Pick<Controller, 'model' | 'engines'>,
  { log }: WorkState,
): Promise<VersionFigures | undefined> {
  const { audit, plan } = model;
  audit.request();
  try {
    await when(
      () =>
        audit.state.value.kind !== 'waiting' &&
        plan.countedLayers.value.every(({ state }) => state.kind !== 'loading'),
      AbortSignal.timeout(PATIENCE),
    );
    const [rule, state] = [audit.rule.peek(), audit.state.peek()];
    if (rule === undefined || state.kind !== 'ready') return undefined;
    const { client } = await engines();
    const choices = withMeasuredTolerance(audit.choices.peek(), rule);
    const answer = await client.ask({ rule, choices, log });
    const { reasons } = state.answer;
    return versionFigures(
      { ...answer, ...(reasons !== undefined && { reasons }) },
      plan.coastStatus.peek(),
    );
  } catch (cause) {
    console.info('a version is kept without its ratio:', reasonOf(cause));
    return undefined;
  }
}
