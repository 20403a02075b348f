import type { JSX } from 'preact';
import type { Workspace } from '../../domain/views/workspace.ts';
import type { Panel } from '../../ui/shell/panels.ts';
import { RestorePrompt } from '../../ui/shell/restore-prompt.tsx';
import type { Model } from '../state/model.ts';
import { continueWork } from './continue-work.ts';

/** Offers the work of an earlier visit; nothing while there is none. */
export function RecoveryContainer({
  model,
}: {
  readonly model: Pick<Model, 'workspace' | 'page' | 'views'>;
}): JSX.Element | null {
  const offered = model.workspace.recovered.value;
  if (offered === undefined) return null;
  return (
    <RestorePrompt
      key={offered.savedAt}
      work={offered}
      savedAt={offered.savedAt}
      onTakeUp={() => {
        continueWork(model, offered);
        model.page.openPanel(panelOfWork(offered));
      }}
      onLeave={model.workspace.dismissRecovery}
    />
  );
}

/** The panel that shows most of the restored work. */
function panelOfWork({ log, scenarios }: Workspace): Panel {
  if (log.length > 0) return 'coastline';
  return scenarios.length > 0 ? 'scenarios' : 'views';
}
