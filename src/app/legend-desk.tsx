import type { JSX } from 'preact';
import { LegendContent } from '../ui/legend-groups.tsx';
import { legendInView } from './legend-in-view.ts';
import type { Model } from './model.ts';

/** Joins the signs of what the desk shows to the model; nothing until the map says where it looks. */
export function LegendDesk({ model }: { readonly model: Model }): JSX.Element | null {
  const legend = legendInView(model);
  if (legend === undefined) return null;
  return <LegendContent {...legend} hasLayers={model.visibleIds.value.size > 0} />;
}
