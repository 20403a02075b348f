import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useI18n } from '../ui/i18n.tsx';
import { ShareDialog } from '../ui/shell/share-dialog.tsx';
import { workFileActions } from './persistence/workspace-actions.ts';
import type { Controller } from './state/controller.ts';
import { saveShownView } from './views/save-shown-view.ts';

/** The dialog that copies the page's address, which shows the same again. */
export function ShareContainer({
  controller,
  onClose,
}: {
  readonly controller: Controller;
  readonly onClose: () => void;
}): JSX.Element {
  const { model } = controller;
  const words = useI18n();
  const isRefused = useSignal(false);
  const isPresenting = useSignal(false);
  // The address bar always holds the model's state.
  const { href, search } = location;
  const showsView = new URLSearchParams(search).has('view');
  const address = showsView && isPresenting.value ? href.replace(/(?=#)|$/, '&present=1') : href;
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
      isPresenting={showsView ? isPresenting.value : undefined}
      onPresenting={(next) => {
        isPresenting.value = next;
      }}
      onSaveView={() => {
        onClose();
        void saveShownView(controller, words);
      }}
      onCopy={() => void copy()}
      onSaveWork={saveWork}
      onClose={onClose}
    />
  );
}
