import type { LegendFootProps } from '../../ui/legend/legend-foot.tsx';
import type { Model } from '../state/model.ts';

/** The width of a pixel of the page in millimetres: CSS counts 96 of them to an inch. */
export const SCREEN_PIXEL_MM = 25.4 / 96;

/** The coastline datasets that the map shows. Reads signals. */
export function coastsInSight({
  filter,
  plan,
}: Pick<Model, 'filter' | 'plan'>): LegendFootProps['coasts'] {
  return filter.shownLayers.value.flatMap(({ layer: { id, role, title, metadata } }) =>
    role === 'coastline' && plan.visibleIds.value.has(id)
      ? [{ title, date: metadata.date, drawnFor: metadata.equivalentScale }]
      : [],
  );
}
