import type { JSX } from 'preact';
import { lazy } from '../../ui/lazy.tsx';
import { LegendContent } from '../../ui/legend/legend-groups.tsx';
import type { Model } from '../state/model.ts';
import { legendInView } from './legend-in-view.ts';

const LegendFoot = lazy(
  async () => (await import('./legend-foot-container.tsx')).LegendFootContainer,
);

/** The legend of what is in view; nothing until the map has reported its corners. */
export function LegendContainer({ model }: { readonly model: Model }): JSX.Element | null {
  const legend = legendInView(model);
  if (legend === undefined) return null;
  return (
    <>
      <LegendContent {...legend} hasLayers={model.plan.visibleIds.value.size > 0} />
      {model.map.isInUse.value && <LegendFoot model={model} />}
    </>
  );
}
