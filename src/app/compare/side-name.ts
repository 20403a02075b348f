import type { ComparedSide } from '../../domain/views/compared-side.ts';
import { textIn } from '../../domain/views/saved-view.ts';
import type { I18n } from '../../ui/i18n.tsx';
import { viewName } from '../../ui/views/default-names.ts';
import type { Model } from '../state/model.ts';

/** The name of a side as a card or a slide shows it; empty for a scenario that is gone. */
export function sideName(
  model: Pick<Model, 'workspace' | 'views'>,
  side: ComparedSide,
  { t, language }: I18n,
): string {
  switch (side.kind) {
    case 'now':
    case 'today':
    case 'plan':
      return t(`side_${side.kind}`);
    case 'scenario':
      return model.workspace.scenarios.value.find(({ id }) => id === side.id)?.name ?? '';
    case 'view': {
      const title = model.views.placeOf(side.number)?.view.title;
      return (title && textIn(title, language)) || viewName(side.number)[language];
    }
  }
}
