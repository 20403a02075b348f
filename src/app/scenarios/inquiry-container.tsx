import type { JSX } from 'preact';
import { lazy } from '../../ui/lazy.tsx';
import type { Controller } from '../state/controller.ts';

const InquiryCardContainer = lazy(
  async () => (await import('./inquiry-card-container.tsx')).InquiryCardContainer,
);

/** The card about a place on the map; nothing while the user has asked about none. */
export function InquiryContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const inquiry = controller.model.scenarios.inquiry.value;
  if (inquiry === undefined) return null;
  return <InquiryCardContainer controller={controller} inquiry={inquiry} />;
}
