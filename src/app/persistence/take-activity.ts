import { type ActivityEntry, mergedActivities } from '../../domain/views/activity.ts';
import type { Model } from '../state/model.ts';
import type { RecoveredWork } from '../state/workspace-model.ts';

/** Joins the log of work that is taken up with that of this visit, and says that it was taken up. */
export function takeActivity(
  { workspace }: Pick<Model, 'workspace'>,
  { activity = [] }: Pick<RecoveredWork, 'activity'>,
  { what, to }: Pick<ActivityEntry, 'what' | 'to'>,
): void {
  const entry = { at: new Date().toISOString(), what, from: '', to };
  workspace.noteActivity([...mergedActivities(activity, workspace.activity.peek()), entry]);
}
