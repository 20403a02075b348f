import type { JSX } from 'preact';
import { UpdatePrompt } from '../../ui/shell/update-prompt.tsx';
import type { Controller } from '../state/controller.ts';

/** Joins the offer of a newer version to the desk. */
export function UpdateContainer({
  controller: { model, offline },
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const known = offline.value;
  if (known === undefined) return null;
  const renew = async (): Promise<void> => {
    if (!(await known.update())) model.page.showMessage({ kind: 'done', key: 'updateWaits' });
  };
  return <UpdatePrompt onRenew={() => void renew()} onLater={known.dismiss} />;
}
