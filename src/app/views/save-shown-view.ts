import { NO_TEXT } from '../../domain/bilingual.ts';
import { textIn } from '../../domain/views/saved-view.ts';
import { type I18n, loadDeferredTexts } from '../../ui/i18n.tsx';
import { viewName } from '../../ui/views/default-names.ts';
import { currentFigures } from '../audit/current-figures.ts';
import { when } from '../lifecycle/when.ts';
import type { Controller } from '../state/controller.ts';
import {
  leftOutOfView,
  type StateToSave,
  stateToSave,
  suggestedTitle,
  whyNotSaved,
} from './save-view.ts';

/** What the map shows now, to be saved; undefined where it cannot be, which the user is told. */
export function stateToSaveOrWhy(controller: Controller, { t }: I18n): StateToSave | undefined {
  const { model } = controller;
  const why = whyNotSaved(model);
  if (why === undefined)
    return stateToSave(model, { extent: controller.freeExtent(), now: new Date() });
  const reason = t(why.key, 'name' in why ? { name: why.name } : {});
  model.page.showMessage({ kind: 'failure', key: 'viewNotSaved', values: { reason } });
  return undefined;
}

/** So long figures may take that a view waits for, in milliseconds; then the user is told. */
const PATIENCE = 15_000;

/**
 * Saves a view of what the map shows behind the open one, opens it, and says what the map showed beside it. Figures
 * that no panel has asked for so far are measured first.
 */
export async function saveShownView(controller: Controller, words: I18n): Promise<void> {
  await loadDeferredTexts(words.language);
  const { model } = controller;
  model.audit.request();
  await when(() => currentFigures(model).isSettled, AbortSignal.timeout(PATIENCE)).catch(() => {
    // Why it cannot be saved is told below.
  });
  const state = stateToSaveOrWhy(controller, words);
  if (state === undefined) return;
  const leftOut = leftOutOfView(model).map((part) => words.t(`viewLeftOut_${part}`));
  const texts = { caption: NO_TEXT, notes: NO_TEXT };
  const title = suggestedTitle(model, viewName);
  const behind = model.views.opened.peek()?.view.number;
  const number = model.views.add({ ...state, ...texts, title }, behind);
  model.views.open(number);
  const values = { number, title: textIn(title, words.language) };
  const without = leftOut.join(words.t('restoreWorkSeparator'));
  model.page.showMessage(
    leftOut.length === 0
      ? { kind: 'done', key: 'viewSaved', values }
      : { kind: 'done', key: 'viewSavedWithout', values: { ...values, without } },
  );
}
