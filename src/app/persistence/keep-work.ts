import type { AuditChoices } from '../../domain/audit/audit-settings.ts';
import { createDisposer, type Dispose } from '../lifecycle/disposer.ts';
import type { Model } from '../state/model.ts';
import { autosave } from './autosave.ts';
import { browserStore } from './browser-store.ts';
import { recordActivity } from './record-activity.ts';

/**
 * Keeps work in this browser and logs what is changed of it.
 * @param choices the settings of the audit before the first change
 */
export function keepWork(
  model: Parameters<typeof recordActivity>[0] & Pick<Model, 'page' | 'views'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  choices: AuditChoices,
): Dispose {
  const disposer = createDisposer();
  disposer.add(recordActivity(model, choices), autosave(model, browserStore(), page));
  return disposer.dispose;
}
