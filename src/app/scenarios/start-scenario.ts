import { type I18n, loadDeferredTexts } from '../../ui/i18n.tsx';
import { nextNumber } from '../state/draft-site.ts';
import type { Model } from '../state/model.ts';

/** Starts a scenario, named once the words of the later parts are there. */
export async function startScenario(model: Model, { t, language }: I18n): Promise<void> {
  await loadDeferredTexts(language);
  model.scenarios.start(
    t('scenarioName', { number: nextNumber(model.workspace.scenarios.peek()) }),
  );
}
