import type { JSX } from 'preact';
import { UpdatePrompt } from '../../ui/shell/update-prompt.tsx';
import type { Controller } from '../state/controller.ts';

/** The offer of a newer version; nothing until the service worker is known. */
export function UpdateContainer({
  controller: { model, offline },
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const known = offline.value;
  if (known === undefined) return null;
  const update = async (): Promise<void> => {
    if (!(await known.update())) model.page.showMessage({ kind: 'done', key: 'updateWaits' });
  };
  return <UpdatePrompt onRenew={() => void update()} onLater={known.dismiss} />;
}
