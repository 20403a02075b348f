import type { JSX } from 'preact';
import { lazy } from '../../ui/lazy.tsx';
import type { Controller } from '../state/controller.ts';

const RulerCardContainer = lazy(
  async () => (await import('./ruler-card-container.tsx')).RulerCardContainer,
);

/** The ruler's card; nothing while the ruler is off. */
export function RulerContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const intent = controller.model.scenarios.drawing.value;
  if (intent?.kind !== 'measure') return null;
  return <RulerCardContainer controller={controller} measure={intent.measure} />;
}
