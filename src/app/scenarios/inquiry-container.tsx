import type { JSX } from 'preact';
import { lazy } from '../../ui/lazy.tsx';
import type { Controller } from '../state/controller.ts';

const InquiryCard = lazy(
  async () => (await import('../../ui/scenarios/inquiry-card.tsx')).InquiryCard,
);

/** Joins what is asked about a place to the model; nothing while nothing is asked. */
export function InquiryContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { model } = controller;
  const inquiry = model.scenarios.inquiry.value;
  if (inquiry === undefined) return null;
  const { at, answer } = inquiry;
  return (
    <InquiryCard
      at={at}
      finding={answer.kind === 'ready' ? answer.finding : undefined}
      isMeasuring={answer.kind === 'measuring'}
      failure={answer.kind === 'failed' ? answer.reason : undefined}
      segments={model.plan.segments.value}
      zones={model.plan.zones.value}
      projects={model.plan.projects.value}
      isSurveyed={model.plan.isSurveyed.value}
      onSelect={controller.selectAndShow}
      onClose={model.selection.clear}
    />
  );
}
