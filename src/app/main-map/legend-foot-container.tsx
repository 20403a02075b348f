import type { JSX } from 'preact';
import { scaleOf } from '../../domain/print/map-scale.ts';
import { LegendFoot } from '../../ui/legend/legend-foot.tsx';
import type { Model } from '../state/model.ts';
import { coastsInSight, SCREEN_PIXEL_MM } from './screen-scale.ts';

/** The foot of the legend: scale, projection and coast of what the map shows. */
export function LegendFootContainer({ model }: { readonly model: Model }): JSX.Element {
  const camera = model.url.state.value.camera;
  return (
    <LegendFoot scale={camera && scaleOf(camera, SCREEN_PIXEL_MM)} coasts={coastsInSight(model)} />
  );
}
