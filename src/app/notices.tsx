import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Message, Toast } from '../ui/controls/toast.tsx';
import { lazy } from '../ui/lazy.tsx';
import type { Controller } from './state/controller.ts';
import type { Model } from './state/model.ts';

const ShortcutsDialog = lazy(
  async () => (await import('../ui/shell/shortcuts-dialog.tsx')).ShortcutsDialog,
);
const ShareContainer = lazy(async () => (await import('./share-container.tsx')).ShareContainer);
const PrintContainer = lazy(
  async () => (await import('./print/print-container.tsx')).PrintContainer,
);
const CoastReport = lazy(async () => (await import('./audit/report-container.tsx')).CoastReport);
const RecoveryContainer = lazy(
  async () => (await import('./persistence/recovery-container.tsx')).RecoveryContainer,
);
const KeptNoticeContainer = lazy(
  async () => (await import('./loading/kept-notice-container.tsx')).KeptNoticeContainer,
);
const UpdateContainer = lazy(
  async () => (await import('./loading/update-container.tsx')).UpdateContainer,
);

/** The dialogs that the header and the keys open. */
export type OpenDialogs = {
  /** Undefined until the user first opens the list: it is fetched then. */
  readonly areShortcutsShown: Signal<boolean | undefined>;
  readonly isLinkShown: Signal<boolean>;
};

/** Dialogs, prompts and messages over the page. */
export function Notices({
  controller,
  dialogs: { areShortcutsShown, isLinkShown },
}: {
  readonly controller: Controller;
  readonly dialogs: OpenDialogs;
}): JSX.Element {
  const { model } = controller;
  return (
    <>
      {areShortcutsShown.value !== undefined && (
        <ShortcutsDialog
          isOpen={areShortcutsShown.value}
          onClose={() => {
            areShortcutsShown.value = false;
          }}
        />
      )}
      {isLinkShown.value && (
        <ShareContainer
          controller={controller}
          onClose={() => {
            isLinkShown.value = false;
          }}
        />
      )}
      {model.page.isPrintOpen.value && (
        <PrintContainer controller={controller} onClose={() => model.page.openPrint(false)} />
      )}
      <CornerNotice controller={controller} />
      <Toast message={shownMessage(model)} onGone={() => model.page.showMessage(undefined)} />
      {model.audit.report.value !== undefined && <CoastReport controller={controller} />}
    </>
  );
}

/** The message to show: what the app says of its own work waits for the end of a presentation. */
function shownMessage({
  page,
  presentation,
}: Pick<Model, 'page' | 'presentation'>): Message | undefined {
  const message = page.message.value;
  const isWaiting =
    presentation.isPresenting.value && message !== undefined && message.isForAudience !== true;
  return isWaiting ? undefined : message;
}

/**
 * One notice at a time, as all stand in the same corner of the map: earlier work, then kept copies of
 * data, then a newer version.
 */
function CornerNotice({ controller }: { readonly controller: Controller }): JSX.Element | null {
  const { model, offline } = controller;
  // An audience sees the slide, never the app's own notices.
  if (model.presentation.isPresenting.value) return null;
  if (model.workspace.recovered.value !== undefined) return <RecoveryContainer model={model} />;
  if (model.origins.hasNotices.value) return <KeptNoticeContainer controller={controller} />;
  return offline.value?.isUpdateReady.value === true ? (
    <UpdateContainer controller={controller} />
  ) : null;
}
