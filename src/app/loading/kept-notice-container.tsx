import type { JSX } from 'preact';
import { KeptNotices } from '../../ui/shell/kept-notices.tsx';
import type { Controller } from '../state/controller.ts';

/** Tells of files for which the server gave a wrong answer, and kept copies are shown. */
export function KeptNoticeContainer({
  controller: { model },
}: {
  readonly controller: Controller;
}): JSX.Element {
  const { notices, dismissNotices } = model.origins;
  return <KeptNotices notices={notices.value} onDismiss={dismissNotices} />;
}
