import { type I18n, loadDeferredTexts } from '../../ui/i18n.tsx';
import { nextNumber } from '../state/draft-site.ts';
import type { Model } from '../state/model.ts';

/** Starts a scenario. Its name is among the texts of later parts, which are loaded first. */
export async function startScenario(
  model: Pick<Model, 'scenarios' | 'workspace'>,
  { t, language }: I18n,
): Promise<void> {
  await loadDeferredTexts(language);
  model.scenarios.start(
    t('scenarioName', { number: nextNumber(model.workspace.scenarios.peek()) }),
  );
}
