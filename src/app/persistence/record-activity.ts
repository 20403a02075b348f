import { effect } from '@preact/signals';
import type { AuditChoices } from '../../domain/audit/audit-settings.ts';
import { effectiveSettings } from '../../domain/audit/audit-settings.ts';
import {
  type ActivityEntry,
  type ActivityState,
  activitiesBetween,
  withActivities,
} from '../../domain/views/activity.ts';
import { EMPTY_WORKSPACE, NO_ACTIVITY } from '../../domain/views/workspace.ts';
import type { Dispose } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';

/**
 * Writes what the user changes into the activity log: undo and redo as such. Work of a file or of an earlier visit
 * brings its own log, and is told by whoever opens it. Views that are presented change settings, not the user.
 * @param choices the settings before the first change that the log tells
 */
export function recordActivity(
  model: Pick<Model, 'workspace' | 'audit' | 'plan' | 'presentation'>,
  choices: AuditChoices,
): Dispose {
  const { workspace, audit, plan, presentation } = model;
  const settingsOf = (chosen: AuditChoices): ActivityState['settings'] => {
    const rule = audit.rule.peek();
    return rule === undefined ? chosen : effectiveSettings(rule, chosen);
  };
  let known: ActivityState = { ...EMPTY_WORKSPACE, settings: settingsOf(choices) };
  let chosen = choices;
  let written = NO_ACTIVITY;
  /** States that were undone, the next to be redone last. */
  let undone: readonly ActivityState[] = [];
  return effect(() => {
    const { log, scenarios, decks, datasets, photos, versions } = workspace.current.value;
    const settings = settingsOf(audit.choices.value);
    // The rule may have arrived since: it is no change of the user.
    const before: ActivityState = { ...known, settings: settingsOf(chosen) };
    const after: ActivityState = { log, scenarios, decks, datasets, photos, versions, settings };
    const isForeign = workspace.activity.peek() !== written;
    const isPresented = presentation.isPresenting.peek();
    chosen = audit.choices.peek();
    known = after;
    if (isForeign) {
      written = workspace.activity.peek();
      undone = [];
      return;
    }
    const now = new Date();
    const found = activitiesBetween(
      before,
      isPresented ? { ...after, settings: before.settings } : after,
      {
        at: now.toISOString(),
        segments: plan.loadedSegments.peek(),
      },
    );
    if (found.length === 0) return;
    const next = undone.at(-1);
    const isRedone = next !== undefined && isSameWork(next, after);
    const isUndone = !isRedone && !isSameWork(before, after) && workspace.canRedo.peek();
    if (isUndone) undone = [...undone, before];
    else if (isRedone) undone = undone.slice(0, -1);
    else if (!isSameWork(before, after)) undone = [];
    const told = isUndone || isRedone ? [summary(found, isUndone ? 'undone' : 'redone')] : found;
    const last = written.at(-1)?.at ?? '';
    // Nothing is as old as no entry: NaN is within no limit.
    written = withActivities(written, told, now.getTime() - Date.parse(last));
    workspace.noteActivity(written);
  });
}

function isSameWork(one: ActivityState, other: ActivityState): boolean {
  return (['log', 'scenarios', 'decks', 'datasets', 'photos'] as const).every(
    (part) => one[part] === other[part],
  );
}

/** A step of undo or redo as one entry. */
function summary(found: readonly ActivityEntry[], what: 'undone' | 'redone'): ActivityEntry {
  const joined = (side: 'from' | 'to'): string =>
    found
      .map((entry) => entry[side])
      .filter((text) => text !== '')
      .join('; ');
  return { at: found[0]?.at ?? '', what, from: joined('from'), to: joined('to') };
}
