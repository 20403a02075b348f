import type { JSX } from 'preact';
import { RenewalOffer } from '../../ui/shell/update-prompt.tsx';
import type { Desk } from '../controller.ts';

/** Joins the offer of a newer version to the desk. */
export function RenewalDesk({
  desk: { model, offline },
}: {
  readonly desk: Desk;
}): JSX.Element | null {
  const known = offline.value;
  if (known === undefined) return null;
  const renew = async (): Promise<void> => {
    if (!(await known.renew())) model.showMessage({ kind: 'done', key: 'renewWaits' });
  };
  return <RenewalOffer onRenew={() => void renew()} onLater={known.leaveForNow} />;
}
