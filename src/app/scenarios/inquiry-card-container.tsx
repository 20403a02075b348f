import type { JSX } from 'preact';
import { intersects } from '../../domain/geometry/intersects.ts';
import { InquiryCard } from '../../ui/scenarios/inquiry-card.tsx';
import type { Controller } from '../state/controller.ts';
import type { InquiryState } from '../state/map-tools-model.ts';
import { landOfPlan } from './land.ts';

/** The card about a place with the model's values; apart from the first load. */
export function InquiryCardContainer({
  controller,
  inquiry: { at, answer },
}: {
  readonly controller: Controller;
  readonly inquiry: InquiryState;
}): JSX.Element {
  const { model } = controller;
  const audit = model.audit.state.value;
  const place = { type: 'Point' as const, coordinates: [...at] };
  const land = landOfPlan(model);
  return (
    <InquiryCard
      at={at}
      finding={answer.kind === 'ready' ? answer.finding : undefined}
      isMeasuring={answer.kind === 'measuring'}
      failure={answer.kind === 'failed' ? answer.reason : undefined}
      segments={model.plan.segments.value}
      zones={model.plan.zones.value}
      projects={model.plan.projects.value}
      rule={model.audit.rule.value}
      coastStatus={model.plan.coastStatus.value}
      isAtSea={land && !land.some((part) => intersects(place, part))}
      audited={audit.kind === 'ready' ? audit.answer : undefined}
      onSelect={controller.selectAndShow}
      onClose={model.selection.clear}
    />
  );
}
