import type { JSX } from 'preact';
import { scaleOf } from '../../domain/print/map-scale.ts';
import { lazy } from '../../ui/lazy.tsx';
import { LegendFoot } from '../../ui/legend/legend-foot.tsx';
import type { Model } from '../state/model.ts';
import { coastsInSight, SCREEN_PIXEL_MM } from './screen-scale.ts';

const ChangeLegend = lazy(
  async () => (await import('../../ui/coast-change/change-swatch.tsx')).ChangeLegend,
);

/** The foot of the legend: what became of two compared coasts; scale, projection and coast of what the map shows. */
export function LegendFootContainer({ model }: { readonly model: Model }): JSX.Element {
  const camera = model.url.state.value.camera;
  const reasons = model.map.subject.value?.reasons;
  return (
    <>
      {reasons !== undefined && <ChangeLegend reasons={reasons} theme={model.page.theme.value} />}
      <LegendFoot
        scale={camera && scaleOf(camera, SCREEN_PIXEL_MM)}
        coasts={coastsInSight(model)}
      />
    </>
  );
}
