import type { JSX } from 'preact';
import { LegendContent } from '../../ui/legend/legend-groups.tsx';
import type { Model } from '../state/model.ts';
import { legendInView } from './legend-in-view.ts';

/** Joins the signs of what the desk shows to the model; nothing until the map says where it looks. */
export function LegendContainer({ model }: { readonly model: Model }): JSX.Element | null {
  const legend = legendInView(model);
  if (legend === undefined) return null;
  return <LegendContent {...legend} hasLayers={model.plan.visibleIds.value.size > 0} />;
}
