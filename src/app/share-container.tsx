import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ShareDialog } from '../ui/shell/share-dialog.tsx';
import { workFileActions } from './persistence/workspace-actions.ts';
import type { Controller } from './state/controller.ts';

/** The dialog that copies the page's address, which shows the same again. */
export function ShareContainer({
  controller: { model },
  onClose,
}: {
  readonly controller: Controller;
  readonly onClose: () => void;
}): JSX.Element {
  const isRefused = useSignal(false);
  // The address bar always holds the model's state.
  const address = location.href;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
    } catch (cause) {
      // Refused, or missing on a page over plain http: the user can still copy from the field.
      console.info('no clipboard:', cause);
      isRefused.value = true;
      return;
    }
    onClose();
    model.page.showMessage({ kind: 'done', key: 'shareCopied' });
  };
  const saveWork = (): void => {
    onClose();
    workFileActions(model).save();
  };
  return (
    <ShareDialog
      address={address}
      work={model.workspace.current.value}
      isRefused={isRefused.value}
      onCopy={() => void copy()}
      onSaveWork={saveWork}
      onClose={onClose}
    />
  );
}
