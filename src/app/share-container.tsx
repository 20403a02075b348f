import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ShareDialog } from '../ui/shell/share-dialog.tsx';
import type { Controller } from './state/controller.ts';

/** Joins the dialog of the link to the model: it copies the address that shows the same again. */
export function ShareContainer({
  controller: { model },
  onClose,
}: {
  readonly controller: Controller;
  readonly onClose: () => void;
}): JSX.Element {
  const isRefused = useSignal(false);
  // The address bar is kept in step with the model.
  const address = location.href;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
    } catch (cause) {
      // Refused, or missing where the page came over plain http: the person copies by hand.
      console.info('no clipboard:', cause);
      isRefused.value = true;
      return;
    }
    onClose();
    model.page.showMessage({ kind: 'done', key: 'shareCopied' });
  };
  const saveWork = async (): Promise<void> => {
    onClose();
    try {
      const file = (await import('./persistence/save-and-open.ts')).saveWork(model);
      model.page.showMessage({ kind: 'done', key: 'saved', values: { file } });
    } catch (cause) {
      console.error('work not saved:', cause);
      model.page.showMessage({
        kind: 'failure',
        key: 'notSaved',
        values: { reason: String(cause) },
      });
    }
  };
  return (
    <ShareDialog
      address={address}
      changes={model.workspace.log.value.length + model.workspace.scenarios.value.length}
      isRefused={isRefused.value}
      onCopy={() => void copy()}
      onSaveWork={() => void saveWork()}
      onClose={onClose}
    />
  );
}
